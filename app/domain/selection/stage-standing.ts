/** How one application stands in one stage. Numbers are exact text: a decimal, or "p/q". */
export type StageOutcome = "scored" | "absent" | "not_reached" | "insufficient_reviews" | "incomplete_review";

/**
 * What the selection needs to know of a stage.
 * `score` is rounded as the stage declares; `criteria` holds each criterion's own mean or
 * median, unrounded unless the stage rounds criteria (its own highest and lowest dropped, so they need not add up to the
 * score). Both are null and empty unless scored.
 */
export type StageStanding = {
  readonly outcome: StageOutcome;
  readonly score: string | null;
  readonly criteria: Readonly<Record<string, string>>;
};

/** `max` in points; `minPercent` of that maximum, equality passes. */
export type CriterionRule = { readonly id: string; readonly max: string; readonly minPercent: string | null };

/** A gate compares an imported percentage (0 to 100) with its minimum. */
export type Gate = { readonly criterion: string; readonly minimumPercent: string };

/** The minimums of one stage: `minimum` is tested on the rounded stage score. */
export type StageMinimums = {
  readonly id: string;
  readonly minimum: string | null;
  readonly criteria: readonly CriterionRule[];
  readonly gate: Gate | null;
};

/** A minimum that was missed. `id` names the stage, criterion or gated column; `value` and `minimum` share a unit. */
export type StageFailure = {
  readonly kind: "stage_minimum" | "criterion_minimum" | "gate";
  readonly id: string;
  /** Points for a stage and a criterion, percent for a gate; exact. */
  readonly value: string;
  readonly minimum: string;
};
