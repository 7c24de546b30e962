import {
  compare,
  divide,
  hundred,
  multiply,
  parseRational,
  rationalOf,
  sum,
  toFractionString,
  type Rational,
} from "#app/domain/exact/rational.ts";
import { toExactString } from "#app/domain/exact/rounding.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import { missedMinimums } from "#app/domain/selection/stage-minimums.ts";
import type {
  CriterionRule,
  StageFailure,
  StageMinimums,
  StageStanding,
} from "#app/domain/selection/stage-standing.ts";

/** What a column holds: `percent` 0 to 100, which becomes percent × max / 100 points, or `points` 0 to max. */
export type ImportedCriterionRule = CriterionRule & { readonly column: "percent" | "points" };

export type ImportedStageRule = Omit<StageMinimums, "criteria"> & {
  readonly criteria: readonly ImportedCriterionRule[];
};

export type ImportedScore = StageStanding & {
  readonly outcome: "scored" | "absent";
  readonly exact: string | null;
  readonly failed: readonly StageFailure[];
};

/** `value` as it stood in the file; `limit` is the largest allowed value. */
export type ImportRefusal = {
  readonly reason: "missing_value" | "not_a_number" | "out_of_range";
  readonly criterion: string;
  readonly value: string | null;
  readonly limit: string;
};

/** One imported row by criterion id, decimal strings as in the file; null = the application has no row. */
export type ImportedRow = Readonly<Record<string, string | null>> | null;

/**
 * The stage score of one application from its imported row: the points of all criteria added, never rounded.
 * No row = absent. Refuses a missing, malformed or out-of-range value, naming the criterion.
 */
export function scoreImportedStage({
  rule,
  row,
}: {
  rule: ImportedStageRule;
  row: ImportedRow;
}): Result<ImportedScore, ImportRefusal> {
  if (row === null) return done({ outcome: "absent", score: null, exact: null, criteria: {}, failed: [] });

  const points: [string, Rational][] = [];
  for (const criterion of rule.criteria) {
    const read = readPoints(criterion, row[criterion.id] ?? null);
    if (!read.ok) return read;
    points.push([criterion.id, read.value]);
  }
  const exact = sum(points.map(([, value]) => value));
  const standing = {
    outcome: "scored",
    score: toExactString(exact),
    criteria: Object.fromEntries(points.map(([id, value]) => [id, toFractionString(value)])),
  } as const;
  return done({ ...standing, exact: toFractionString(exact), failed: missedMinimums(rule, standing) });
}

function readPoints({ id, max, column }: ImportedCriterionRule, value: string | null): Result<Rational, ImportRefusal> {
  const limit = column === "percent" ? "100" : max;
  if (value === null || value === "") return refuse({ reason: "missing_value", criterion: id, value, limit });
  const parsed = parseRational(value);
  if (!parsed.ok || value.includes("/")) return refuse({ reason: "not_a_number", criterion: id, value, limit });
  const fits = parsed.value.numerator >= 0n && compare(parsed.value, rationalOf(limit)) <= 0;
  if (!fits) return refuse({ reason: "out_of_range", criterion: id, value, limit });
  return done(column === "percent" ? divide(multiply(parsed.value, rationalOf(max)), hundred) : parsed.value);
}
