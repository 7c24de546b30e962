/** One review's score. The same reviewer may score an application twice: both count. */
export type Rating = { readonly application: string; readonly reviewer: string; readonly score: number };

/** Ratings by number: `application[k]`, `reviewer[k]` and `score[k]` of rating k; names in order of first appearance. */
export type CrossedDesign = {
  readonly applications: readonly string[];
  readonly reviewers: readonly string[];
  readonly application: Uint32Array;
  readonly reviewer: Uint32Array;
  readonly score: Float64Array;
  readonly panels: readonly Panel[];
};

/** A connected component of the application-reviewer graph: numbers into the design, ascending. */
export type Panel = {
  readonly applications: readonly number[];
  readonly reviewers: readonly number[];
  readonly ratings: readonly number[];
};

/** Numbers the people of a list of ratings and finds the panels (in order of their first application). O(ratings). */
export function crossRatings(ratings: readonly Rating[]): CrossedDesign {
  const applications = numbered(ratings.map(({ application }) => application));
  const reviewers = numbered(ratings.map(({ reviewer }) => reviewer));
  const indices = { application: applications.numbers, reviewer: reviewers.numbers };
  return {
    applications: applications.names,
    reviewers: reviewers.names,
    ...indices,
    score: Float64Array.from(ratings, ({ score }) => score),
    panels: panelsOf(indices, { applications: applications.names.length, reviewers: reviewers.names.length }),
  };
}

function numbered(names: readonly string[]): { readonly names: readonly string[]; readonly numbers: Uint32Array } {
  const numberOf = new Map<string, number>();
  const numbers = Uint32Array.from(names, (name) => {
    const number = numberOf.get(name) ?? numberOf.size;
    numberOf.set(name, number);
    return number;
  });
  return { names: [...numberOf.keys()], numbers };
}

type Indices = { readonly application: Uint32Array; readonly reviewer: Uint32Array };
type Sizes = { readonly applications: number; readonly reviewers: number };

function panelsOf({ application, reviewer }: Indices, sizes: Sizes): readonly Panel[] {
  const parent = Uint32Array.from({ length: sizes.applications + sizes.reviewers }, (_, at) => at);
  const root = (of: number): number => {
    let at = of;
    while (parent[at] !== at) {
      // Path halving keeps the trees flat.
      parent[at] = parent[parent[at] ?? at] ?? at;
      at = parent[at] ?? at;
    }
    return at;
  };
  application.forEach((number, at) => {
    const [left, right] = [root(number), root(sizes.applications + (reviewer[at] ?? 0))];
    parent[Math.max(left, right)] = Math.min(left, right);
  });

  // The root is the panel's first application: every reviewer has one, and applications come first.
  const byRoot = new Map<number, { applications: number[]; reviewers: number[]; ratings: number[] }>();
  for (let number = 0; number < sizes.applications; number += 1) {
    const panel = byRoot.get(root(number)) ?? { applications: [], reviewers: [], ratings: [] };
    panel.applications.push(number);
    byRoot.set(root(number), panel);
  }
  for (let number = 0; number < sizes.reviewers; number += 1) {
    byRoot.get(root(sizes.applications + number))?.reviewers.push(number);
  }
  application.forEach((number, at) => byRoot.get(root(number))?.ratings.push(at));
  return [...byRoot.values()];
}
