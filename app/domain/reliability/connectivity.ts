import { compareText } from "#app/domain/exact/compare-text.ts";
import { crossRatings } from "./algebra/crossed-design.ts";

/** A review, or an assignment: who reads what. */
export type ReviewPair = { readonly application: string; readonly reviewer: string };

/** Applications and reviewers that are linked by reviews; scores of two components cannot be compared. Ids in text order. */
export type DesignComponent = { readonly applications: readonly string[]; readonly reviewers: readonly string[] };

/**
 * The connected components of the application-reviewer graph by union-find: most applications first, then most reviewers, then
 * by the first application's id. One component = every two reviewers can be compared. An application and a reviewer may have
 * equal ids. Source: SELECTION E5.
 */
export function designComponents(pairs: readonly ReviewPair[]): readonly DesignComponent[] {
  const { applications, reviewers, panels } = crossRatings(pairs.map((pair) => ({ ...pair, score: 0 })));
  const named = (names: readonly string[], numbers: readonly number[]): readonly string[] =>
    numbers.map((number) => names[number] ?? "").toSorted(compareText);
  return panels
    .map((panel) => ({
      applications: named(applications, panel.applications),
      reviewers: named(reviewers, panel.reviewers),
    }))
    .toSorted(compareComponents);
}

function compareComponents(left: DesignComponent, right: DesignComponent): number {
  return (
    right.applications.length - left.applications.length ||
    right.reviewers.length - left.reviewers.length ||
    compareText(left.applications[0] ?? "", right.applications[0] ?? "")
  );
}
