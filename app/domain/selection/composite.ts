import { add, divide, hundred, multiply, rationalOf, sum, type Rational } from "#app/domain/exact/rational.ts";
import { roundTo } from "#app/domain/exact/rounding.ts";
import { bonusOf, type Bonus } from "#app/domain/selection/bonus.ts";
import type { SelectionPerson, SelectionRule } from "#app/domain/selection/selection.ts";

/** `compared` is what people are ranked on: `rounded`, or `exact` where the rule says so. */
export type Composite = {
  readonly weightedSum: Rational;
  readonly bonus: Bonus;
  readonly exact: Rational;
  readonly rounded: Rational;
  readonly compared: Rational;
};

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

/** The total of a qualified person: weighted sum, then capped bonus, then rounding. */
export function compositeOf(rule: SelectionRule, person: SelectionPerson): Composite {
  const base = weightedSum(rule.stages, person.stages);
  const bonus = bonusOf(rule.bonus, person.claims);
  const exact = add(base, bonus.granted);
  const rounded = roundTo(exact, rule.rounding);
  return { weightedSum: base, bonus, exact, rounded, compared: rule.rankOn === "exact" ? exact : rounded };
}
