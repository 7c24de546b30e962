import type { IntegerSolver } from "#app/domain/exact/integer-program.ts";
import { done, type Result } from "#app/domain/result.ts";
import { allocateByChoice, type ByChoice, type Undecided } from "#app/domain/selection/allocate-by-choice.ts";
import { allocateChoiceFirst } from "#app/domain/selection/allocate-choice-first.ts";
import { allocateScoreFirst } from "#app/domain/selection/allocate-score-first.ts";
import type { RankedPerson } from "#app/domain/selection/order-people.ts";
import { swapForRegion } from "#app/domain/selection/region-swap.ts";
import type { Seating } from "#app/domain/selection/seats.ts";
import type { MatteringTie, QuotaReport, SelectionRule, Swap } from "#app/domain/selection/selection.ts";
import { isByChoice } from "#app/domain/selection/validate-choices.ts";

type ToSeat = {
  readonly rule: SelectionRule;
  /** Best first. */
  readonly people: readonly RankedPerson[];
  readonly solver: IntegerSolver | undefined;
};

export type Seated = {
  readonly seating: Seating;
  /** Before the swaps. */
  readonly byRule: Seating;
  readonly choices: ByChoice["choices"];
  readonly swaps: readonly Swap[];
  readonly quotas: readonly QuotaReport[];
};

/** Gives the seats as the rule assigns them, then swaps for its region share. Refuses with the tie that must be decided. */
export function seatPeople({ rule, people, solver }: ToSeat): Result<Seated, MatteringTie | Undecided> {
  const assigned = assign({ rule, people, solver });
  if (!assigned.ok) return assigned;
  const { seating: byRule, choices } = assigned.value;
  const [share] = rule.quotas;
  if (!share) return done({ seating: byRule, byRule, choices, swaps: [], quotas: [] });

  const swapped = swapForRegion({ share, people, seating: byRule });
  if (!swapped.ok) return swapped;
  const { seating, swaps, report } = swapped.value;
  return done({ seating, byRule, choices, swaps, quotas: [report] });
}

function assign({ rule, people, solver }: ToSeat): Result<ByChoice, MatteringTie | Undecided> {
  const { tracks } = rule;
  if (isByChoice(rule)) return allocateByChoice({ tracks, people, solver });
  const inTurn = rule.assignment === "score_first" ? allocateScoreFirst : allocateChoiceFirst;
  const seating = inTurn({ tracks, people });
  return seating.ok ? done({ seating: seating.value, choices: {} }) : seating;
}

/** Who would sit where if no track gave seats by groups; a tie that this would hang on is told as it is listed. */
export function seatingByMerit({ rule, people }: Pick<ToSeat, "rule" | "people">, { byRule }: Seated): Seating {
  if (rule.tracks.every(({ choice }) => choice === undefined)) return byRule;
  const strict = people.map((ranked, index) => ({ ...ranked, tie: index }));
  const tracks = rule.tracks.map(({ id, seats }) => ({ id, seats }));
  const plain = allocateByChoice({ tracks, people: strict, solver: undefined });
  return plain.ok ? plain.value.seating : byRule;
}
