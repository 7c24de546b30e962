import type { Rounding } from "#app/domain/exact/rounding.ts";
import type { AggregateRule } from "#app/domain/selection/scoring/aggregate.ts";

/** How reviews become totals and an order (SELECTION A2, in its fixed order). Numbers are exact text. */
export type ScoringRule = {
  readonly criteria: readonly ScoredCriterion[];
  /** A score adds weight × score, or weight × score / maximum (every criterion then needs a maximum). */
  readonly contribution: "weight_times_score" | "weight_times_share";
  readonly missingScore: MissingScore;
  /** Reviews that must count, 1 or more. */
  readonly minimumReviews: number;
  /** Each criterion is aggregated over the reviewers and then weighted, or each review's weighted total is aggregated. */
  readonly level: "criterion" | "review_total";
  readonly aggregate: AggregateRule;
  readonly rounding: RoundingSteps;
  readonly cutOffs: readonly CutOff[];
  readonly bonus: BonusCaps;
  /** Whether the total is compared, by the cut-off on it and in the order, as rounded or before rounding. */
  readonly rankOn: "rounded" | "exact";
  /** Published keys, the first decides first. People whom no key separates stay tied. */
  readonly order: readonly OrderKey[];
};

/** `max` null = not stated: scores are then bounded below by 0 only. `weight` may be a decimal. */
export type ScoredCriterion = { readonly id: string; readonly weight: string; readonly max: string | null };

/** A review with an empty score is left out, is used for the criteria it has, or blocks its application. */
export type MissingScore = "drop_review" | "per_criterion" | "block";

/** Null = not rounded at that step; a rounded value is the one used from there on. */
export type RoundingSteps = {
  readonly criterion: Rounding | null;
  readonly weighted: Rounding | null;
  readonly total: Rounding | null;
};

/** Failed below the number, met by equality. `base_total` is the sum before bonus and extras. */
export type CutOff =
  | { readonly on: "criterion"; readonly criterion: string; readonly points: string }
  | { readonly on: "criterion"; readonly criterion: string; readonly percent: string }
  | { readonly on: "base_total"; readonly points: string }
  | { readonly on: "total"; readonly points: string };

/** Caps in points; null or not named = no cap. */
export type BonusCaps = { readonly cap: string | null; readonly itemCaps: Readonly<Record<string, string>> };

export type OrderKey = { readonly prefer: "high" | "low" } & (
  | { readonly by: "total" | "weighted_total" | "max_review" | "lottery" }
  | { readonly by: "criterion"; readonly criterion: string }
  | { readonly by: "extra"; readonly extra: string }
);

/** Scores stand beside the rule's criteria; null = none was given. */
export type ScoringReview = {
  readonly application: string;
  readonly reviewer: string;
  readonly scores: readonly (string | null)[];
};

/** `points`, or a `percent` of the largest possible weighted total (never of one's own score). */
export type BonusClaim =
  { readonly item: string; readonly points: string } | { readonly item: string; readonly percent: string };

/** A signed amount added after the weighted total and the bonus, such as a deduction. */
export type Extra = { readonly name: string; readonly amount: string };
