import { compare, subtract, type Rational } from "#app/domain/exact/rational.ts";
import { groupBit } from "#app/domain/selection/choice/group-bits.ts";
import type { Pool } from "#app/domain/selection/choice/pool.ts";
import { goalOf, type SupernumeraryTarget } from "#app/domain/selection/supernumerary/target.ts";

export type PassedPeople = {
  /** Everybody qualified, best first, whether passed or not. */
  readonly pool: Pool;
  /** Who passed by the ordinary rule: people of the order. */
  readonly passed: Iterable<number>;
  /** How many were planned to pass, 0 or more: the targets are shares of this number, not of those who passed. */
  readonly planned: number;
  /** By person number, the score that the pass line is read on; the order of merit agrees with it. */
  readonly scores: readonly Rational[];
  readonly targets: readonly SupernumeraryTarget[];
};

export type SupernumeraryPasses = {
  /** Who passes above the plan, best first. */
  readonly added: Uint32Array;
  /** The lowest score that passed by the ordinary rule; null where nobody passed. */
  readonly passLine: Rational | null;
  readonly targets: readonly TargetReport[];
};

export type TargetReport = {
  readonly group: string;
  /** People of the group who should pass. */
  readonly goal: number;
  /** How many of the group passed by the ordinary rule, and how many of those added belong to it. */
  readonly passed: number;
  readonly added: number;
  /** How many are still missing. */
  readonly short: number;
  /** The lowest score with which one of the group can be added; null where there is no pass line. */
  readonly lowestScore: Rational | null;
};

/**
 * Adds people above the plan until each target group has its share among those who pass: of the people who did not pass and are
 * at most `within` points below the pass line, those without whom a target of their group would be missed further, the best
 * first. Somebody added counts for every target, and nobody is added whom no target needs. Nobody who passed is touched, so this
 * is not a choice of exactly N: it is applied only where the call announced it, after the ordinary rule. Refuses, with a
 * RangeError, groups the pool does not know and targets that goalOf refuses. Source: SELECTION B6 (Korean targets for gender
 * and region).
 */
export function addSupernumerary({ pool, planned, scores, targets, ...given }: PassedPeople): SupernumeraryPasses {
  const passed = new Set(given.passed);
  const regular = pool.order.filter((person) => passed.has(person));
  const passLine = lowestOf(Array.from(regular, (person) => scores[person] as Rational));
  const goals = targets.map((target): Goal => ({
    people: goalOf(target, planned),
    bit: groupBit(pool, target.group),
    lowestScore: passLine && subtract(passLine, target.within),
  }));

  const added = onlyNeeded({ pool, scores, goals, passed });
  return {
    added,
    passLine,
    targets: targets.map(({ group }, at) => {
      const { people, bit, lowestScore } = goals[at] as Goal;
      const before = inside(pool, bit, regular);
      const more = inside(pool, bit, added);
      const short = Math.max(0, people - before - more);
      return { group, goal: people, passed: before, added: more, short, lowestScore };
    }),
  };
}

type Goal = { readonly people: number; readonly bit: number; readonly lowestScore: Rational | null };

function lowestOf(scores: readonly Rational[]): Rational | null {
  const [first = null, ...rest] = scores;
  return rest.reduce((lowest, score) => (lowest && compare(score, lowest) < 0 ? score : lowest), first);
}

type Waiting = Pick<PassedPeople, "pool" | "scores"> & {
  readonly goals: readonly Goal[];
  readonly passed: ReadonlySet<number>;
};

/** Of those in the margin of a target of theirs, from the last to the best, everybody goes whom no such target needs. */
function onlyNeeded({ pool, scores, goals, passed }: Waiting): Uint32Array {
  const goalsFor = (person: number) =>
    goals.filter(
      ({ bit, lowestScore }) =>
        belongs(pool, bit, person) && lowestScore !== null && compare(scores[person] as Rational, lowestScore) >= 0,
    );
  const inMargin = pool.order.filter((person) => !passed.has(person) && goalsFor(person).length > 0);
  const passing = new Set([...passed, ...inMargin]);
  for (const person of inMargin.toReversed()) {
    const needed = goalsFor(person).some(({ people, bit }) => inside(pool, bit, passing) <= people);
    if (!needed) passing.delete(person);
  }
  return inMargin.filter((person) => passing.has(person));
}

function inside(pool: Pool, bit: number, people: Iterable<number>): number {
  let count = 0;
  for (const person of people) if (belongs(pool, bit, person)) count += 1;
  return count;
}

function belongs({ masks }: Pool, bit: number, person: number): boolean {
  return ((masks[person] as number) & bit) !== 0;
}
