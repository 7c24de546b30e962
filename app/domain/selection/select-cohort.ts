import { compareText } from "#app/domain/exact/compare-text.ts";
import type { IntegerSolver } from "#app/domain/exact/integer-program.ts";
import { done, type Result } from "#app/domain/result.ts";
import { allocateByChoice, type ByChoice } from "#app/domain/selection/allocate-by-choice.ts";
import { allocateChoiceFirst } from "#app/domain/selection/allocate-choice-first.ts";
import { allocateScoreFirst } from "#app/domain/selection/allocate-score-first.ts";
import { orderPeople, type RankedPerson } from "#app/domain/selection/order-people.ts";
import { failuresOf } from "#app/domain/selection/qualify.ts";
import { swapForRegion } from "#app/domain/selection/region-swap.ts";
import { reportSelection } from "#app/domain/selection/report-selection.ts";
import { reserveLists } from "#app/domain/selection/reserve-list.ts";
import { selectionDigest } from "#app/domain/selection/selection-digest.ts";
import type {
  MatteringTie,
  SelectionInput,
  SelectionOutcome,
  SelectionRule,
  SelectionStopped,
} from "#app/domain/selection/selection.ts";
import { isByChoice } from "#app/domain/selection/validate-choices.ts";
import { refusalOf } from "#app/domain/selection/validate-selection.ts";

/** What the server hands in: a solver, needed for overlapping bounds only. */
export type Expert = { readonly solver?: IntegerSolver };

/**
 * Selects the seats of one cohort by its rule: minimums, total with bonus, order, tracks, region share, reserve lists.
 * Pure and exact; the same input gives the same outcome and digest everywhere, in whatever order people are handed in.
 * Never seats more than a track has. `stopped` = the committee must first decide the tie it names (hand its order back in
 * `tieDecisions`); `refused` = the input or the rule cannot be run. Source: SELECTION A2, B, RULINGS 17 to 24.
 */
export function selectCohort(input: SelectionInput, { solver }: Expert = {}): SelectionOutcome {
  const refusal = refusalOf(input, solver);
  if (refusal) return { status: "refused", refusal };

  const { rule, tieDecisions = [], draw } = input;
  const digest = selectionDigest(input);
  const people = input.people.toSorted((left, right) => compareText(left.applicationNo, right.applicationNo));
  const judged = people.map((person) => ({ person, failures: failuresOf(rule, person) }));
  const qualified = judged.filter(({ failures }) => failures.length === 0).map(({ person }) => person);
  const order = orderPeople({ rule, qualified, tieDecisions, draw });

  const allocated = allocate({ rule, people: order.people, solver });
  if (!allocated.ok) return stopped(digest, allocated.refusal);
  const { seating: byRule, choices } = allocated.value;

  const [share] = rule.quotas;
  const swapped = share && swapForRegion({ share, people: order.people, seating: byRule });
  if (swapped && !swapped.ok) return stopped(digest, swapped.refusal);
  const seating = swapped?.value.seating ?? byRule;

  const { percentOfSeats } = rule.reserve;
  const reserves = reserveLists({ tracks: rule.tracks, percentOfSeats, people: order.people, seating });
  if (!reserves.ok) return stopped(digest, reserves.refusal);

  return reportSelection({
    rule,
    digest,
    judged,
    order,
    seating,
    byMerit: seatingByMerit({ rule, people: order.people, byRule }),
    choices,
    swaps: swapped?.value.swaps ?? [],
    quotas: swapped ? [swapped.value.report] : [],
    reserves: reserves.value,
  });
}

type ToAllocate = {
  readonly rule: SelectionRule;
  readonly people: readonly RankedPerson[];
  readonly solver: IntegerSolver | undefined;
};

function allocate({ rule, people, solver }: ToAllocate): Result<ByChoice, MatteringTie> {
  const { tracks } = rule;
  if (isByChoice(rule)) return allocateByChoice({ tracks, people, solver });
  const inTurn = rule.assignment === "score_first" ? allocateScoreFirst : allocateChoiceFirst;
  const seating = inTurn({ tracks, people });
  return seating.ok ? done({ seating: seating.value, choices: {} }) : seating;
}

type ToCompare = {
  readonly rule: SelectionRule;
  readonly people: readonly RankedPerson[];
  readonly byRule: ByChoice["seating"];
};

/** Who would have been seated if no track gave seats by groups; a tie that this would hang on is told as it is listed. */
function seatingByMerit({ rule, people, byRule }: ToCompare): ByChoice["seating"] {
  if (rule.tracks.every(({ choice }) => choice === undefined)) return byRule;
  const strict = people.map((ranked, index) => ({ ...ranked, tie: index }));
  const tracks = rule.tracks.map(({ id, seats }) => ({ id, seats }));
  const plain = allocateByChoice({ tracks, people: strict, solver: undefined });
  return plain.ok ? plain.value.seating : byRule;
}

function stopped(digest: string, tie: MatteringTie): SelectionStopped {
  return { status: "stopped", digest, tie };
}
