import { compare, rationalOf, sum, zero, type Rational } from "#app/domain/exact/rational.ts";
import type { BonusRule } from "#app/domain/selection/selection.ts";

export type Bonus = { readonly verified: Rational; readonly granted: Rational; readonly capped: boolean };

/** The points of the verified claims, each item once, together at most the cap. Only for people above every minimum. */
export function bonusOf(rule: BonusRule | null, verifiedClaims: readonly string[]): Bonus {
  if (rule === null) return { verified: zero, granted: zero, capped: false };
  const claimed = rule.items.filter(({ id }) => verifiedClaims.includes(id));
  const verified = sum(claimed.map(({ points }) => rationalOf(points)));
  const cap = rule.cap === null ? verified : rationalOf(rule.cap);
  const capped = compare(verified, cap) > 0;
  return { verified, granted: capped ? cap : verified, capped };
}
