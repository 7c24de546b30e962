import { expect, test } from "vitest";
import { bytesOfHex, hashesOfHex, hashOfHex } from "#app/domain/proof/hash-text.ts";

test("hex of both cases becomes bytes, and nothing else does", () => {
  expect(bytesOfHex("00fFaB")).toEqual(Uint8Array.of(0, 255, 171));
  expect(bytesOfHex("")).toEqual(new Uint8Array());
  for (const text of ["0", "0g", "x00", "00x", "0x00", " 00", "00\n"]) expect(bytesOfHex(text)).toBeUndefined();
});

test("a hash is 64 digits, neither more nor fewer", () => {
  expect(hashOfHex("ab".repeat(32))).toEqual(new Uint8Array(32).fill(171));
  for (const text of ["ab".repeat(31), "ab".repeat(33), "xy".repeat(32), ""]) expect(hashOfHex(text)).toBeUndefined();
});

test("a list of hashes is one only when all of them are", () => {
  const good = "01".repeat(32);
  expect(hashesOfHex([])).toEqual([]);
  expect(hashesOfHex([good, good])).toHaveLength(2);
  expect(hashesOfHex([good, "01"])).toBeUndefined();
});
