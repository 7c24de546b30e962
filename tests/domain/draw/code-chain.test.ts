import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { commitmentTo, hashTimes, oneTimeCode, opensCommitment } from "#app/domain/draw/code-chain.ts";
import { instances } from "#tests/support/instances.ts";
import { nodeSha256 } from "#tests/domain/proof/textbook-tree.ts";

const secret = new Uint8Array(32).fill(3);

test("each code opens the one before, the first of them the commitment, to the last, which is the secret", () => {
  const chains = fc.record({
    secret: fc.uint8Array({ minLength: 32, maxLength: 32 }),
    length: fc.integer({ min: 10, max: 14 }),
  });
  fc.assert(
    fc.property(chains, (chain) => {
      let committed = commitmentTo(chain);
      for (let draw = 1; draw <= chain.length; draw += 1) {
        const code = oneTimeCode(chain, draw);
        expect(opensCommitment(code, committed)).toBe(true);
        expect(opensCommitment(committed, code)).toBe(false);
        committed = code;
      }
      expect(committed).toBe(Buffer.from(chain.secret).toString("hex"));
    }),
    { numRuns: instances },
  );
});

test("the commitment is the secret hashed so many times, as another program does", () => {
  let hashed: Uint8Array = secret;
  for (let times = 0; times < 12; times += 1) hashed = createHash("sha256").update(hashed).digest();
  expect(commitmentTo({ secret, length: 12 })).toBe(Buffer.from(hashed).toString("hex"));
  expect(hashTimes(secret, 0)).toBe(secret);
  expect(hashTimes(secret, 12, nodeSha256)).toEqual(new Uint8Array(hashed));
});

test("a short secret, a short or endless chain and a code that it does not have are refused", () => {
  for (const length of [31, 33])
    expect(() => commitmentTo({ secret: new Uint8Array(length), length: 10 })).toThrow("32");
  for (const length of [9, 10.5, 1_000_001, Number.NaN]) {
    expect(() => commitmentTo({ secret, length })).toThrow("from 10 to a million");
    expect(() => oneTimeCode({ secret, length }, 1)).toThrow("from 10 to a million");
  }
  for (const draw of [0, -1, 11, 1.5]) expect(() => oneTimeCode({ secret, length: 10 }, draw)).toThrow("has no code");
});

test("a million hashes are a chain", { timeout: 60_000 }, () => {
  expect(oneTimeCode({ secret, length: 1_000_000 }, 999_999)).toBe(Buffer.from(hashTimes(secret, 1)).toString("hex"));
});

test("hex may be in upper case; what is no hash opens nothing", () => {
  const code = oneTimeCode({ secret, length: 10 }, 1);
  const commitment = commitmentTo({ secret, length: 10 });
  expect(opensCommitment(code.toUpperCase(), commitment.toUpperCase())).toBe(true);
  const empty = createHash("sha256").update("").digest("hex");
  expect(opensCommitment("", empty)).toBe(false);
  expect(opensCommitment("zz".repeat(32), commitment)).toBe(false);
});
