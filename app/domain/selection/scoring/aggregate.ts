import { compareText } from "#app/domain/exact/compare-text.ts";
import { compare, mean, type Rational } from "#app/domain/exact/rational.ts";

/**
 * How the values of several reviewers become one (SELECTION A2). `drop_high_low` takes `each` highest and as many lowest
 * away from `enabledFrom` values on; with fewer, or where nothing would be left, `tooFew` decides: the mean of all, or no
 * value until the authority has decided (`hold`).
 */
export type AggregateRule =
  | { readonly kind: "mean" }
  | { readonly kind: "median" }
  | {
      readonly kind: "drop_high_low";
      readonly each: number;
      readonly enabledFrom: number;
      readonly tooFew: "mean_all" | "hold";
    };

export type ReviewValue = { readonly reviewer: string; readonly value: Rational };

/** The reviewers whose values were dropped, most extreme first; of equal values that of the smallest reviewer code. */
export type DroppedReviewers = { readonly highest: readonly string[]; readonly lowest: readonly string[] };

export type Aggregated = {
  /** Null where there is no value to aggregate, or the rule holds. */
  readonly value: Rational | null;
  readonly dropped: DroppedReviewers | null;
  /** Values were to be dropped, but there were too few. */
  readonly tooFewToDrop: boolean;
};

/** One value from the values of different reviewers, exactly; their order changes nothing. */
export function aggregate(rule: AggregateRule, values: readonly ReviewValue[]): Aggregated {
  if (values.length === 0) return { value: null, dropped: null, tooFewToDrop: false };
  if (rule.kind === "mean") return undropped(meanOf(values));
  const sorted = values.toSorted((left, right) => compare(left.value, right.value));
  if (rule.kind === "median") return undropped(meanOf(middleOf(sorted)));

  const { each, enabledFrom, tooFew } = rule;
  if (values.length < Math.max(enabledFrom, 2 * each + 1)) {
    return { value: tooFew === "hold" ? null : meanOf(values), dropped: null, tooFewToDrop: true };
  }
  return {
    value: meanOf(sorted.slice(each, sorted.length - each)),
    dropped: droppedOf(values, each),
    tooFewToDrop: false,
  };
}

function undropped(value: Rational): Aggregated {
  return { value, dropped: null, tooFewToDrop: false };
}

function meanOf(values: readonly ReviewValue[]): Rational {
  return mean(values.map(({ value }) => value));
}

function middleOf(sorted: readonly ReviewValue[]): readonly ReviewValue[] {
  return sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
}

function droppedOf(values: readonly ReviewValue[], each: number): DroppedReviewers {
  const byCode = values.toSorted((left, right) => compareText(left.reviewer, right.reviewer));
  const highest = byCode.toSorted((left, right) => compare(right.value, left.value)).slice(0, each);
  const others = byCode.filter((value) => !highest.includes(value));
  const lowest = others.toSorted((left, right) => compare(left.value, right.value)).slice(0, each);
  return { highest: highest.map(({ reviewer }) => reviewer), lowest: lowest.map(({ reviewer }) => reviewer) };
}
