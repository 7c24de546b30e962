import type { DrawRecord } from "#app/domain/draw/draw-record.ts";
import type { Rounding } from "#app/domain/exact/rounding.ts";
import type { ChoiceReport, SeatGiven } from "#app/domain/selection/choice/pool.ts";
import type { ChoiceRule } from "#app/domain/selection/choice/choice-rule.ts";
import type { StageFailure, StageMinimums, StageStanding } from "#app/domain/selection/stage-standing.ts";

/** Stored with every run; goes up with every change of any outcome. */
export const ENGINE_VERSION = 2;

/** Exact text throughout: a decimal with at most six decimals, or "p/q". No instants, dates or row ids. */
export type SelectionRule = {
  /** In published order; `seats` include recorded additions (over-admission), nobody is seated beyond them. */
  readonly tracks: readonly TrackSeats[];
  readonly assignment: "score_first" | "choice_first" | "deferred_acceptance";
  /** Ranks are told within the first-choice track instead of over all tracks. */
  readonly rankingPerTrack: boolean;
  readonly stages: readonly WeightedStage[];
  readonly bonus: BonusRule | null;
  /** Tested on the unrounded weighted sum before bonus; equality passes. */
  readonly minimumTotal: string | null;
  readonly rounding: Rounding;
  readonly rankOn: "rounded" | "exact";
  /** After the total, in this order; the last is `lottery` or `committee_decision`. */
  readonly tieBreakers: readonly TieBreaker[];
  readonly quotas: readonly RegionShare[];
  /** Each track's list is ceil(percentOfSeats × seats / 100) long. */
  readonly reserve: { readonly percentOfSeats: string };
};

/** `choice` = how the track's seats are given, by groups (tags); without it, to the best. Its seats are `seats`. */
export type TrackSeats = { readonly id: string; readonly seats: number; readonly choice?: ChoiceRule };
export type WeightedStage = StageMinimums & { readonly weightPercent: string };
export type BonusItem = { readonly id: string; readonly points: string };
export type BonusRule = { readonly cap: string | null; readonly items: readonly BonusItem[] };

export type TieBreaker =
  | { readonly by: "claim"; readonly item: string }
  | { readonly by: "stage"; readonly stage: string; readonly prefer: "high" | "low" }
  | { readonly by: "criterion"; readonly stage: string; readonly criterion: string; readonly prefer: "high" | "low" }
  | { readonly by: "lottery" }
  | { readonly by: "committee_decision" };

/** At least `percent` of all selected should carry `tag`; reached by swaps within a track, reported where it is not. */
export type RegionShare = {
  readonly id: string;
  readonly kind: "region_swap";
  readonly tag: string;
  readonly percent: string;
};

export type SelectionPerson = {
  readonly applicationNo: string;
  /** Track ids, first choice first. */
  readonly choices: readonly string[];
  readonly acceptOther: boolean;
  /** Who is `excluded` by a recorded decision or `withdrawn` is never selected. */
  readonly standing: "in" | "excluded" | "withdrawn";
  readonly stages: Readonly<Record<string, StageStanding>>;
  /** Bonus items asked for, and those of them whose proof was verified. */
  readonly claimsAsked: readonly string[];
  readonly claims: readonly string[];
  /** Regions the person belongs to. */
  readonly tags: readonly string[];
};

export type SelectionInput = {
  readonly rule: SelectionRule;
  readonly people: readonly SelectionPerson[];
  /** Recorded committee decisions: each an order, best first, of exactly the application numbers of one tie. */
  readonly tieDecisions?: readonly (readonly string[])[];
  /** Needed when the last tie-breaker is `lottery`. */
  readonly draw?: DrawSeed | DrawRecord;
};

/** `seed` is lower-case hex, published; `label` names the draw. */
export type DrawSeed = { readonly seed: string; readonly label: string };

export type SelectionOutcome = SelectionResult | SelectionStopped | SelectionRefused;

/** The committee must order `group` (best first, all of it); `contenders` are those whose outcome depends on it. */
export type MatteringTie = {
  readonly group: readonly string[];
  readonly contenders: readonly string[];
  readonly where: "seat" | "swap" | "reserve_number" | "end_of_reserve_list";
  readonly track: string;
};

export type SelectionStopped = { readonly status: "stopped"; readonly digest: string; readonly tie: MatteringTie };
export type SelectionRefused = { readonly status: "refused"; readonly refusal: SelectionRefusal };

