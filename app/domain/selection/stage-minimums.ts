import { compare, divide, hundred, multiply, rationalOf, type Rational } from "#app/domain/exact/rational.ts";
import { toExactString } from "#app/domain/exact/rounding.ts";
import type { StageFailure, StageMinimums, StageStanding } from "#app/domain/selection/stage-standing.ts";

/**
 * Every minimum that a scored stage misses, in the order stage, gate, criteria; equality passes.
 * The stage minimum is tested on the rounded score, criteria and gate on unrounded values. Unscored stages miss none here.
 */
export function missedMinimums(rule: StageMinimums, standing: StageStanding): readonly StageFailure[] {
  if (standing.outcome !== "scored" || standing.score === null) return [];
  return [
    ...missed("stage_minimum", { id: rule.id, value: rationalOf(standing.score), minimum: rule.minimum }),
    ...missedGate(rule, standing),
    ...rule.criteria.flatMap((criterion) => {
      const value = standing.criteria[criterion.id];
      if (criterion.minPercent === null || value === undefined) return [];
      const points = divide(multiply(rationalOf(criterion.minPercent), rationalOf(criterion.max)), hundred);
      const minimum = toExactString(points);
      return missed("criterion_minimum", { id: criterion.id, value: rationalOf(value), minimum });
    }),
  ];
}

function missedGate(rule: StageMinimums, standing: StageStanding): readonly StageFailure[] {
  const criterion = rule.criteria.find(({ id }) => id === rule.gate?.criterion);
  const points = criterion && standing.criteria[criterion.id];
  if (!rule.gate || !criterion || points === undefined) return [];
  const percent = divide(multiply(rationalOf(points), hundred), rationalOf(criterion.max));
  return missed("gate", { id: criterion.id, value: percent, minimum: rule.gate.minimumPercent });
}

type Tested = { readonly id: string; readonly value: Rational; readonly minimum: string | null };

function missed(kind: StageFailure["kind"], { id, value, minimum }: Tested): readonly StageFailure[] {
  if (minimum === null || compare(value, rationalOf(minimum)) >= 0) return [];
  return [{ kind, id, value: toExactString(value), minimum }];
}
