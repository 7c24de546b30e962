import { done, refuse, type Result } from "#app/domain/result.ts";
import { formulaMinimum, shortage, type TooFew } from "./minimum-sample.ts";

/** One review: a score for every criterion, in the programme's order; null = not given. Scores are whole numbers. */
export type CriteriaReview = {
  readonly application: string;
  readonly reviewer: string;
  readonly scores: readonly (number | null)[];
};

/** A criterion with at least two different scores. Category k stands for the score `lowest` + k, k from 0 to `steps`. */
export type RaschCriterion = {
  readonly criterion: number;
  readonly lowest: number;
  readonly steps: number;
  /** Where its thresholds begin among the parameters. */
  readonly offset: number;
};

/** A score as the model reads it: `cell` = criterion number x reviewers + reviewer. */
export type Observation = { readonly cell: number; readonly category: number };

/** Parameters: every criterion's thresholds, then every reviewer's severity, then the spread of the applications. */
export type RaschData = {
  readonly applications: readonly string[];
  readonly reviewers: readonly string[];
  readonly criteria: readonly RaschCriterion[];
  /** By application. */
  readonly observations: readonly (readonly Observation[])[];
  /** By reviewer. */
  readonly reviews: readonly number[];
  readonly parameters: { readonly firstReviewer: number; readonly spread: number; readonly count: number };
};

export type RaschDataRefusal =
  | TooFew
  | { readonly kind: "uneven_criteria" }
  | { readonly kind: "score_not_whole" }
  | { readonly kind: "too_many_categories"; readonly criterion: number; readonly largest: number }
  | { readonly kind: "no_variation" };

/** Steps of one criterion's scale: a scale of 100 points has too few reviews a point for a Rasch model. */
const largestSteps = 20;

/**
 * Numbers reviews for the Rasch model. A criterion on which all scores are equal says nothing and is left out.
 * Refuses fewer than 2 applications or reviewers, reviews of different lengths, scores that are no whole numbers, criteria with a
 * range above 20, and reviews without any variation. Source: SELECTION D4.
 */
export function arrangeReviews(reviews: readonly CriteriaReview[]): Result<RaschData, RaschDataRefusal> {
  const width = reviews[0]?.scores.length ?? 0;
  if (reviews.some(({ scores }) => scores.length !== width)) return refuse({ kind: "uneven_criteria" });
  if (reviews.some(({ scores }) => scores.some((score) => score !== null && !Number.isSafeInteger(score)))) {
    return refuse({ kind: "score_not_whole" });
  }
  const given = reviews.filter(({ scores }) => scores.some((score) => score !== null));
  const applications = [...new Set(given.map(({ application }) => application))];
  const reviewers = [...new Set(given.map(({ reviewer }) => reviewer))];
  const short = shortage({ applications: applications.length, reviewers: reviewers.length }, formulaMinimum);
  if (short) return refuse(short);

  const criteria = scalesOf(given, width);
  const long = criteria.find(({ steps }) => steps > largestSteps);
  if (long) return refuse({ kind: "too_many_categories", criterion: long.criterion, largest: largestSteps });
  if (criteria.length === 0) return refuse({ kind: "no_variation" });

  const firstReviewer = criteria.reduce((sum, { steps }) => sum + steps, 0);
  const spread = firstReviewer + reviewers.length;
  return done({
    applications,
    reviewers,
    criteria,
    ...observe(given, { applications, reviewers, criteria }),
    parameters: { firstReviewer, spread, count: spread + 1 },
  });
}

function scalesOf(reviews: readonly CriteriaReview[], width: number): readonly RaschCriterion[] {
  const scales: RaschCriterion[] = [];
  let offset = 0;
  for (let criterion = 0; criterion < width; criterion += 1) {
    let [lowest, highest] = [Infinity, -Infinity];
    for (const { scores } of reviews) {
      const score = scores[criterion] ?? null;
      if (score === null) continue;
      lowest = Math.min(lowest, score);
      highest = Math.max(highest, score);
    }
    if (!(highest > lowest)) continue;
    scales.push({ criterion, lowest, steps: highest - lowest, offset });
    offset += highest - lowest;
  }
  return scales;
}

type Named = Pick<RaschData, "applications" | "reviewers" | "criteria">;

function observe(given: readonly CriteriaReview[], named: Named): Pick<RaschData, "observations" | "reviews"> {
  const applicationAt = new Map(named.applications.map((application, at) => [application, at]));
  const reviewerAt = new Map(named.reviewers.map((reviewer, at) => [reviewer, at]));
  const observations: Observation[][] = named.applications.map(() => []);
  const reviews = named.reviewers.map(() => 0);
  for (const { application, reviewer, scores } of given) {
    const column = reviewerAt.get(reviewer) ?? 0;
    reviews[column] = (reviews[column] ?? 0) + 1;
    named.criteria.forEach(({ criterion, lowest }, row) => {
      const score = scores[criterion] ?? null;
      if (score === null) return;
      observations[applicationAt.get(application) ?? 0]?.push({
        cell: row * named.reviewers.length + column,
        category: score - lowest,
      });
    });
  }
  return { observations, reviews };
}
