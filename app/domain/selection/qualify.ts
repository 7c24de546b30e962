import { leastNumerator } from "#app/domain/exact/number-column.ts";
import { rational, rationalOf } from "#app/domain/exact/rational.ts";
import { toExactString } from "#app/domain/exact/rounding.ts";
import { tableOf, textOf, type CohortTable } from "#app/domain/selection/cohort-table.ts";
import type {
  SelectionFailure,
  SelectionPerson,
  SelectionRule,
  WeightedStage,
} from "#app/domain/selection/selection.ts";
import { failureOf, minimumsOf } from "#app/domain/selection/stage-minimums.ts";

/** Why one person cannot be selected: as failuresIn, for one. */
export function failuresOf(rule: SelectionRule, person: SelectionPerson): readonly SelectionFailure[] {
  return failuresIn(tableOf(rule, [person]))[0] ?? none;
}

/**
 * Why each person cannot be selected, in the order standing, stages as the rule lists them, total; empty = qualified.
 * The minimum total is tested on the unrounded weighted sum without bonus; equality passes everywhere.
 */
export function failuresIn(table: CohortTable): readonly (readonly SelectionFailure[])[] {
  const tests = [...table.rule.stages.map((stage) => stageTest(table, stage)), totalTest(table)];
  return table.people.map(({ standing }, person) => {
    const byStanding: readonly SelectionFailure[] = standing === "in" ? none : [{ code: standing }];
    return tests.reduce((failures, test) => joined(failures, test(person)), byStanding);
  });
}

/** The rows of the table whose people fail nothing. */
export function rowsWithout(failures: ReturnType<typeof failuresIn>): Uint32Array {
  return Uint32Array.from(failures.flatMap(({ length }, row) => (length === 0 ? [row] : [])));
}

/** What person i of the table fails by one test. */
type Test = (person: number) => readonly SelectionFailure[];

const none: readonly SelectionFailure[] = [];

// Most people fail nothing: they share one empty list.
function joined(one: readonly SelectionFailure[], other: readonly SelectionFailure[]): readonly SelectionFailure[] {
  return other.length === 0 ? one : [...one, ...other];
}

function stageTest({ people, numbers }: CohortTable, stage: WeightedStage): Test {
  const minimums = minimumsOf(stage).map((minimum) => {
    const column = numbers(stage.id, minimum.criterion);
    return { minimum, numerators: column.numerators, least: leastNumerator(column, minimum.least) };
  });
  return (at) => {
    const person = people[at] as SelectionPerson;
    const outcome = person.stages[stage.id]?.outcome ?? "not_reached";
    if (outcome === "absent" || outcome === "not_reached") return [{ code: outcome, stage: stage.id }];
    let failures = none;
    for (const { minimum, numerators, least } of minimums) {
      if ((numerators[at] as number | bigint) >= least) continue;
      const text = textOf(person, stage.id, minimum.criterion) ?? null;
      if (text === null) continue;
      const { kind, ...missed } = failureOf(minimum, rationalOf(text));
      failures = [...failures, { code: kind, stage: stage.id, ...missed }];
    }
    return failures;
  };
}

function totalTest({ rule: { minimumTotal, stages }, people, weightedSum }: CohortTable): Test {
  if (minimumTotal === null) return () => none;
  const least = leastNumerator(weightedSum, rationalOf(minimumTotal));
  return (at) => {
    const numerator = weightedSum.numerators[at] as number | bigint;
    if (numerator >= least) return none;
    const isScored = stages.every(({ id }) => people[at]?.stages[id]?.outcome === "scored");
    if (!isScored) return none;
    const value = toExactString(rational(BigInt(numerator), weightedSum.denominator));
    return [{ code: "total_minimum", value, minimum: minimumTotal }];
  };
}
