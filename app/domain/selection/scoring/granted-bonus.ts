import { compare, divide, hundred, multiply, rationalOf, sum, type Rational } from "#app/domain/exact/rational.ts";
import type { BonusCaps, BonusClaim } from "#app/domain/selection/scoring/scoring-rule.ts";

type ToGrant = {
  readonly caps: BonusCaps;
  readonly claims: readonly BonusClaim[];
  /** The largest possible weighted total, of which percentages are; null where a maximum is not stated. */
  readonly maximum: Rational | null;
};

/**
 * The bonus points of one application: the claims of an item together at most its own cap, all items together at most the
 * overall cap (SELECTION A4). Throws on a percentage without a maximum.
 */
export function grantedBonus({ caps, claims, maximum }: ToGrant): Rational {
  const items = [...new Set(claims.map(({ item }) => item))];
  const byItem = items.map((item) => {
    const own = claims.filter((claim) => claim.item === item).map((claim) => pointsOf(claim, maximum));
    return capped(sum(own), Object.hasOwn(caps.itemCaps, item) ? caps.itemCaps[item] : null);
  });
  return capped(sum(byItem), caps.cap);
}

function pointsOf(claim: BonusClaim, maximum: Rational | null): Rational {
  if ("points" in claim) return rationalOf(claim.points);
  if (maximum === null) throw new RangeError(`a percentage for ${claim.item}, but there is no maximum`);
  return divide(multiply(rationalOf(claim.percent), maximum), hundred);
}

function capped(points: Rational, cap: string | null | undefined): Rational {
  if (cap === null || cap === undefined) return points;
  const most = rationalOf(cap);
  return compare(points, most) > 0 ? most : points;
}
