import { sideChanges, type SideChanges } from "./side-changes.ts";
import { allReviews, type SelectionRule } from "./selection-rule.ts";

/** `reviewersOf[i][k]` is the reviewer of review k of application i. */
export type ReviewedSelection = {
  readonly reviewersOf: readonly (readonly string[])[];
  readonly rule: SelectionRule;
};

export type LeaveOneOut = {
  /** Numbers of the applications selected with all reviews, ascending. */
  readonly selected: readonly number[];
  /** By reviewer, in the order of their first review. */
  readonly without: ReadonlyMap<string, SideChanges>;
  /** Applications that change sides at least once, ascending. */
  readonly sensitive: readonly number[];
};

/**
 * Re-runs the selection once without each reviewer and says who enters and who leaves. An application that loses its only
 * review is handed to the rule with none. Source: SELECTION D7 (d).
 */
export function leaveOneReviewerOut({ reviewersOf, rule }: ReviewedSelection): LeaveOneOut {
  const everything = allReviews(reviewersOf.map(({ length }) => length));
  const base = rule(everything);
  const without = new Map<string, SideChanges>();
  for (const reviewer of new Set(reviewersOf.flat())) {
    const kept = everything.map((reviews, number) => {
      return reviews.filter((review) => reviewersOf[number]?.[review] !== reviewer);
    });
    without.set(reviewer, sideChanges(base, rule(kept)));
  }
  const changed = new Set([...without.values()].flatMap(({ enter, leave }) => [...enter, ...leave]));
  return { selected: ascending(base), without, sensitive: ascending(changed) };
}

function ascending(numbers: Iterable<number>): readonly number[] {
  return [...numbers].toSorted((left, right) => left - right);
}
