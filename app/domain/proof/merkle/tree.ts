import { bytesToHex } from "@noble/hashes/utils.js";
import { createMerkleHashing, type MerkleHashing } from "#app/domain/proof/merkle/hashing.ts";
import type { Sha256 } from "#app/domain/proof/sha256.ts";

/** What leaves are read from, once each and in order: an array, or whatever makes the bytes of a leaf when asked. */
export type Leaves = { readonly length: number; readonly at: (index: number) => Uint8Array | undefined };

/**
 * A whole tree, as its levels of packed 32-byte hashes: `levels[0]` are the leaves, the last level is the root alone;
 * an odd node at the end of a level stands unchanged in the level above. An empty tree has no level.
 */
export type MerkleTree = { readonly size: number; readonly levels: readonly Uint8Array[]; readonly root: string };

export const hashLength = 32;

/** The Merkle tree of RFC 6962 section 2.1 over the leaves' bytes; `root` is 64 hex digits. */
export function merkleTree(leaves: Leaves, sha256?: Sha256): MerkleTree {
  const hashing = createMerkleHashing(sha256);
  const size = leaves.length;
  if (size === 0) return { size, levels: [], root: bytesToHex(hashing.empty()) };
  const bottom = new Uint8Array(size * hashLength);
  for (let index = 0; index < size; index += 1) bottom.set(hashing.leaf(leafAt(leaves, index)), index * hashLength);
  const levels = [bottom];
  for (let below = bottom; below.length > hashLength; below = levels.at(-1) ?? below)
    levels.push(levelAbove(below, hashing));
  return { size, levels, root: bytesToHex(nodeAt(levels, levels.length - 1, 0)) };
}

/** The root of the Merkle tree over the leaves' bytes (RFC 6962 section 2.1), 64 hex digits. */
export function merkleRoot(leaves: Leaves, sha256?: Sha256): string {
  return merkleTree(leaves, sha256).root;
}

/** The hash of one node of a tree's levels, a view of 32 bytes. */
export function nodeAt(levels: readonly Uint8Array[], level: number, index: number): Uint8Array {
  const hashes = levels[level];
  const offset = index * hashLength;
  if (!hashes || offset >= hashes.length) throw new RangeError(`a tree without node ${index} on level ${level}`);
  return hashes.subarray(offset, offset + hashLength);
}

function leafAt(leaves: Leaves, index: number): Uint8Array {
  const leaf = leaves.at(index);
  if (!leaf) throw new RangeError(`leaf ${index} is missing`);
  return leaf;
}

function levelAbove(below: Uint8Array, { node }: MerkleHashing): Uint8Array<ArrayBuffer> {
  const pair = 2 * hashLength;
  const above = new Uint8Array(Math.ceil(below.length / pair) * hashLength);
  for (let from = 0, to = 0; from < below.length; from += pair, to += hashLength) {
    const left = below.subarray(from, from + hashLength);
    const right = below.subarray(from + hashLength, from + pair);
    above.set(right.length === 0 ? left : node(left, right), to);
  }
  return above;
}
