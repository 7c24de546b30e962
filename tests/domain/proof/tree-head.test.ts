import { createPublicKey, sign, verify, createPrivateKey } from "node:crypto";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { publicKeyOf, signTreeHead, verifyTreeHead } from "#app/domain/proof/tree-head.ts";

const secretKey = new Uint8Array(32).map((_, index) => index * 7);
const publicKey = publicKeyOf(secretKey);
const head = { size: 779, root: "ab".repeat(32), time: "2026-11-23T03:00:00.000Z" };
const message = Buffer.from(`{"root":"${head.root}","size":779,"time":"${head.time}"}`);

test("a head is signed as another program signs and checks it", () => {
  const { signature, ...signed } = signTreeHead({ ...head, note: "not part of it" } as typeof head, secretKey);
  expect(signed).toEqual(head);

  const theirs = createPublicKey({
    key: { kty: "OKP", crv: "Ed25519", x: Buffer.from(publicKey, "hex").toString("base64url") },
    format: "jwk",
  });
  expect(verify(null, message, theirs, Buffer.from(signature, "hex"))).toBe(true);
  const pkcs8 = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), secretKey]);
  const own = createPrivateKey({ key: pkcs8, format: "der", type: "pkcs8" });
  expect(sign(null, message, own).toString("hex")).toBe(signature);
});

test("a signed head holds, and no longer with anything changed", () => {
  const signed = signTreeHead(head, secretKey);
  expect(verifyTreeHead(signed, publicKey)).toBe(true);
  const other = publicKeyOf(new Uint8Array(32).fill(1));
  const changes = [{ size: 780 }, { root: "ac".repeat(32) }, { time: "2026-11-23T03:00:00.001Z" }];
  for (const change of changes) expect(verifyTreeHead({ ...signed, ...change }, publicKey)).toBe(false);
  expect(verifyTreeHead(signed, other)).toBe(false);
});

test("signatures and keys that cannot be are refused, not thrown at", () => {
  const signed = signTreeHead(head, secretKey);
  const { signature } = signed;
  for (const wrong of ["", "zz", signature.slice(2), `${signature}00`, "ff".repeat(64), "00".repeat(64)])
    expect(verifyTreeHead({ ...signed, signature: wrong }, publicKey)).toBe(false);
  for (const wrong of ["", "zz", publicKey.slice(2), "ff".repeat(32)])
    expect(verifyTreeHead(signed, wrong)).toBe(false);
  expect(verifyTreeHead({ ...signed, time: "\ud800" }, publicKey)).toBe(false);
});

// The point of order one "signs" everything under the rules of ZIP 215, not under those of RFC 8032.
test("a key of small order proves nothing", () => {
  const identity = `01${"00".repeat(31)}`;
  expect(verifyTreeHead({ ...head, signature: identity + "00".repeat(32) }, identity)).toBe(false);
});

test("what is not the head of a tree is not signed", () => {
  const wrong = fc.constantFrom(
    { size: -1 },
    { size: 1.5 },
    { size: 2 ** 53 },
    { root: "ab" },
    { root: "zz".repeat(32) },
  );
  fc.assert(
    fc.property(wrong, (change) => {
      expect(() => signTreeHead({ ...head, ...change }, secretKey)).toThrow("not the head of a tree");
    }),
  );
  expect(signTreeHead({ ...head, size: 0 }, secretKey).size).toBe(0);
});
