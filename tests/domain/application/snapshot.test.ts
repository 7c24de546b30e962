import { expect, test } from "vitest";
import { sealSnapshot } from "#app/domain/application/snapshot.ts";

const portfolio = { document: "portfolio", name: "작품.pdf", sha256: "a".repeat(64) };
const proof = { document: "bonusProof", name: "증빙.png", sha256: "b".repeat(64) };

test("the order in which things were given does not change the fingerprint", () => {
  const one = sealSnapshot({
    answers: { q1: "가", q2: "나" },
    consents: ["truth", "collect"],
    files: [portfolio, proof],
  });
  const other = sealSnapshot({
    answers: { q2: "나", q1: "가" },
    consents: ["collect", "truth"],
    files: [proof, portfolio],
  });

  expect(one).toEqual(other);
});

test("another file gives another fingerprint", () => {
  expect(fingerprintWith("a".repeat(64))).not.toBe(fingerprintWith("c".repeat(64)));
});

function fingerprintWith(sha256: string): string {
  return sealSnapshot({ answers: {}, consents: [], files: [{ ...portfolio, sha256 }] }).sha256;
}
