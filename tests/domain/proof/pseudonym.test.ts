import { createHmac } from "node:crypto";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createPseudonyms } from "#app/domain/proof/pseudonym.ts";
import { instances } from "#tests/support/instances.ts";

const key = new Uint8Array(32).fill(9);

test("a pseudonym is the first 80 bits of the keyed hash, in base32", () => {
  const pseudonymOf = createPseudonyms(key);
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (id) => {
      const pseudonym = pseudonymOf(id);
      expect(pseudonym).toMatch(/^[A-Z2-7]{16}$/);
      // Base32 read as a number in base 32 is the same 80 bits.
      const number = [...pseudonym].reduce((sum, sign) => sum * 32n + BigInt(valueOf(sign)), 0n);
      const expected = createHmac("sha256", key).update(id).digest("hex").slice(0, 20);
      expect(number.toString(16).padStart(20, "0")).toBe(expected);
    }),
    { numRuns: instances },
  );
});

test("another call's key gives other pseudonyms, and a short key is refused", () => {
  expect(createPseudonyms(new Uint8Array(32))("A-1")).not.toBe(createPseudonyms(key)("A-1"));
  expect(() => createPseudonyms(new Uint8Array(31))).toThrow("at least 32 bytes");
});

function valueOf(sign: string): number {
  return sign >= "A" ? sign.charCodeAt(0) - "A".charCodeAt(0) : Number(sign) + 24;
}
