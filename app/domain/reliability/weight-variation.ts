import { add, multiply, rational, subtract, type Rational } from "#app/domain/exact/rational.ts";
import { sideChanges, type SideChanges } from "./side-changes.ts";

/** What happens when one weight is changed: who enters, who leaves. */
export type WeightVariation = SideChanges & { readonly weight: number; readonly factor: Rational };

/**
 * Re-runs the selection with one weight at a time made smaller and larger by `share` (10 % unless said otherwise), the others as
 * they are: two variations a weight, smaller first. The rule gets exact weights; it divides by their sum if it needs to.
 * Source: SELECTION D7 (e).
 */
export function varyWeights(
  weights: readonly Rational[],
  rule: (weights: readonly Rational[]) => ReadonlySet<number>,
  share: Rational = rational(1n, 10n),
): readonly WeightVariation[] {
  const one = rational(1n);
  const base = rule(weights);
  return weights.flatMap((_, weight) =>
    [subtract(one, share), add(one, share)].map((factor) => {
      const varied = weights.map((value, index) => (index === weight ? multiply(value, factor) : value));
      return { weight, factor, ...sideChanges(base, rule(varied)) };
    }),
  );
}
