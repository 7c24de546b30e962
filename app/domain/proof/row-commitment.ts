import { bytesToHex, concatBytes, hexToBytes } from "@noble/hashes/utils.js";
import { compareText } from "#app/domain/exact/compare-text.ts";
import { canonicalBytes, type Json } from "#app/domain/proof/canonical-json.ts";
import { hashOfHex } from "#app/domain/proof/hash-text.ts";
import { createMerkleHashing } from "#app/domain/proof/merkle/hashing.ts";
import { inclusionProof } from "#app/domain/proof/merkle/proofs.ts";
import { merkleTree } from "#app/domain/proof/merkle/tree.ts";
import { verifyInclusion } from "#app/domain/proof/merkle/verify.ts";
import { sha256Bytes, type Sha256 } from "#app/domain/proof/sha256.ts";

/** One person's row and its secret salt: 32 random bytes as 64 hex digits, handed to that person alone. */
export type SaltedRow = { readonly row: Json; readonly salt: string };

/** What is published of all rows: the commitments in ascending order and the Merkle root over them (hex). */
export type RowCommitments = { readonly root: string; readonly commitments: readonly string[] };

/** What a person needs, besides the published root, to show the own row to be in the published computation. */
export type OwnRowProof = SaltedRow & {
  readonly index: number;
  readonly size: number;
  readonly proof: readonly string[];
};

/** SHA-256(0x00 || salt || canonical JSON of the row), hex (SELECTION F). Refuses a salt that is not 32 bytes. */
export function commitmentToRow({ row, salt }: SaltedRow, sha256: Sha256 = sha256Bytes): string {
  const secret = hashOfHex(salt);
  if (!secret) throw new RangeError("a salt is 64 hex digits");
  return bytesToHex(sha256(concatBytes(Uint8Array.of(0), secret, canonicalBytes(row))));
}

/**
 * Publishes commitments to rows without telling anything about them: sorted, so that their order is not that of the
 * people. Refuses a commitment that stands twice (two rows with one salt), and what is not a hash.
 */
export function publishCommitments(commitments: readonly string[], sha256?: Sha256): RowCommitments {
  const sorted = commitments.toSorted(compareText);
  return { root: treeOf(sorted, sha256).root, commitments: sorted };
}

/** The proof for one row. Throws when the row with this salt is not among the published commitments. */
export function proveOwnRow(own: SaltedRow, commitments: readonly string[], sha256?: Sha256): OwnRowProof {
  const index = commitments.indexOf(commitmentToRow(own, sha256));
  if (index < 0) throw new RangeError("the row is not among the published commitments");
  const tree = treeOf(commitments, sha256);
  return { row: own.row, salt: own.salt, index, size: tree.size, proof: inclusionProof(tree, index) };
}

/** Whether the row, with its salt, is in the computation with this published root. */
export function verifyOwnRow({ row, salt, ...place }: OwnRowProof, root: string): boolean {
  if (!hashOfHex(salt)) return false;
  const leaf = hexToBytes(commitmentToRow({ row, salt }));
  return verifyInclusion({ ...place, root, leafHash: bytesToHex(createMerkleHashing().leaf(leaf)) });
}

function treeOf(sorted: readonly string[], sha256: Sha256 | undefined) {
  const hashes = sorted.map((commitment, index) => {
    const hash = hashOfHex(commitment);
    if (!hash || sorted[index - 1] === commitment) throw new RangeError("not a list of different commitments");
    return hash;
  });
  return merkleTree(hashes, sha256);
}
