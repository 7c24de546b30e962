import { hashOfHex } from "#app/domain/proof/hash-text.ts";
import { inclusionProof } from "#app/domain/proof/merkle/proofs.ts";
import { merkleTree } from "#app/domain/proof/merkle/tree.ts";
import { commitmentToRow, type OwnRowProof, type SaltedRow } from "#app/domain/proof/row-commitment.ts";
import type { Sha256 } from "#app/domain/proof/sha256.ts";

/**
 * The proofs of many rows over one tree, in the order of the rows; as proveOwnRow gives them one by one. Throws when a row with
 * its salt is not among the published commitments (hex, sorted). Source: SELECTION F.
 */
export function proofsOfRows(
  rows: readonly SaltedRow[],
  commitments: readonly string[],
  sha256?: Sha256,
): readonly OwnRowProof[] {
  const tree = merkleTree(
    commitments.map((commitment) => hashOfHex(commitment) ?? new Uint8Array()),
    sha256,
  );
  const at = new Map(commitments.map((commitment, index) => [commitment, index]));
  return rows.map((own) => {
    const index = at.get(commitmentToRow(own, sha256));
    if (index === undefined) throw new RangeError("the row is not among the published commitments");
    return { row: own.row, salt: own.salt, index, size: tree.size, proof: inclusionProof(tree, index) };
  });
}
