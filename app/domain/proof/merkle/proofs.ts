import { bytesToHex } from "@noble/hashes/utils.js";
import { hashLength, nodeAt, type MerkleTree } from "#app/domain/proof/merkle/tree.ts";

/**
 * The audit path that proves a leaf to be in the tree, lowest first, as hex (RFC 6962 section 2.1.1).
 * Refuses an index that is not a leaf's, from 0.
 */
export function inclusionProof(tree: MerkleTree, index: number): readonly string[] {
  if (!Number.isSafeInteger(index) || index < 0 || index >= tree.size)
    throw new RangeError(`a tree of ${tree.size} has no leaf ${index}`);
  return pathFrom(tree, { level: 0, index });
}

/**
 * The proof that the tree over the first `earlierSize` leaves is a beginning of this tree, as hex
 * (RFC 6962 section 2.1.2); empty when the sizes are equal. Refuses sizes below 1 or above the tree's.
 */
export function consistencyProof(tree: MerkleTree, earlierSize: number): readonly string[] {
  if (!Number.isSafeInteger(earlierSize) || earlierSize < 1 || earlierSize > tree.size)
    throw new RangeError(`no proof from ${earlierSize} to ${tree.size} leaves`);
  if (earlierSize === tree.size) return [];
  // The largest complete subtree that ends where the earlier tree ended; it is that tree itself at a power of two.
  let level = 0;
  let index = earlierSize - 1;
  while (index % 2 === 1) {
    level += 1;
    index = (index - 1) / 2;
  }
  const path = pathFrom(tree, { level, index });
  return index === 0 ? path : [bytesToHex(nodeAt(tree.levels, level, index)), ...path];
}

type Place = { readonly level: number; readonly index: number };

/** The sibling at every level above a node, where there is one. */
function pathFrom({ levels }: MerkleTree, from: Place): readonly string[] {
  let { index } = from;
  return levels.slice(from.level).flatMap((hashes, above) => {
    const sibling = index % 2 === 1 ? index - 1 : index + 1;
    index = Math.floor(index / 2);
    return sibling < hashes.length / hashLength ? [bytesToHex(nodeAt(levels, from.level + above, sibling))] : [];
  });
}