/** What makes a run impossible; `subject` is an application number, or the id of a track, stage or item. */
export type SelectionRefusal = {
  readonly reason:
    | "no_tracks"
    | "seats_not_whole"
    | "duplicate_track"
    | "unknown_stage_in_tie_breakers"
    | "chain_has_no_last_key"
    | "draw_missing"
    | "draw_does_not_hold"
    | "several_quotas_unsupported"
    | "choice_invalid"
    | "choice_seats_differ"
    | "choice_needs_deferred_acceptance"
    | "share_with_choice"
    | "overlapping_bounds_with_tracks"
    | "overlapping_bounds_undecided"
    | "solver_missing"
    | "duplicate_application"
    | "choices_invalid"
    | "unknown_claim"
    | "stage_unfinished"
    | "malformed_number";
  readonly subject: string;
};

export type SelectionResult = {
  readonly status: "complete";
  readonly engineVersion: number;
  /** SHA-256 (hex) over the canonical JSON of rule and people. */
  readonly digest: string;
  readonly seats: number;
  /** By track in the rule's order, then by merit. */
  readonly selected: readonly SelectedPerson[];
  /** By track in the rule's order, then by number. */
  readonly reserves: readonly ReservePerson[];
  /** Sorted by application number. */
  readonly notSelected: readonly NotSelectedPerson[];
  readonly byTrack: Readonly<Record<string, number>>;
  readonly cutLines: readonly CutLine[];
  readonly unfilled: readonly UnfilledSeats[];
  readonly swaps: readonly Swap[];
  readonly quotas: readonly QuotaReport[];
  /** By track that chooses by groups: what its rule asked and what came of it. */
  readonly choices: Readonly<Record<string, ChoiceReport>>;
  /** Selected only because of quotas and guaranteed seats, and who would have been selected without them; by merit. */
  readonly displacement: Displacement;
  /** Undecided ties that changed nothing: shown, not asked. */
  readonly harmlessTies: readonly (readonly string[])[];
  /** The decisions that were applied. */
  readonly decidedTies: readonly (readonly string[])[];
  /** Everybody who met every minimum, best first. */
  readonly order: readonly MeritPlace[];
};

export type MeritPlace = {
  readonly applicationNo: string;
  /** 1 is best; an undecided tie shares the better rank. Over all tracks, and among those with the same first choice. */
  readonly rank: number;
  readonly trackRank: number;
  /** How many qualified people share the first choice. */
  readonly trackPeople: number;
  readonly weightedSum: string;
  readonly bonus: GrantedBonus;
  /** Sum and bonus unrounded, and rounded as the rule says. */
  readonly exactTotal: string;
  readonly total: string;
  /** How many people share the compared total, this one included. */
  readonly sameTotal: number;
  /** Positions in `rule.tieBreakers` that separated this person from neighbours with the same total. */
  readonly decidedBy: readonly number[];
};

/** Points, exact: `verified` before the cap, `granted` after it. */
export type GrantedBonus = { readonly verified: string; readonly granted: string; readonly capped: boolean };

export type SelectedPerson = {
  readonly applicationNo: string;
  readonly track: string;
  readonly choiceOrder: number;
  readonly meritRank: number;
  readonly total: string;
  /** `guaranteed`: on a guaranteed, set-aside or block seat of the track's choice rule. */
  readonly how: "merit" | "region_swap" | "guaranteed";
  readonly seat: SeatGiven;
};

export type ReservePerson = {
  readonly applicationNo: string;
  readonly track: string;
  readonly number: number;
  readonly meritRank: number;
  readonly total: string;
  readonly displacedBy: string | null;
};

export type NotSelectedPerson = {
  readonly applicationNo: string;
  readonly code: FailureCode | "outranked" | "displaced_by_quota" | "ceiling";
  /** Every reason, first the one that `code` names; empty for who was outranked or displaced. */
  readonly failures: readonly SelectionFailure[];
};

export type FailureCode = SelectionFailure["code"];

export type SelectionFailure =
  | { readonly code: "excluded" | "withdrawn" }
  | { readonly code: "absent" | "not_reached"; readonly stage: string }
  | {
      readonly code: StageFailure["kind"];
      readonly stage: string;
      readonly id: string;
      readonly value: string;
      readonly minimum: string;
    }
  | { readonly code: "total_minimum"; readonly value: string; readonly minimum: string };

/** The last person seated in a track by the order of merit; null where nobody is. */
export type CutLine = {
  readonly track: string;
  readonly seats: number;
  readonly lowestTotal: string | null;
  readonly lowestRank: number | null;
};
export type UnfilledSeats = {
  readonly track: string;
  readonly seats: number;
  readonly reason: "no_qualified_applicant_left";
};
export type Displacement = { readonly gained: readonly string[]; readonly lost: readonly string[] };
export type Swap = { readonly quota: string; readonly track: string; readonly out: string; readonly in: string };

/** Counts of selected people; `byMerit` before the swaps, `shortfall` = needed - achieved, at least 0. */
export type QuotaReport = {
  readonly id: string;
  readonly tag: string;
  readonly percent: string;
  readonly selected: number;
  readonly needed: number;
  readonly byMerit: number;
  readonly achieved: number;
  readonly shortfall: number;
};
