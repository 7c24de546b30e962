import { compareText } from "#app/domain/exact/compare-text.ts";
import { allocateChoiceFirst } from "#app/domain/selection/allocate-choice-first.ts";
import { allocateScoreFirst } from "#app/domain/selection/allocate-score-first.ts";
import { orderPeople } from "#app/domain/selection/order-people.ts";
import { failuresOf } from "#app/domain/selection/qualify.ts";
import { swapForRegion } from "#app/domain/selection/region-swap.ts";
import { reportSelection } from "#app/domain/selection/report-selection.ts";
import { reserveLists } from "#app/domain/selection/reserve-list.ts";
import { selectionDigest } from "#app/domain/selection/selection-digest.ts";
import type {
  MatteringTie,
  SelectionInput,
  SelectionOutcome,
  SelectionStopped,
} from "#app/domain/selection/selection.ts";
import { refusalOf } from "#app/domain/selection/validate-selection.ts";

/**
 * Selects the seats of one cohort by its rule: minimums, total with bonus, order, tracks, region share, reserve lists.
 * Pure and exact; the same input gives the same outcome and digest everywhere, in whatever order people are handed in.
 * Never seats more than a track has. `stopped` = the committee must first decide the tie it names (hand its order back in
 * `tieDecisions`); `refused` = the input or the rule cannot be run.
 */
export function selectCohort(input: SelectionInput): SelectionOutcome {
  const refusal = refusalOf(input);
  if (refusal) return { status: "refused", refusal };

  const { rule, tieDecisions = [], draw } = input;
  const digest = selectionDigest(input);
  const people = input.people.toSorted((left, right) => compareText(left.applicationNo, right.applicationNo));
  const judged = people.map((person) => ({ person, failures: failuresOf(rule, person) }));
  const qualified = judged.filter(({ failures }) => failures.length === 0).map(({ person }) => person);
  const order = orderPeople({ rule, qualified, tieDecisions, draw });

  const allocate = rule.assignment === "score_first" ? allocateScoreFirst : allocateChoiceFirst;
  const allocated = allocate({ tracks: rule.tracks, people: order.people });
  if (!allocated.ok) return stopped(digest, allocated.refusal);

  const [share] = rule.quotas;
  const swapped = share && swapForRegion({ share, people: order.people, seating: allocated.value });
  if (swapped && !swapped.ok) return stopped(digest, swapped.refusal);
  const seating = swapped?.value.seating ?? allocated.value;

  const { percentOfSeats } = rule.reserve;
  const reserves = reserveLists({ tracks: rule.tracks, percentOfSeats, people: order.people, seating });
  if (!reserves.ok) return stopped(digest, reserves.refusal);

  const swaps = swapped?.value.swaps ?? [];
  const quotas = swapped ? [swapped.value.report] : [];
  return reportSelection({ rule, digest, judged, order, seating, swaps, quotas, reserves: reserves.value });
}

function stopped(digest: string, tie: MatteringTie): SelectionStopped {
  return { status: "stopped", digest, tie };
}
