import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createMerkleHashing } from "#app/domain/proof/merkle/hashing.ts";
import { merkleRoot, merkleTree, nodeAt } from "#app/domain/proof/merkle/tree.ts";
import { leafHex, nodeSha256, textbookRoot } from "#tests/domain/proof/textbook-tree.ts";
import { instances } from "#tests/support/instances.ts";

const leafLists = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 40 });

test("the root is the textbook's, whatever the number of leaves, also with a hash handed in", () => {
  fc.assert(
    fc.property(leafLists, (leaves) => {
      const expected = textbookRoot(leaves).toString("hex");
      expect(merkleTree(leaves)).toMatchObject({ size: leaves.length, root: expected });
      expect(merkleRoot(leaves, nodeSha256)).toBe(expected);
    }),
    { numRuns: instances },
  );
});

test("the root over nothing is SHA-256 of nothing, over one leaf the hash of that leaf", () => {
  expect(merkleTree([])).toEqual({
    size: 0,
    levels: [],
    root: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  });
  expect(merkleRoot([new Uint8Array()])).toBe("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
});

test("leaves may be longer than any buffer, and shorter after a long one", () => {
  const leaves = [255, 256, 3, 1000, 0].map((length) => new Uint8Array(length).fill(7));
  expect(merkleRoot(leaves)).toBe(textbookRoot(leaves).toString("hex"));
  const { leaf } = createMerkleHashing();
  for (const bytes of leaves) expect(Buffer.from(leaf(bytes)).toString("hex")).toBe(leafHex(bytes));
});

test("a leaf and a node over the same bytes have different hashes", () => {
  const { leaf, node } = createMerkleHashing();
  const [left, right] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
  expect(node(left, right)).not.toEqual(leaf(Uint8Array.of(...left, ...right)));
});

test("leaves may be made one by one; one that is missing is refused, and so is a node that is not there", () => {
  const made = { length: 5, at: (index: number) => Uint8Array.of(index) };
  expect(merkleRoot(made)).toBe(merkleRoot([0, 1, 2, 3, 4].map((value) => Uint8Array.of(value))));
  expect(() => merkleRoot({ length: 1, at: () => undefined })).toThrow("leaf 0 is missing");

  const { levels } = merkleTree(made);
  expect(nodeAt(levels, 0, 4)).toHaveLength(32);
  expect(() => nodeAt(levels, 0, 5)).toThrow("a tree without node 5 on level 0");
  expect(() => nodeAt(levels, 9, 0)).toThrow("a tree without node 0 on level 9");
});
