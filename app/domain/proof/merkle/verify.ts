import { bytesToHex } from "@noble/hashes/utils.js";
import { bytesOfHex, hashesOfHex } from "#app/domain/proof/hash-text.ts";
import { createMerkleHashing } from "#app/domain/proof/merkle/hashing.ts";
import type { Sha256 } from "#app/domain/proof/sha256.ts";

/** Hashes are hex; `leafHash` is SHA-256(0x00 || data), `index` counts from 0. */
export type InclusionClaim = {
  readonly index: number;
  readonly size: number;
  readonly leafHash: string;
  readonly proof: readonly string[];
  readonly root: string;
};

/**
 * Whether the proof shows the leaf to stand at `index` in the tree of `size` leaves with this root.
 * False for everything else, also for indices, sizes and hashes that cannot be (RFC 9162 section 2.1.3.2).
 */
export function verifyInclusion(claim: InclusionClaim, sha256?: Sha256): boolean {
  const { index, size, leafHash, proof, root } = claim;
  if (!isCount(index) || !isCount(size) || index >= size) return false;
  const hashes = hashesOfHex([leafHash, ...proof]);
  if (!hashes) return false;
  const climbed = climb({ hashes, place: { own: index, last: size - 1 }, sha256 });
  return climbed !== undefined && sameHash(climbed.now, root);
}

/** Roots and proof are hex. */
export type ConsistencyClaim = {
  readonly size1: number;
  readonly size2: number;
  readonly root1: string;
  readonly root2: string;
  readonly proof: readonly string[];
};

/**
 * Whether the proof shows that the tree of `size1` leaves is the beginning of the tree of `size2` leaves
 * (RFC 9162 section 2.1.4.2). Equal sizes need equal roots and no proof; from no leaves to some there is no proof.
 */
export function verifyConsistency(claim: ConsistencyClaim, sha256?: Sha256): boolean {
  const { size1, size2, root1, root2, proof } = claim;
  if (!isCount(size1) || !isCount(size2)) return false;
  if (size1 === size2) return proof.length === 0 && sameHash(bytesOfHex(root1), root2);
  if (size1 === 0 || size1 > size2) return false;
  const place = { own: size1 - 1, last: size2 - 1 };
  while (place.own % 2 === 1) halve(place);
  // At a power of two the earlier root is itself the node that the proof starts from, and is left out of it.
  const hashes = hashesOfHex(place.own === 0 ? [root1, ...proof] : proof);
  if (!hashes) return false;
  const climbed = climb({ hashes, place, sha256 });
  return climbed !== undefined && sameHash(climbed.before, root1) && sameHash(climbed.now, root2);
}

/** A node's index and that of the last node on its level. */
type Place = { own: number; last: number };

type Climb = { readonly hashes: readonly Uint8Array[]; readonly place: Place; readonly sha256: Sha256 | undefined };

/**
 * Hashes from the first node up to the root: `now` with every hash of the path, `before` with the left ones only,
 * which is the root when the node was the last. Undefined when the path is too long or too short.
 */
function climb({ hashes, place, sha256 }: Climb): { before: Uint8Array; now: Uint8Array } | undefined {
  const { node } = createMerkleHashing(sha256);
  const [start, ...path] = hashes;
  if (!start) return undefined;
  let before = start;
  let now = start;
  for (const sibling of path) {
    if (place.last === 0) return undefined;
    if (place.own % 2 === 1 || place.own === place.last) {
      before = node(sibling, before);
      now = node(sibling, now);
      while (place.own % 2 === 0) halve(place);
    } else now = node(now, sibling);
    halve(place);
  }
  return place.last === 0 ? { before, now } : undefined;
}

function halve(place: Place): void {
  place.own = Math.floor(place.own / 2);
  place.last = Math.floor(place.last / 2);
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function sameHash(computed: Uint8Array | undefined, claimed: string): boolean {
  return computed !== undefined && bytesToHex(computed) === claimed.toLowerCase();
}
