import { compareText } from "#app/domain/exact/compare-text.ts";
import { canonicalBytes, type Json } from "#app/domain/proof/canonical-json.ts";
import { merkleRoot } from "#app/domain/proof/merkle/tree.ts";
import { publishCommitments } from "#app/domain/proof/row-commitment.ts";
import type { ReviewRow, SelectionRecord, TableRow } from "#app/domain/proof/record/record.ts";
import { sha256Bytes, type Sha256 } from "#app/domain/proof/sha256.ts";
import { bytesToHex } from "@noble/hashes/utils.js";

type Covered = Pick<
  SelectionRecord,
  "rule" | "scoring" | "selected" | "cutLines" | "unfilled" | "quotas" | "swaps" | "choices" | "refills" | "commitments"
> & {
  readonly reserves: NonNullable<SelectionRecord["reserves"]>;
  readonly table: readonly TableRow[];
  readonly people: readonly ReviewRow[];
};

/** SHA-256 (hex) over the canonical JSON of a value. */
export function hashOf(value: Json, sha256: Sha256 = sha256Bytes): string {
  return bytesToHex(sha256(canonicalBytes(value)));
}

/** The roots that cover everything in a record of level P2, and so what the lower levels show of it. Source: SELECTION F. */
export function rootsOf(record: Covered, sha256: Sha256 = sha256Bytes): SelectionRecord["roots"] {
  const { rule, scoring, people, table, selected, reserves, refills, commitments } = record;
  const { cutLines, unfilled, quotas, swaps, choices } = record;
  const refs = people.map(({ ref }) => ref).toSorted(compareText);
  const ofStage = ({ id }: { readonly id: string }) => {
    const scores = people.map(({ ref, stages }) => {
      return { ref, outcome: stages[id]?.outcome ?? "not_reached", score: stages[id]?.score ?? null };
    });
    return [id, mthByRef(scores, sha256)] as const;
  };
  return {
    rule: hashOf(rule, sha256),
    scoring: hashOf(scoring as Json, sha256),
    pool: merkleRoot(leavesOf(refs.map((ref) => new TextEncoder().encode(ref))), sha256),
    stages: Object.fromEntries(rule.stages.map(ofStage)),
    table: mthByRef(table, sha256),
    selected: mthByRef(selected, sha256),
    reserves: mthByRef(reserves, sha256),
    report: hashOf({ cutLines, unfilled, quotas, swaps, choices } as Json, sha256),
    refills: refills.map((batch) => hashOf(batch, sha256)),
    disclosed: publishCommitments(commitments.disclosed, sha256).root,
    review: publishCommitments(commitments.review, sha256).root,
  };
}

/** The one hash that stands for the whole record, at every level the same. */
export function recordRoot(record: Omit<SelectionRecord, "root">, sha256: Sha256 = sha256Bytes): string {
  const { format, cohort, engine, digest, draw, labels, tieDecisions, withheld, counts, roots } = record;
  return hashOf(
    { format, cohort, engine, digest, draw, labels, tieDecisions, withheld, counts, roots } as Json,
    sha256,
  );
}

/** The tree hash (RFC 6962) of the canonical rows, sorted by ref. */
export function mthByRef(rows: readonly { readonly ref: string }[], sha256?: Sha256): string {
  const sorted = rows.toSorted((left, right) => compareText(left.ref, right.ref));
  return merkleRoot(leavesOf(sorted.map((row) => canonicalBytes(row as Json))), sha256);
}

function leavesOf(leaves: readonly Uint8Array[]) {
  return { length: leaves.length, at: (index: number) => leaves[index] };
}
