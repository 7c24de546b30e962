import { divide, hundred, multiply, rationalOf, sum, type Rational } from "#app/domain/exact/rational.ts";
import type { SelectionPerson } from "#app/domain/selection/selection.ts";

/** The sum of score × weight / 100 over the given stages, unrounded and without bonus. Every one must be scored. */
export function weightedSum(
  weighted: readonly { readonly id: string; readonly weightPercent: string }[],
  standings: SelectionPerson["stages"],
): Rational {
  return sum(
    weighted.map(({ id, weightPercent }) => {
      const score = standings[id]?.score ?? null;
      if (score === null) throw new RangeError(`no score of stage ${id}`);
      return divide(multiply(rationalOf(score), rationalOf(weightPercent)), hundred);
    }),
  );
}
