import { compareText } from "#app/domain/exact/compare-text.ts";
import {
  columnOf,
  readColumn,
  roundedColumn,
  sumOfColumns,
  type NumberColumn,
} from "#app/domain/exact/number-column.ts";
import { placesOf } from "#app/domain/exact/places-of.ts";
import { divide, hundred, rational, rationalOf } from "#app/domain/exact/rational.ts";
import { toExactString } from "#app/domain/exact/rounding.ts";
import { bonusOf, type Bonus } from "#app/domain/selection/bonus.ts";
import type { GrantedBonus, SelectionPerson, SelectionRule } from "#app/domain/selection/selection.ts";

/**
 * Everybody of one run in columns of exact numbers: person i of every column is people[i]. A number that is missing because
 * a stage was not scored is 0; such a person is never qualified. Source: SELECTION A1, A2 steps 5 to 10.
 */
export type CohortTable = {
  readonly rule: SelectionRule;
  /** By application number. */
  readonly people: readonly SelectionPerson[];
  /** A stage's score, or with a criterion its value. */
  readonly numbers: (stage: string, criterion: string | null) => NumberColumn;
  /** Σ score × weight / 100 over the stages: unrounded, without bonus. */
  readonly weightedSum: NumberColumn;
  readonly bonus: (person: number) => GrantedBonus;
  /** Sum and bonus: unrounded, and rounded as the rule says. */
  readonly exact: NumberColumn;
  readonly rounded: NumberColumn;
  /** What people are ranked on: `rounded`, or `exact` where the rule says so. */
  readonly compared: NumberColumn;
};

/** Reads every number that the rule compares, once. Throws on text that is no exact number. */
export function tableOf(rule: SelectionRule, unsorted: readonly SelectionPerson[]): CohortTable {
  const people = unsorted.toSorted((left, right) => compareText(left.applicationNo, right.applicationNo));
  const numbers = numbersOf(people);
  // So that a multiple of the rounding's unit is a whole numerator of every total.
  const size = { people: people.length, divisibleBy: 10n ** BigInt(rule.rounding.scale) };
  const weighted = rule.stages.map(({ id, weightPercent }) => ({
    column: numbers(id, null),
    factor: divide(rationalOf(weightPercent), hundred),
  }));
  const weightedSum = sumOfColumns(weighted, size);

  const bonus = bonusesOf(rule, people);
  const parts = [weightedSum, bonus.granted].map((column) => ({ column, factor: rational(1n) }));
  const exact = sumOfColumns(parts, size);
  const rounded = roundedColumn(exact, rule.rounding);
  return {
    rule,
    people,
    numbers,
    weightedSum,
    bonus: bonus.told,
    exact,
    rounded,
    compared: rule.rankOn === "exact" ? exact : rounded,
  };
}

function numbersOf(people: readonly SelectionPerson[]): CohortTable["numbers"] {
  const columns = new Map<string, NumberColumn>();
  return (stage, criterion) => {
    const key = JSON.stringify([stage, criterion]);
    const column = columns.get(key) ?? readColumn(people.map((person) => textOf(person, stage, criterion) ?? "0"));
    columns.set(key, column);
    return column;
  };
}

/** What a scored stage says of a person: the stage's score, or a criterion's value. */
export function textOf(
  { stages }: SelectionPerson,
  stage: string,
  criterion: string | null,
): string | null | undefined {
  const standing = stages[stage];
  if (standing?.outcome !== "scored") return null;
  return criterion === null ? standing.score : standing.criteria[criterion];
}

/** People with the same verified claims have the same bonus: it is computed and told once. */
function bonusesOf(rule: SelectionRule, people: readonly SelectionPerson[]) {
  const { distinct, places } = placesOf(people.map((person) => claimKey(rule, person)));
  const claims = distinct.map((_, place) => people[places.indexOf(place)]?.claims ?? []);
  const bonuses = claims.map((verified) => bonusOf(rule.bonus, verified));
  const granted = bonuses.map((bonus) => bonus.granted);
  const told = bonuses.map(toldBonus);
  return {
    granted: columnOf(granted, places),
    told: (person: number) => told[places[person] as number] as GrantedBonus,
  };
}

function toldBonus({ verified, granted, capped }: Bonus): GrantedBonus {
  return { verified: toExactString(verified), granted: toExactString(granted), capped };
}

/** The same text for the same bonus. */
function claimKey({ bonus }: SelectionRule, { claims }: SelectionPerson): string {
  if (claims.length === 0 || bonus === null) return "";
  return bonus.items.flatMap(({ id }, item) => (claims.includes(id) ? [item] : [])).join();
}
