import type { IntegerSolver } from "#app/domain/exact/integer-program.ts";
import type { Sha256 } from "#app/domain/proof/sha256.ts";
import { tableOf } from "#app/domain/selection/cohort-table.ts";
import type { Undecided } from "#app/domain/selection/allocate-by-choice.ts";
import { orderPeople } from "#app/domain/selection/order-people.ts";
import { failuresIn, rowsWithout } from "#app/domain/selection/qualify.ts";
import { reportSelection } from "#app/domain/selection/report-selection.ts";
import { reserveLists } from "#app/domain/selection/reserve-list.ts";
import { seatingByMerit, seatPeople } from "#app/domain/selection/seat-people.ts";
import { selectionDigest } from "#app/domain/selection/selection-digest.ts";
import type {
  MatteringTie,
  SelectionInput,
  SelectionOutcome,
  SelectionStopped,
} from "#app/domain/selection/selection.ts";
import { refusalOf } from "#app/domain/selection/validate-selection.ts";

/** What the server hands in: a solver, needed for overlapping bounds only, and a faster hash. */
export type Expert = { readonly solver?: IntegerSolver; readonly sha256?: Sha256 };

/**
 * Selects the seats of one cohort by its rule: minimums, total with bonus, order, tracks, region share, reserve lists.
 * Pure and exact; the same input gives the same outcome and digest everywhere, in whatever order people are handed in.
 * Never seats more than a track has. `stopped` = the committee must first decide the tie it names (hand its order back in
 * `tieDecisions`); `refused` = the input or the rule cannot be run. Source: SELECTION A2, B, RULINGS 17 to 24.
 */
export function selectCohort(input: SelectionInput, { solver, sha256 }: Expert = {}): SelectionOutcome {
  const refusal = refusalOf(input, solver);
  if (refusal) return { status: "refused", refusal };

  const { rule, tieDecisions = [], draw } = input;
  const digest = selectionDigest(input, sha256);
  const table = tableOf(rule, input.people);
  const failures = failuresIn(table);
  const order = orderPeople({ table, qualified: rowsWithout(failures), tieDecisions, draw, sha256 });
  const { people } = order;

  const seated = seatPeople({ rule, people, solver });
  if (!seated.ok) return notSeated(digest, seated.refusal);
  const { seating, choices, swaps, quotas } = seated.value;

  const reserves = reserveLists({ tracks: rule.tracks, percentOfSeats: rule.reserve.percentOfSeats, people, seating });
  if (!reserves.ok) return stopped(digest, reserves.refusal);

  const byMerit = seatingByMerit({ rule, people }, seated.value);
  return reportSelection({
    rule,
    digest,
    table,
    failures,
    order,
    seating,
    byMerit,
    choices,
    swaps,
    quotas,
    reserves: reserves.value,
  });
}

function notSeated(digest: string, refusal: MatteringTie | Undecided): SelectionOutcome {
  if (!("undecided" in refusal)) return stopped(digest, refusal);
  return { status: "refused", refusal: { reason: "overlapping_bounds_undecided", subject: refusal.undecided } };
}

function stopped(digest: string, tie: MatteringTie): SelectionStopped {
  return { status: "stopped", digest, tie };
}
