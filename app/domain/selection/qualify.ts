import { compare, rationalOf, type Rational } from "#app/domain/exact/rational.ts";
import { toExactString } from "#app/domain/exact/rounding.ts";
import { missedMinimums } from "#app/domain/selection/stage-minimums.ts";
import { weightedSum } from "#app/domain/selection/composite.ts";
import type {
  SelectionFailure,
  SelectionPerson,
  SelectionRule,
  WeightedStage,
} from "#app/domain/selection/selection.ts";

/**
 * Why a person cannot be selected, in the order standing, stages as the rule lists them, total; empty = qualified.
 * The minimum total is tested on the unrounded weighted sum without bonus; equality passes everywhere.
 */
export function failuresOf(rule: SelectionRule, person: SelectionPerson): readonly SelectionFailure[] {
  const byStanding: SelectionFailure[] = person.standing === "in" ? [] : [{ code: person.standing }];
  const byStage = rule.stages.flatMap((stage) => stageFailures(stage, person));
  const unscored = rule.stages.some(({ id }) => person.stages[id]?.outcome !== "scored");
  return [...byStanding, ...byStage, ...(unscored ? [] : totalFailure(rule, weightedSum(rule.stages, person.stages)))];
}

function stageFailures(stage: WeightedStage, person: SelectionPerson): readonly SelectionFailure[] {
  const standing = person.stages[stage.id];
  if (!standing || standing.outcome === "not_reached") return [{ code: "not_reached", stage: stage.id }];
  if (standing.outcome === "absent") return [{ code: "absent", stage: stage.id }];
  return missedMinimums(stage, standing).map(({ kind, ...missed }) => ({ code: kind, stage: stage.id, ...missed }));
}

function totalFailure({ minimumTotal }: SelectionRule, sum: Rational): readonly SelectionFailure[] {
  if (minimumTotal === null || compare(sum, rationalOf(minimumTotal)) >= 0) return [];
  return [{ code: "total_minimum", value: toExactString(sum), minimum: minimumTotal }];
}
