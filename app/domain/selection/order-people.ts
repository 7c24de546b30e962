import { ticketsOfDraw, type DrawRecord } from "#app/domain/draw/draw-record.ts";
import { seededOrder } from "#app/domain/draw/seeded-order.ts";
import { drawnOrder } from "#app/domain/draw/verifiable-tickets.ts";
import { compareText } from "#app/domain/exact/compare-text.ts";
import { compare, rationalOf, type Rational } from "#app/domain/exact/rational.ts";
import { compositeOf, type Composite } from "#app/domain/selection/composite.ts";
import type { DrawSeed, SelectionPerson, SelectionRule, TieBreaker } from "#app/domain/selection/selection.ts";

/** A qualified person in the order of merit. `tie` is shared by those whom only the committee can tell apart. */
export type RankedPerson = {
  readonly person: SelectionPerson;
  readonly composite: Composite;
  readonly tie: number;
  /** 1 is best; an undecided tie shares the better rank. */
  readonly rank: number;
  readonly decidedBy: readonly number[];
};

export type MeritOrder = {
  readonly people: readonly RankedPerson[];
  readonly decidedTies: readonly (readonly string[])[];
};

type ToOrder = {
  readonly rule: SelectionRule;
  readonly qualified: readonly SelectionPerson[];
  readonly tieDecisions: readonly (readonly string[])[];
  readonly draw: DrawSeed | DrawRecord | undefined;
};

type Keyed = { readonly person: SelectionPerson; readonly composite: Composite; readonly keys: readonly Rational[] };

/**
 * Orders people by total, then by the rule's tie-breakers, each better value first. A lottery makes the order strict;
 * people whom every other key leaves equal are one tie, put in the recorded order if there is one of exactly these
 * people, else undecided and (only so that runs repeat) listed by application number.
 */
export function orderPeople({ rule, qualified, tieDecisions, draw }: ToOrder): MeritOrder {
  const comparable = rule.tieBreakers.filter(({ by }) => by !== "lottery" && by !== "committee_decision");
  const keyed = qualified.map((person) => keyedPerson(rule, person, comparable));
  keyed.sort((left, right) => firstDifference(left, right).sign || compareNumbers(left, right));

  const decidedTies: (readonly string[])[] = [];
  const groups = groupEqual(keyed).map((group) => {
    const decided = decideGroup({ group, rule, tieDecisions, draw });
    if (decided && group.length > 1 && !isDrawn(rule))
      decidedTies.push(decided.map(({ person }) => person.applicationNo));
    return { members: decided ?? group, strict: decided !== null };
  });
  return { people: rankGroups(groups, comparable.length), decidedTies };
}

function compareNumbers(left: Keyed, right: Keyed): number {
  return compareText(left.person.applicationNo, right.person.applicationNo);
}

function keyedPerson(rule: SelectionRule, person: SelectionPerson, tieBreakers: readonly TieBreaker[]): Keyed {
  const composite = compositeOf(rule, person);
  return { person, composite, keys: [composite.compared, ...tieBreakers.map((key) => keyValue(key, person))] };
}

const one: Rational = { numerator: 1n, denominator: 1n };
const nothing: Rational = { numerator: 0n, denominator: 1n };

/** A number of which more is better. */
function keyValue(key: TieBreaker, person: SelectionPerson): Rational {
  switch (key.by) {
    case "claim":
      return person.claims.includes(key.item) ? one : nothing;
    case "stage":
      return preferred(person.stages[key.stage]?.score, key.prefer);
    case "criterion":
      return preferred(person.stages[key.stage]?.criteria[key.criterion], key.prefer);
    default:
      return nothing;
  }
}

function preferred(text: string | null | undefined, prefer: "high" | "low"): Rational {
  const value = rationalOf(text ?? "0");
  return prefer === "high" ? value : { ...value, numerator: -value.numerator };
}

/** `at` 0 is the total, 1 the first tie-breaker; `sign` 0 when every key is equal. */
function firstDifference(left: Keyed, right: Keyed): { readonly sign: number; readonly at: number } {
  for (const [at, value] of left.keys.entries()) {
    const sign = compare(right.keys[at] ?? nothing, value);
    if (sign !== 0) return { sign, at };
  }
  return { sign: 0, at: left.keys.length };
}

function groupEqual(sorted: readonly Keyed[]): readonly (readonly Keyed[])[] {
  const groups: Keyed[][] = [];
  for (const next of sorted) {
    const group = groups.at(-1);
    const first = group?.[0];
    if (group && first && firstDifference(first, next).sign === 0) group.push(next);
    else groups.push([next]);
  }
  return groups;
}

type ToDecide = Pick<ToOrder, "rule" | "tieDecisions" | "draw"> & { readonly group: readonly Keyed[] };

function decideGroup({ group, rule, tieDecisions, draw }: ToDecide): readonly Keyed[] | null {
  if (group.length === 1) return group;
  const byNo = new Map(group.map((member) => [member.person.applicationNo, member]));
  const drawn = isDrawn(rule) && draw ? drawnFrom(draw, [...byNo.keys()]) : undefined;
  const order = drawn ?? tieDecisions.find((decision) => isOrderOf(decision, byNo));
  return order ? order.flatMap((applicationNo) => byNo.get(applicationNo) ?? []) : null;
}

function drawnFrom(draw: DrawSeed | DrawRecord, ids: readonly string[]): readonly string[] {
  return "algorithm" in draw ? drawnOrder(ticketsOfDraw(draw, ids)) : seededOrder({ ...draw, ids });
}

function isDrawn(rule: SelectionRule): boolean {
  return rule.tieBreakers.at(-1)?.by === "lottery";
}

function isOrderOf(decision: readonly string[], group: ReadonlyMap<string, unknown>): boolean {
  const named = new Set(decision);
  return decision.length === group.size && named.size === group.size && decision.every((no) => group.has(no));
}

type DecidedGroup = { readonly members: readonly Keyed[]; readonly strict: boolean };

function rankGroups(groups: readonly DecidedGroup[], lastKey: number): readonly RankedPerson[] {
  const places = groups.flatMap(({ members, strict }, group) => members.map((member) => ({ member, strict, group })));
  const firstOfGroup = new Map<number, number>();
  let tie = -1;
  return places.map(({ member, strict, group }, index) => {
    const first = firstOfGroup.get(group) ?? index;
    firstOfGroup.set(group, first);
    if (strict || first === index) tie += 1;
    const neighbours = [places[index - 1], places[index + 1]];
    const decidedBy = neighbours.flatMap((neighbour) => {
      if (!neighbour) return [];
      const { sign, at } = firstDifference(neighbour.member, member);
      if (sign === 0) return strict ? [lastKey] : [];
      return at > 0 ? [at - 1] : [];
    });
    const { person, composite } = member;
    const distinct = [...new Set(decidedBy)].toSorted((left, right) => left - right);
    return { person, composite, tie, rank: strict ? index + 1 : first + 1, decidedBy: distinct };
  });
}
