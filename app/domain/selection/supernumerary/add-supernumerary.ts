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
  /** By person number, the score that the pass line is read on. */
  readonly scores: readonly Rational[];
  /** In their published order. */
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
 * Adds people above the plan until each target group has its share among those who pass: target after target, the best of the
 * group who did not pass and are at most `within` points below the pass line. Somebody added counts for every target, and nobody
 * stays added whom no target needs. Nobody who passed is touched, so this is not a choice of exactly N: it is applied only
 * where the call announced it, after the ordinary rule. Refuses, with a RangeError, groups the pool does not know and
 * targets that goalOf refuses. Source: SELECTION B6 (Korean targets for gender and region).
 */
export function addSupernumerary(given: PassedPeople): SupernumeraryPasses {
  const { pool, planned, scores, targets } = given;
  const passed = new Set(given.passed);
  const passLine = lowestOf(
    pool.order.filter((person) => passed.has(person)),
    scores,
  );
  const goals = targets.map((target): Goal => ({
    people: goalOf(target, planned),
    bit: groupBit(pool, target.group),
    lowestScore: passLine && subtract(passLine, target.within),
  }));

  const passing = new Set(passed);
  for (const goal of goals) addBest(goal, given, passing);
  const added = withoutUnneeded({ pool, passed, passing, goals });
  return {
    added,
    passLine,
    targets: targets.map(({ group }, at) => {
      const { people, bit, lowestScore } = goals[at] as Goal;
      const before = inside(pool, bit, passed);
      const more = inside(pool, bit, added);
      return {
        group,
        goal: people,
        passed: before,
        added: more,
        short: Math.max(0, people - before - more),
        lowestScore,
      };
    }),
  };
}

type Goal = { readonly people: number; readonly bit: number; readonly lowestScore: Rational | null };

function lowestOf(people: Uint32Array, scores: readonly Rational[]): Rational | null {
  let lowest: Rational | null = null;
  for (const person of people) {
    const score = scores[person] as Rational;
    if (lowest === null || compare(score, lowest) < 0) lowest = score;
  }
  return lowest;
}

function addBest({ people, bit, lowestScore }: Goal, { pool, scores }: PassedPeople, passing: Set<number>): void {
  if (lowestScore === null) return;
  let missing = people - inside(pool, bit, passing);
  for (const person of pool.order) {
    const fits = belongs(pool, bit, person) && !passing.has(person);
    if (missing <= 0 || !fits || compare(scores[person] as Rational, lowestScore) < 0) continue;
    passing.add(person);
    missing -= 1;
  }
}

type Passing = {
  readonly pool: Pool;
  readonly passed: ReadonlySet<number>;
  readonly passing: Set<number>;
  readonly goals: readonly Goal[];
};

/** Somebody added for an early target can be made superfluous by one added for a later; the last by merit goes first. */
function withoutUnneeded({ pool, passed, passing, goals }: Passing): Uint32Array {
  for (const person of pool.order.toReversed()) {
    const needed = goals.some(({ people, bit }) => belongs(pool, bit, person) && inside(pool, bit, passing) <= people);
    if (!passed.has(person) && !needed) passing.delete(person);
  }
  return pool.order.filter((person) => passing.has(person) && !passed.has(person));
}

function inside(pool: Pool, bit: number, people: Iterable<number>): number {
  let count = 0;
  for (const person of people) if (belongs(pool, bit, person)) count += 1;
  return count;
}

function belongs({ masks }: Pool, bit: number, person: number): boolean {
  return ((masks[person] as number) & bit) !== 0;
}
