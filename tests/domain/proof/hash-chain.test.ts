import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { chainHead, chainHeads, emptyChainHead, firstBrokenLink } from "#app/domain/proof/hash-chain.ts";
import { sha256Bytes, sha256Hex } from "#app/domain/proof/sha256.ts";

const entries = [
  { seq: 0, event: "submit" },
  { event: "score", seq: 1 },
  { seq: 2, event: "lock" },
];

function nodeSha256(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(createHash("sha256").update(bytes).digest());
}

test("SHA-256 is the one that everybody has", () => {
  expect(sha256Hex("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  expect(sha256Hex("선발")).toBe(createHash("sha256").update("선발").digest("hex"));
  expect(sha256Bytes(new Uint8Array([1])).length).toBe(32);
});

test("each head is SHA-256 of the head before and the canonical entry, from 32 zero bytes", () => {
  let head = Buffer.alloc(32);
  const expected = ['{"event":"submit","seq":0}', '{"event":"score","seq":1}', '{"event":"lock","seq":2}'].map(
    (text) => {
      head = createHash("sha256").update(head).update(text).digest();
      return head.toString("hex");
    },
  );
  expect(chainHeads(entries)).toEqual(expected);
});

test("a faster hash may be handed in", () => {
  const [entry] = entries;
  expect(chainHead({ head: emptyChainHead, entry: entry!, sha256: nodeSha256 })).toBe(chainHeads(entries)[0]);
});

test("the first changed, missing or added entry is named", () => {
  const heads = chainHeads(entries);
  expect(firstBrokenLink(entries, heads)).toBe(-1);
  expect(firstBrokenLink(entries.with(1, { event: "score", seq: 9 }), heads)).toBe(1);
  expect(firstBrokenLink(entries.slice(0, 2), heads)).toBe(2);
  expect(firstBrokenLink([...entries, { seq: 3, event: "more" }], heads)).toBe(3);
  expect(firstBrokenLink([], [])).toBe(-1);
  expect(firstBrokenLink(entries.slice(1), heads)).toBe(0);
});

test.each(["xyz", "", "AB".repeat(32), `0${emptyChainHead}`, `${emptyChainHead}0`, "g".repeat(64)])(
  "%j is no head to go on from",
  (head) => {
    expect(() => chainHead({ head, entry: 1 })).toThrow("64 lower-case hex digits");
  },
);
