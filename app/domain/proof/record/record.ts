import type { DrawRecord } from "#app/domain/draw/draw-record.ts";
import type { PublicationLevel } from "#app/domain/proof/publication-level.ts";
import type { ImportedRow } from "#app/domain/selection/imported-score.ts";
import type {
  CutLine,
  QuotaReport,
  SelectedPerson,
  SelectionPerson,
  SelectionResult,
  SelectionRule,
  UnfilledSeats,
} from "#app/domain/selection/selection.ts";
import type { StageReview } from "#app/domain/selection/stage-score.ts";
import type { StageRule } from "#app/domain/selection/stage-rule-from-definition.ts";
import type { StageStanding } from "#app/domain/selection/stage-standing.ts";

export const recordFormat = "seonbal-record-1" as const;

/** What the rule publishes of a selection so that anybody can run it again; ARCHITECTURE.md tells every member. */
export type SelectionRecord = {
  readonly format: typeof recordFormat;
  readonly level: PublicationLevel;
  readonly cohort: string;
  readonly engine: number;
  readonly digest: string;
  readonly rule: SelectionRule;
  readonly scoring: Readonly<Record<string, StageRule>>;
  readonly draw: RecordedDraw | null;
  readonly labels: "ref" | "private" | null;
  readonly tieDecisions: readonly (readonly string[])[];
  readonly withheld: readonly ("claims" | "tags")[];
  readonly counts: RecordCounts;
  readonly selected: readonly RecordedSeat[];
  readonly cutLines: readonly CutLine[];
  readonly unfilled: readonly UnfilledSeats[];
  readonly quotas: readonly QuotaReport[];
  readonly swaps: readonly RecordedSwap[];
  readonly choices: SelectionResult["choices"];
  readonly reserves?: readonly RecordedReserve[];
  readonly table?: readonly TableRow[];
  readonly people?: readonly ReviewRow[];
  readonly openings?: Readonly<Record<string, Opening>>;
  readonly refills: readonly RefillBatch[];
  readonly commitments: { readonly disclosed: readonly string[]; readonly review: readonly string[] };
  readonly roots: RecordRoots;
  readonly root: string;
};

export type RecordedDraw =
  { readonly algorithm: "sha256-order"; readonly seed: string; readonly label: string } | DrawRecord;

export type RecordCounts = {
  readonly people: number;
  readonly qualified: number;
  readonly selected: number;
  readonly reserves: number;
};

export type RecordedSeat = Pick<SelectedPerson, "track" | "choiceOrder" | "how" | "seat"> & { readonly ref: string };
export type RecordedSwap = {
  readonly quota: string;
  readonly track: string;
  readonly out: string;
  readonly in: string;
};
export type RecordedReserve = {
  readonly ref: string;
  readonly track: string;
  readonly number: number;
  readonly displacedBy: string | null;
};

/** Somebody in the public table: nothing but the ref where not qualified; a band instead of a total that would tell who it is. */
export type TableRow =
  | { readonly ref: string; readonly qualified: false }
  | (QualifiedRow & { readonly bandFrom: string })
  | (QualifiedRow & {
      readonly total: string;
      readonly keys: readonly (string | null)[];
      readonly tags: readonly string[] | null;
    });

export type QualifiedRow = {
  readonly ref: string;
  readonly qualified: true;
  readonly choices: readonly string[];
  readonly acceptOther: boolean;
  readonly rank: number;
  readonly ticket: string | null;
};

/** What the auditor sees of a person: everything that the rule reads. */
export type ReviewRow = Omit<SelectionPerson, "applicationNo" | "stages"> & {
  readonly ref: string;
  readonly label: string | null;
  readonly stages: Readonly<Record<string, StageStanding & StageEvidence>>;
};

/** Where a stage's score comes from: `reviews` by pseudonymous reviewers, or the imported `row`. */
export type StageEvidence = { readonly reviews: readonly StageReview[] | null; readonly row: ImportedRow };

/** What one person is told: own numbers, as far as the definition discloses them, and the outcome. */
export type DisclosedRow = {
  readonly ref: string;
  readonly stages: Readonly<Record<string, string | null>>;
  readonly total: string | null;
  readonly rank: number | null;
  readonly outcome: "selected" | "reserve" | "not_selected";
};

export type Opening = { readonly reviewSalt: string; readonly disclosedSalt: string; readonly disclosed: DisclosedRow };

export type RefillBatch = {
  readonly leavers: readonly string[];
  readonly seatsAdded: readonly { readonly track: string; readonly seats: number }[];
  readonly added: readonly RefilledSeat[];
};
export type RefilledSeat = {
  readonly ref: string;
  readonly track: string;
  readonly fromTrack: string | null;
  readonly number: number | null;
};

/** 64 hex digits each. */
export type RecordRoots = {
  readonly rule: string;
  readonly scoring: string;
  readonly pool: string;
  readonly stages: Readonly<Record<string, string>>;
  readonly table: string;
  readonly selected: string;
  readonly reserves: string;
  readonly report: string;
  readonly refills: readonly string[];
  readonly disclosed: string;
  readonly review: string;
};
