import { toExactString } from "#app/domain/exact/rounding.ts";
import { scoreApplications, type ScoringInput } from "#app/domain/selection/scoring/score-applications.ts";
import type { ScoringReview, ScoringRule } from "#app/domain/selection/scoring/scoring-rule.ts";

export const rule: ScoringRule = {
  criteria: [
    { id: "plan", weight: "60", max: "20" },
    { id: "will", weight: "40", max: "10" },
  ],
  contribution: "weight_times_share",
  missingScore: "drop_review",
  minimumReviews: 1,
  level: "criterion",
  aggregate: { kind: "mean" },
  rounding: { criterion: null, weighted: null, total: null },
  cutOffs: [],
  bonus: { cap: null, itemCaps: {} },
  rankOn: "rounded",
  order: [{ by: "total", prefer: "high" }],
};

type Sheets = Readonly<Record<string, readonly (readonly (string | null)[])[]>>;

export function reviewsOf(sheets: Sheets): readonly ScoringReview[] {
  return Object.entries(sheets).flatMap(([application, own]) =>
    own.map((scores, index) => ({ application, reviewer: `R${index + 1}`, scores })),
  );
}

export function run(changed: Partial<ScoringRule>, sheets: Sheets, more: Partial<ScoringInput> = {}) {
  return scoreApplications({
    rule: { ...rule, ...changed },
    applications: Object.keys(sheets),
    reviews: reviewsOf(sheets),
    ...more,
  });
}

/** The one application `A`. */
export function one(
  changed: Partial<ScoringRule>,
  sheets: readonly (readonly (string | null)[])[],
  more?: Partial<ScoringInput>,
) {
  const [scored] = run(changed, { A: sheets }, more).applications;
  if (!scored) throw new Error("nobody was scored");
  return scored;
}

export function totalOf(...given: Parameters<typeof one>): string | undefined {
  const { score } = one(...given);
  return score ? toExactString(score.total) : undefined;
}
