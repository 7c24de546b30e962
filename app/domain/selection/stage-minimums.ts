import { compare, divide, hundred, multiply, rational, rationalOf, type Rational } from "#app/domain/exact/rational.ts";
import { toExactString } from "#app/domain/exact/rounding.ts";
import type { StageFailure, StageMinimums, StageStanding } from "#app/domain/selection/stage-standing.ts";

/** Something that a scored stage must reach: its score, or where `criterion` names one, that criterion's value. */
export type Minimum = {
  readonly kind: StageFailure["kind"];
  readonly id: string;
  readonly criterion: string | null;
  /** In the points of what is tested; equality passes. */
  readonly least: Rational;
  /** As it is told, in the unit of the rule: points times `toldPerPoint`. */
  readonly told: string;
  readonly toldPerPoint: Rational;
};

const one = rational(1n);

/** Every minimum of a stage in the order stage, gate, criteria. The gate's percentage is of its criterion's maximum. */
export function minimumsOf({ id, minimum, gate, criteria }: StageMinimums): readonly Minimum[] {
  const ofStage: Minimum[] = [];
  if (minimum !== null) {
    const least = rationalOf(minimum);
    ofStage.push({ kind: "stage_minimum", id, criterion: null, least, told: minimum, toldPerPoint: one });
  }
  const gated = criteria.find((criterion) => criterion.id === gate?.criterion);
  if (gate && gated) {
    const toldPerPoint = divide(hundred, rationalOf(gated.max));
    const least = divide(rationalOf(gate.minimumPercent), toldPerPoint);
    const told = gate.minimumPercent;
    ofStage.push({ kind: "gate", id: gated.id, criterion: gated.id, least, told, toldPerPoint });
  }
  const ofCriteria = criteria.flatMap((criterion): readonly Minimum[] => {
    if (criterion.minPercent === null) return [];
    const least = divide(multiply(rationalOf(criterion.minPercent), rationalOf(criterion.max)), hundred);
    const told = toExactString(least);
    return [{ kind: "criterion_minimum", id: criterion.id, criterion: criterion.id, least, told, toldPerPoint: one }];
  });
  return [...ofStage, ...ofCriteria];
}

/** A minimum that a value misses, told in the unit of the rule. */
export function failureOf({ kind, id, told, toldPerPoint }: Minimum, value: Rational): StageFailure {
  return { kind, id, value: toExactString(multiply(value, toldPerPoint)), minimum: told };
}

/**
 * Every minimum that a scored stage misses, in the order stage, gate, criteria; equality passes.
 * The stage minimum is tested on the rounded score, criteria and gate on unrounded values. Unscored stages miss none here.
 */
export function missedMinimums(rule: StageMinimums, standing: StageStanding): readonly StageFailure[] {
  if (standing.outcome !== "scored" || standing.score === null) return [];
  return minimumsOf(rule).flatMap((minimum) => {
    const text = minimum.criterion === null ? standing.score : standing.criteria[minimum.criterion];
    if (text === null || text === undefined) return [];
    const value = rationalOf(text);
    return compare(value, minimum.least) < 0 ? [failureOf(minimum, value)] : [];
  });
}
