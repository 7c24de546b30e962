import { compare, hundred, multiply, rationalOf, type Rational } from "#app/domain/exact/rational.ts";
import type { CutOff, ScoredCriterion } from "#app/domain/selection/scoring/scoring-rule.ts";

/** What the cut-offs are tested on; `criteria` stand beside the rule's. */
export type TestedScore = {
  readonly criteria: readonly Rational[];
  readonly weightedTotal: Rational;
  readonly total: Rational;
};

export type FailedCutOff = { readonly cutOff: CutOff; readonly value: Rational };

type ToTest = {
  readonly criteria: readonly ScoredCriterion[];
  readonly cutOffs: readonly CutOff[];
  readonly score: TestedScore;
};

/**
 * Every cut-off that is missed, in the rule's order; equality passes, and percentages are multiplied out, never divided
 * (SELECTION A3). Throws on an unknown criterion and on a percentage of a criterion without a maximum.
 */
export function missedCutOffs({ criteria, cutOffs, score }: ToTest): readonly FailedCutOff[] {
  return cutOffs.flatMap((cutOff) => {
    const { value, isMissed } = tested({ criteria, cutOff, score });
    return isMissed ? [{ cutOff, value }] : [];
  });
}

type OneTest = Omit<ToTest, "cutOffs"> & { readonly cutOff: CutOff };

function tested({ criteria, cutOff, score }: OneTest): { readonly value: Rational; readonly isMissed: boolean } {
  if (cutOff.on !== "criterion") {
    const value = cutOff.on === "total" ? score.total : score.weightedTotal;
    return { value, isMissed: compare(value, rationalOf(cutOff.points)) < 0 };
  }
  const at = criteria.findIndex(({ id }) => id === cutOff.criterion);
  const value = score.criteria[at];
  if (value === undefined) throw new RangeError(`no criterion ${cutOff.criterion}`);
  if ("points" in cutOff) return { value, isMissed: compare(value, rationalOf(cutOff.points)) < 0 };
  const max = criteria[at]?.max ?? null;
  if (max === null) throw new RangeError(`a percentage of ${cutOff.criterion}, which has no maximum`);
  return {
    value,
    isMissed: compare(multiply(hundred, value), multiply(rationalOf(cutOff.percent), rationalOf(max))) < 0,
  };
}
