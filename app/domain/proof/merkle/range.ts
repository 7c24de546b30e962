import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { createMerkleHashing } from "#app/domain/proof/merkle/hashing.ts";
import type { Sha256 } from "#app/domain/proof/sha256.ts";

/**
 * As much of a growing tree as its root and its next leaf need: the roots (hex) of its complete subtrees,
 * largest first, one for every one-bit of `size`.
 */
export type MerkleRange = { readonly size: number; readonly roots: readonly string[] };

export const emptyRange: MerkleRange = { size: 0, roots: [] };

/** The tree with one leaf more (its bytes); two subtrees of one size become one (RFC 6962 section 2.1). */
export function appendLeaf({ size, roots }: MerkleRange, leaf: Uint8Array, sha256?: Sha256): MerkleRange {
  const hashing = createMerkleHashing(sha256);
  const left = [...roots];
  let last = hashing.leaf(leaf);
  for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) last = hashing.node(hexToBytes(left.pop() ?? ""), last);
  return { size: size + 1, roots: [...left, bytesToHex(last)] };
}

/** The root of the tree so far, hex: that of merkleRoot over all its leaves. */
export function rangeRoot({ roots }: MerkleRange, sha256?: Sha256): string {
  const { empty, node } = createMerkleHashing(sha256);
  if (roots.length === 0) return bytesToHex(empty());
  return bytesToHex(roots.map((root): Uint8Array => hexToBytes(root)).reduceRight((right, left) => node(left, right)));
}
