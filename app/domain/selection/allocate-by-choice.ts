import type { IntegerSolver } from "#app/domain/exact/integer-program.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import { choose } from "#app/domain/selection/choice/choose.ts";
import { chooseWithinOverlappingBounds } from "#app/domain/selection/choice/overlapping-bounds.ts";
import type { Choice, ChoiceReport } from "#app/domain/selection/choice/pool.ts";
import { splitTie } from "#app/domain/selection/choice-tie.ts";
import { deferredAcceptance } from "#app/domain/selection/matching/deferred-acceptance.ts";
import type { MatchingTrack } from "#app/domain/selection/matching/matching.ts";
import { preferencesFrom } from "#app/domain/selection/matching/preferences.ts";
import type { RankedPerson } from "#app/domain/selection/order-people.ts";
import type { Seat, Seating } from "#app/domain/selection/seats.ts";
import type { MatteringTie, TrackSeats } from "#app/domain/selection/selection.ts";
import { ruleOfTrack, trackPools } from "#app/domain/selection/track-pools.ts";

export type ByChoice = {
  readonly seating: Seating;
  /** By track that has a rule of its own. */
  readonly choices: Readonly<Record<string, ChoiceReport>>;
};

/** A track whose overlapping bounds neither the solver nor the exact search could settle: nobody may be selected on a guess. */
export type Undecided = { readonly undecided: string };

export type ToChoose = {
  readonly tracks: readonly TrackSeats[];
  /** Best first. */
  readonly people: readonly RankedPerson[];
  readonly solver: IntegerSolver | undefined;
};

/**
 * Seats by deferred acceptance, every track choosing by its own rule from those who apply to it (SELECTION B7); where each
 * person names one track this is each track's rule applied to those who name it (B0 to B5). An undecided tie is refused unless
 * all its people get the same kind of seat in the same track, or all of them none: then its order changes nothing.
 */
export function allocateByChoice({ tracks, people, solver }: ToChoose): Result<ByChoice, MatteringTie | Undecided> {
  const chosen = choicesOf({ tracks, people, solver });
  if (!chosen.ok) return chosen;
  const choices = chosen.value;
  const seating = new Map<string, Seat>();
  for (const [index, choice] of choices.entries()) {
    const track = tracks[index]?.id ?? "";
    for (const [place, number] of choice.chosen.entries()) {
      const person = people[number]?.person;
      const given = choice.seats[place];
      if (!person || !given) continue;
      seating.set(person.applicationNo, { track, choiceOrder: person.choices.indexOf(track) + 1, given });
    }
  }
  const tie = splitTie(people, seating);
  if (tie) return refuse(tie);
  const reports = tracks.flatMap(({ id, choice }, index) => (choice ? [[id, choices[index]?.report] as const] : []));
  return done({
    seating,
    choices: Object.fromEntries(reports.flatMap(([id, report]) => (report ? [[id, report]] : []))),
  });
}

function choicesOf({ tracks, people, solver }: ToChoose): Result<readonly Choice[], Undecided> {
  const persons = people.map(({ person }) => person);
  const pools = trackPools(tracks, persons);
  const choosing = tracks.flatMap((track, index) => {
    const pool = pools[index];
    return pool ? [{ id: track.id, rule: ruleOfTrack(track), pool }] : [];
  });
  if (persons.every(({ choices }) => choices.length === 1)) return eachAlone(choosing, solver);

  const preferences = preferencesFrom(
    persons.map(({ choices }) => choices),
    tracks.map(({ id }) => id),
  );
  // Both refusals are found by refusalOf before anybody is ordered.
  if (!preferences.ok) throw new RangeError(`${preferences.refusal.reason}: ${preferences.refusal.track}`);
  const matched = deferredAcceptance({ tracks: choosing, preferences: preferences.value });
  if (!matched.ok) throw new RangeError(matched.refusal.reason);
  return done(matched.value.choices);
}

function eachAlone(
  tracks: readonly MatchingTrack[],
  solver: IntegerSolver | undefined,
): Result<readonly Choice[], Undecided> {
  const choices: Choice[] = [];
  for (const { id, rule, pool } of tracks) {
    if (rule.kind !== "overlapping_bounds" || !solver) {
      choices.push(choose(rule, pool));
      continue;
    }
    const choice = chooseWithinOverlappingBounds(rule, pool, { solver });
    if (!choice.ok) return refuse({ undecided: id });
    choices.push(choice.value);
  }
  return done(choices);
}
