import * as fc from "fast-check";
import { expect, test } from "vitest";
import { appendLeaf, emptyRange, rangeRoot } from "#app/domain/proof/merkle/range.ts";
import { leafHex, nodeSha256, textbookRoot } from "#tests/domain/proof/textbook-tree.ts";
import { instances } from "#tests/support/instances.ts";

test("a tree that grows leaf by leaf has the root of the tree built at once, with a root for every one-bit", () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 4 }), { maxLength: 40 }), (leaves) => {
      const range = leaves.reduce((grown, leaf) => appendLeaf(grown, leaf), emptyRange);
      const same = leaves.reduce((grown, leaf) => appendLeaf(grown, leaf, nodeSha256), emptyRange);
      expect(rangeRoot(range)).toBe(textbookRoot(leaves).toString("hex"));
      expect(rangeRoot(range, nodeSha256)).toBe(rangeRoot(range));
      expect(same).toEqual(range);
      expect(range.size).toBe(leaves.length);
      expect(range.roots).toHaveLength(leaves.length.toString(2).replaceAll("0", "").length);
    }),
    { numRuns: instances },
  );
});

test("the first leaf is the first root", () => {
  expect(appendLeaf(emptyRange, Uint8Array.of(5))).toEqual({ size: 1, roots: [leafHex(Uint8Array.of(5))] });
});
