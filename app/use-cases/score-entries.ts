import { done, refuse, type Result } from "#app/domain/result.ts";
import { scoreImportedStage, type ImportedStageRule } from "#app/domain/selection/imported-score.ts";
import type { StageRule } from "#app/domain/selection/stage-rule-from-definition.ts";
import { scoreStage, type Dropped, type ReviewedStageRule } from "#app/domain/selection/stage-score.ts";
import type { StageStanding } from "#app/domain/selection/stage-standing.ts";
import type { StageEntry } from "#db/queries/stage-entries.ts";
import type { ReviewInput } from "#db/queries/stage-inputs.ts";

export type ScoredEntry = {
  readonly entry: StageEntry;
  readonly standing: StageStanding;
  readonly exact: string | null;
  readonly reviews: number | null;
  readonly dropped: Dropped | null;
  readonly droppedByCriterion: Readonly<Record<string, Dropped>>;
};

/** `numbers` are evaluation numbers, at most the first hundred of `count`. */
export type ScoreRefusal =
  | {
      readonly kind: "reviews-missing" | "absent-but-reviewed";
      readonly count: number;
      readonly numbers: readonly string[];
    }
  | { readonly kind: "import-invalid"; readonly count: number; readonly numbers: readonly string[] }
  | { readonly kind: "nothing-imported" };

type ToScore = {
  readonly stageRule: StageRule;
  /** Those still in the running. */
  readonly entries: readonly StageEntry[];
  readonly reviews: readonly ReviewInput[];
  readonly imported: ReadonlyMap<string, Readonly<Record<string, string>>>;
};

/** The score of every entry of a stage by its rule; refused as a whole while a single one cannot be computed. */
export function scoreEntries(input: ToScore): Result<readonly ScoredEntry[], ScoreRefusal> {
  const { stageRule } = input;
  return stageRule.kind === "imported" ? scoreImports(stageRule.rule, input) : scoreReviews(stageRule.rule, input);
}

const absent: StageStanding = { outcome: "absent", score: null, criteria: {} };
const untrimmed = { dropped: null, droppedByCriterion: {} } as const;

/** A person noted that they did not come. */
function isNotedAbsent(entry: StageEntry): boolean {
  return entry.outcome === "absent" && entry.reason !== null;
}

function scoreReviews(
  rule: ReviewedStageRule,
  { entries, reviews }: ToScore,
): Result<readonly ScoredEntry[], ScoreRefusal> {
  const reviewsOf = new Map<string, ReviewInput[]>();
  for (const review of reviews) {
    const known = reviewsOf.get(review.applicationId);
    if (known) known.push(review);
    else reviewsOf.set(review.applicationId, [review]);
  }
  const scored: ScoredEntry[] = [];
  const missing: string[] = [];
  const contradicted: string[] = [];
  for (const entry of entries) {
    const own = reviewsOf.get(entry.applicationId) ?? [];
    if (isNotedAbsent(entry)) {
      if (own.some(({ submitted }) => submitted)) contradicted.push(entry.evaluationNumber);
      scored.push({ entry, standing: absent, exact: null, reviews: 0, ...untrimmed });
      continue;
    }
    const score = scoreStage({
      rule,
      reviews: own
        .filter(({ submitted }) => submitted)
        .map(({ reviewerId, scores }) => ({ reviewer: reviewerId, scores })),
    });
    // A review that is still being written counts: the others alone would be another panel than the one assigned.
    if (score.outcome !== "scored" || own.some(({ submitted }) => !submitted)) missing.push(entry.evaluationNumber);
    const { outcome, score: points, criteria, exact, dropped, droppedByCriterion } = score;
    scored.push({
      entry,
      standing: { outcome, score: points, criteria },
      exact,
      reviews: own.length - score.leftOut.length,
      dropped,
      droppedByCriterion,
    });
  }
  if (missing.length > 0) return refuse(listed("reviews-missing", missing));
  if (contradicted.length > 0) return refuse(listed("absent-but-reviewed", contradicted));
  return done(scored);
}

function scoreImports(
  rule: ImportedStageRule,
  { entries, imported }: ToScore,
): Result<readonly ScoredEntry[], ScoreRefusal> {
  // Without a single row everybody would count as absent: surely the file is still to come.
  if (imported.size === 0) return refuse({ kind: "nothing-imported" });
  const scored: ScoredEntry[] = [];
  const invalid: string[] = [];
  for (const entry of entries) {
    const score = scoreImportedStage({ rule, row: imported.get(entry.applicationId) ?? null });
    if (!score.ok) {
      invalid.push(entry.evaluationNumber);
      continue;
    }
    const { outcome, score: points, criteria, exact } = score.value;
    scored.push({ entry, standing: { outcome, score: points, criteria }, exact, reviews: null, ...untrimmed });
  }
  return invalid.length > 0 ? refuse(listed("import-invalid", invalid)) : done(scored);
}

const LISTED_AT_MOST = 100;

function listed<Kind extends "reviews-missing" | "absent-but-reviewed" | "import-invalid">(
  kind: Kind,
  numbers: readonly string[],
) {
  return { kind, count: numbers.length, numbers: numbers.toSorted().slice(0, LISTED_AT_MOST) };
}
