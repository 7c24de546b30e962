import type { IntegerSolver } from "#app/domain/exact/integer-program.ts";
import type { Pool } from "#app/domain/selection/choice/pool.ts";
import { groupsOf, seatsOfRule } from "#app/domain/selection/choice/rule-groups.ts";
import { trackPools } from "#app/domain/selection/track-pools.ts";
import { validateChoiceRule } from "#app/domain/selection/choice/validate-choice-rule.ts";
import type { SelectionInput, SelectionRefusal, SelectionRule, TrackSeats } from "#app/domain/selection/selection.ts";

/** Whether tracks choose by rules of their own or applicants are matched to them, instead of being seated in turn. */
export function isByChoice({ tracks, assignment }: SelectionRule): boolean {
  return assignment === "deferred_acceptance" || tracks.some(({ choice }) => choice !== undefined);
}

/**
 * What makes rules that choose by groups impossible: seats that do not add up, a share that would be swapped over them,
 * several choices without deferred acceptance, overlapping bounds beside several choices or without a solver (SELECTION B7).
 */
export function choiceRefusal(input: SelectionInput, solver: IntegerSolver | undefined): SelectionRefusal | null {
  const { rule, people } = input;
  if (!isByChoice(rule)) return null;
  const [share] = rule.quotas;
  if (share && rule.tracks.some(({ choice }) => choice)) return { reason: "share_with_choice", subject: share.id };
  const different = rule.tracks.find(({ seats, choice }) => choice && seatsOfRule(choice) !== seats);
  if (different) return { reason: "choice_seats_differ", subject: different.id };
  const groups = new Set(rule.tracks.flatMap(({ choice }) => (choice ? groupsOf(choice) : [])));
  if (groups.size > MOST_GROUPS) return { reason: "choice_invalid", subject: [...groups][MOST_GROUPS] ?? "" };

  const undecided = people.find(({ choices }) => choices.length > 1);
  const expert = rule.tracks.find(isExpert);
  if (expert && undecided) return { reason: "overlapping_bounds_with_tracks", subject: expert.id };
  if (expert && !solver) return { reason: "solver_missing", subject: expert.id };
  if (rule.assignment !== "deferred_acceptance" && undecided) {
    return { reason: "choice_needs_deferred_acceptance", subject: undecided.applicationNo };
  }
  const pools = trackPools(rule.tracks, people);
  const invalid = rule.tracks.find((track, index) => !isValid(track, pools[index]));
  return invalid ? { reason: "choice_invalid", subject: invalid.id } : null;
}

function isValid({ choice }: TrackSeats, pool: Pool | undefined): boolean {
  return choice === undefined || pool === undefined || validateChoiceRule(choice, pool).ok;
}

const MOST_GROUPS = 31;

function isExpert({ choice }: TrackSeats): boolean {
  return choice?.kind === "overlapping_bounds";
}
