import { bls12_381 } from "@noble/curves/bls12-381.js";
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { randomnessOf } from "#app/domain/draw/beacon.ts";
import { drandSchemes, verifyDrandSignature, type SignedDrandValue } from "#app/domain/draw/drand-signature.ts";

// Values that the League of Entropy published on its default network and on quicknet.
const chained: SignedDrandValue = {
  scheme: "pedersen-bls-chained",
  publicKey: "868f005eb8e6e4ca0a47c8a77ceaa5309a47978a7c71bc5cce96366b5d7a569937c529eeda66c7293784a9402801af31",
  number: 3_311_596,
  previousSignature:
    "8ed588f2a7716fb1349e2d9803da5db0005e98a83783c353d4a08f183236a9ad91d70ddb01266f4b7c576983db464b430e65680b9e0098552758afd6c1e6afcb77e3f62fe1b93d42d1cb63abbb2205512fe12fbf74ea9c5ac3b8f5c1e283a1d8",
  signature:
    "a696b9409ababce45749c3a4ec369074453dd4a79967734e1390d969c8ad8d98897d217b9121e92c8ddebbddda8d92f900e3bd6bf9deb166863b1a19390d743f82774001487594c5c09e581db7365f02b70a2c8cc41ce32446ef08e4890c4754",
};
const quicknet: SignedDrandValue = {
  scheme: "bls-unchained-g1-rfc9380",
  publicKey:
    "83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a",
  number: 657_413,
  signature: "b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b",
};

test("published values of the default network and of quicknet hold", () => {
  expect(verifyDrandSignature(chained)).toBe(true);
  expect(verifyDrandSignature(quicknet)).toBe(true);
  expect(randomnessOf(chained.signature)).toBe("647c07b2abbf7ff2afb4d670214f565e5cd9f9c91bfdcecb59a21f3c78d73920");
  expect(randomnessOf(quicknet.signature)).toBe("fc1873a13f3545aeade8401532ef5519920652eee6b0d2b19ca12643b87b3587");
});

describe("an unchained network with its signatures on the longer curve", () => {
  const network = bls12_381.longSignatures;
  const { secretKey, publicKey } = network.keygen(new Uint8Array(48).fill(5));

  function signed(number: number): SignedDrandValue {
    const counted = Buffer.alloc(8);
    counted.writeBigUInt64BE(BigInt(number));
    const message = network.hash(createHash("sha256").update(counted).digest());
    const signature = network.Signature.toHex(network.sign(message, secretKey));
    return { scheme: "pedersen-bls-unchained", publicKey: publicKey.toHex(), number, signature };
  }

  test("is checked as well", () => {
    for (const number of [1, 256, 2 ** 40]) expect(verifyDrandSignature(signed(number))).toBe(true);
    expect(verifyDrandSignature({ ...signed(256), number: 257 })).toBe(false);
    expect(verifyDrandSignature({ ...signed(256), scheme: "pedersen-bls-chained" })).toBe(false);
  });

  test("has no value 0 and none that a number cannot say, even if signed", () => {
    for (const number of [0, 2 ** 53]) expect(verifyDrandSignature(signed(number))).toBe(false);
  });
});

describe("anything else about a published value is refused, not thrown at", () => {
  test.each([
    ["another number", { number: 3_311_597 }],
    ["no number", { number: 0 }],
    ["half a number", { number: 1.5 }],
    ["another signature before", { previousSignature: chained.signature }],
    ["a signature before that is no hex", { previousSignature: "zz" }],
    ["no signature before", { previousSignature: "" }],
    ["the signature of the value before", { signature: chained.previousSignature! }],
    ["a signature that is no point", { signature: `96${chained.signature.slice(2)}` }],
    ["a signature that is no hex", { signature: "zz" }],
    ["no signature", { signature: "" }],
    ["a key of another network", { publicKey: quicknet.publicKey }],
    ["a key that is no hex", { publicKey: "zz" }],
    ["no key", { publicKey: "" }],
    ["another scheme", { scheme: "bls-unchained-g1-rfc9380" as const }],
  ] satisfies [string, Partial<SignedDrandValue>][])("%s", (_name, change) => {
    expect(verifyDrandSignature({ ...chained, ...change })).toBe(false);
  });

  test("another number on quicknet, and a signature before where none belongs", () => {
    expect(verifyDrandSignature({ ...quicknet, number: 657_414 })).toBe(false);
    expect(verifyDrandSignature({ ...quicknet, previousSignature: quicknet.signature })).toBe(false);
    for (const scheme of drandSchemes.slice(0, 2)) expect(verifyDrandSignature({ ...quicknet, scheme })).toBe(false);
  });
});
