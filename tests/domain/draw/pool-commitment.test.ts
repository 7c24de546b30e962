import * as fc from "fast-check";
import { expect, test } from "vitest";
import { commitToPool, poolTree, sortedPool } from "#app/domain/draw/pool-commitment.ts";
import { inclusionProof } from "#app/domain/proof/merkle/proofs.ts";
import { verifyInclusion } from "#app/domain/proof/merkle/verify.ts";
import { leafHex, nodeSha256, textbookRoot } from "#tests/domain/proof/textbook-tree.ts";
import { instances } from "#tests/support/instances.ts";

const refLists = fc.uniqueArray(fc.stringMatching(/^[A-Z2-7]{1,4}$/), { maxLength: 20 });

test("a pool is committed to by the tree over its sorted refs, in whatever order they come", () => {
  fc.assert(
    fc.property(refLists, (refs) => {
      const leaves = refs.toSorted().map((ref) => new Uint8Array(Buffer.from(ref)));
      const expected = { size: refs.length, root: textbookRoot(leaves).toString("hex") };
      expect(commitToPool(refs)).toEqual(expected);
      expect(commitToPool(refs.toReversed(), nodeSha256)).toEqual(expected);
    }),
    { numRuns: instances },
  );
});

test("everybody can be shown to be in the pool", () => {
  const refs = ["C", "A", "B"];
  const { size, root } = commitToPool(refs);
  const index = sortedPool(refs).indexOf("B");
  const leafHash = leafHex(Buffer.from("B"));
  expect(verifyInclusion({ index, size, root, leafHash, proof: inclusionProof(poolTree(refs), index) })).toBe(true);
});

test("nobody stands twice in a pool", () => {
  expect(() => commitToPool(["B", "A", "B"])).toThrow("a ref stands twice in the pool");
  expect(() => poolTree(["B", "B"])).toThrow("a ref stands twice in the pool");
});
