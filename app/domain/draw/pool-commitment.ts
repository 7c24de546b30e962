import { compareText } from "#app/domain/exact/compare-text.ts";
import { merkleTree, type MerkleTree } from "#app/domain/proof/merkle/tree.ts";
import type { Sha256 } from "#app/domain/proof/sha256.ts";

/** Who can be drawn, published before the lock: how many, and the root (hex) of the tree over their refs. */
export type PoolCommitment = { readonly size: number; readonly root: string };

/**
 * Commits to the people of a draw: the Merkle tree of RFC 6962 over the UTF-8 of their refs in ascending order, so that it
 * does not hang on the order given (SELECTION A9, F). Refuses a ref that stands twice.
 */
export function commitToPool(refs: readonly string[], sha256?: Sha256): PoolCommitment {
  const { size, root } = poolTree(refs, sha256);
  return { size, root };
}

/** The whole tree of commitToPool, for proofs that a ref is in the pool. */
export function poolTree(refs: readonly string[], sha256?: Sha256): MerkleTree {
  const sorted = sortedPool(refs);
  const text = new TextEncoder();
  return merkleTree({ length: sorted.length, at: (index) => text.encode(sorted[index]) }, sha256);
}

/** The refs in the order of the tree's leaves. */
export function sortedPool(refs: readonly string[]): readonly string[] {
  const sorted = refs.toSorted(compareText);
  if (sorted.some((ref, index) => ref === sorted[index + 1])) throw new RangeError("a ref stands twice in the pool");
  return sorted;
}
