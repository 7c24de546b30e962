import type { IntegerSolver } from "#app/domain/exact/integer-program.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import { choose } from "#app/domain/selection/choice/choose.ts";
import type { ChoiceRule } from "#app/domain/selection/choice/choice-rule.ts";
import type { Choice, ChoiceReport, Pool } from "#app/domain/selection/choice/pool.ts";
import { splitTie } from "#app/domain/selection/choice-tie.ts";
import { groupsOf } from "#app/domain/selection/choice/rule-groups.ts";
import { deferredAcceptance } from "#app/domain/selection/matching/deferred-acceptance.ts";
import { preferencesFrom } from "#app/domain/selection/matching/preferences.ts";
import type { RankedPerson } from "#app/domain/selection/order-people.ts";
import type { Seat, Seating } from "#app/domain/selection/seats.ts";
import type { MatteringTie, TrackSeats } from "#app/domain/selection/selection.ts";

export type ByChoice = {
  readonly seating: Seating;
  /** By track that has a rule of its own. */
  readonly choices: Readonly<Record<string, ChoiceReport>>;
};

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
export function allocateByChoice({ tracks, people, solver }: ToChoose): Result<ByChoice, MatteringTie> {
  const choices = choicesOf({ tracks, people, solver });
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

function choicesOf({ tracks, people, solver }: ToChoose): readonly Choice[] {
  const pools = poolsOf(tracks, people);
  const rules = tracks.map(ruleOf);
  if (people.every(({ person }) => person.choices.length === 1)) {
    return rules.map((rule, index) => choose(rule, pools[index] as Pool, solver ? { solver } : undefined));
  }
  const preferences = preferencesFrom(
    people.map(({ person }) => person.choices),
    tracks.map(({ id }) => id),
  );
  // Both refusals are found by refusalOf before anybody is ordered.
  if (!preferences.ok) throw new RangeError(`${preferences.refusal.reason}: ${preferences.refusal.track}`);
  const matched = deferredAcceptance({
    tracks: tracks.map(({ id }, index) => ({ id, rule: rules[index] as ChoiceRule, pool: pools[index] as Pool })),
    preferences: preferences.value,
  });
  if (!matched.ok) throw new RangeError(matched.refusal.reason);
  return matched.value.choices;
}

function ruleOf({ seats, choice }: TrackSeats): ChoiceRule {
  return choice ?? { kind: "cut_off", seats };
}

/** People are numbered by their place in the order of merit; every track sees those who name it. */
function poolsOf(tracks: readonly TrackSeats[], people: readonly RankedPerson[]): readonly Pool[] {
  const groupNames = [...new Set(tracks.flatMap((track) => groupsOf(ruleOf(track))))];
  const bits = new Map(groupNames.map((name, index) => [name, 1 << index]));
  const masks = Uint32Array.from(people, ({ person }) =>
    person.tags.reduce((mask, tag) => mask | (bits.get(tag) ?? 0), 0),
  );
  const named = new Map<string, number[]>(tracks.map(({ id }) => [id, []]));
  for (const [number, { person }] of people.entries()) for (const id of person.choices) named.get(id)?.push(number);
  return tracks.map(({ id }) => ({ order: Uint32Array.from(named.get(id) ?? []), groupNames, masks }));
}
