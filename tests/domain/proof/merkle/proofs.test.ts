import * as fc from "fast-check";
import { expect, test } from "vitest";
import { consistencyProof, inclusionProof } from "#app/domain/proof/merkle/proofs.ts";
import { merkleTree } from "#app/domain/proof/merkle/tree.ts";
import { textbookConsistency, textbookPath } from "#tests/domain/proof/textbook-tree.ts";
import { instances } from "#tests/support/instances.ts";

function leavesTo(size: number): readonly Uint8Array[] {
  return Array.from({ length: size }, (_, index) => Uint8Array.of(index));
}

const sizes = fc.integer({ min: 1, max: 40 }).chain((size) => fc.tuple(fc.constant(size), fc.nat(size - 1)));

test("proofs that a leaf is in the tree are the textbook's", () => {
  fc.assert(
    fc.property(sizes, ([size, index]) => {
      const leaves = leavesTo(size);
      expect(inclusionProof(merkleTree(leaves), index)).toEqual(textbookPath(index, leaves));
    }),
    { numRuns: instances },
  );
});

test("proofs that a tree has grown are the textbook's", () => {
  fc.assert(
    fc.property(sizes, ([size, before]) => {
      const leaves = leavesTo(size);
      expect(consistencyProof(merkleTree(leaves), before + 1)).toEqual(textbookConsistency(before + 1, leaves));
    }),
    { numRuns: instances },
  );
});

test.each([-1, 3, 0.5, Number.NaN])("no proof for leaf %d of three", (index) => {
  expect(() => inclusionProof(merkleTree(leavesTo(3)), index)).toThrow("a tree of 3 has no leaf");
});

test.each([-1, 0, 4, 1.5, Number.NaN])("no proof from %d leaves to three", (size) => {
  expect(() => consistencyProof(merkleTree(leavesTo(3)), size)).toThrow("to 3 leaves");
});

test.each([1, 6, 7, 8])("a tree of %d leaves needs no proof that it is itself", (size) => {
  expect(consistencyProof(merkleTree(leavesTo(size)), size)).toEqual([]);
});
