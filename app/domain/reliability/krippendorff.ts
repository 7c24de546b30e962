import type { Ratings } from "./analysis-of-variance.ts";
import { finiteOrNull } from "./finite.ts";
import type { TooFew } from "./minimum-sample.ts";

/** How two scores differ: at all, by rank, by distance, by proportion. */
export const measurementLevels = ["nominal", "ordinal", "interval", "ratio"] as const;
export type MeasurementLevel = (typeof measurementLevels)[number];

/** `alpha` at most 1, 0 = as by chance; null = undefined: everybody gave one and the same score, or (ratio) c + d = 0 for two scores. */
export type AlphaResult =
  | {
      readonly kind: "estimated";
      readonly alpha: number | null;
      /** Applications with at least two scores, and how many scores these have: all that alpha uses. */
      readonly applications: number;
      readonly scores: number;
    }
  | TooFew;

/**
 * Krippendorff's alpha of a table of scores (rows applications, columns reviewers, null = missing). Applications with fewer than
 * two scores are left out; answers TooFew when none is left. Source: Krippendorff 2011; SELECTION D6.
 */
export function krippendorffAlpha(ratings: Ratings, level: MeasurementLevel): AlphaResult {
  const units = ratings
    .map((row) => row.filter((score) => score !== null))
    .filter((scores) => scores.length >= 2)
    .map(countByValue);
  const totals = mergeCounts(units);
  const scores = sumOf(totals.values());
  if (scores === 0) return { kind: "too_few", of: "pairable_scores", needed: 2, have: 0 };

  const difference = differenceFor(level, totals);
  const observed = units.reduce((sum, unit) => sum + disagreement(unit, difference) / (sumOf(unit.values()) - 1), 0);
  const expected = disagreement(totals, difference);
  const alpha = 1 - ((scores - 1) * observed) / expected;
  return { kind: "estimated", alpha: finiteOrNull(alpha), applications: units.length, scores };
}

type Counts = ReadonlyMap<number, number>;
type Difference = (left: number, right: number) => number;

/** The sum over unordered pairs of different values of (count · count · squared difference). */
function disagreement(counts: Counts, difference: Difference): number {
  const entries = [...counts];
  let sum = 0;
  for (const [index, [left, leftCount]] of entries.entries()) {
    for (let other = 0; other < index; other += 1) {
      const [right = 0, rightCount = 0] = entries[other] ?? [];
      sum += leftCount * rightCount * difference(left, right);
    }
  }
  return sum;
}

function differenceFor(level: MeasurementLevel, totals: Counts): Difference {
  switch (level) {
    case "nominal":
      return () => 1;
    case "interval":
      return (left, right) => (left - right) ** 2;
    case "ratio":
      return (left, right) => ((left - right) / (left + right)) ** 2;
    case "ordinal": {
      // The count between two values less half their own is the distance of their middle ranks.
      const ranks = middleRanks(totals);
      return (left, right) => ((ranks.get(left) ?? 0) - (ranks.get(right) ?? 0)) ** 2;
    }
  }
}

function middleRanks(totals: Counts): Counts {
  const ranks = new Map<number, number>();
  let below = 0;
  for (const [value, count] of [...totals].toSorted(([left], [right]) => left - right)) {
    ranks.set(value, below + count / 2);
    below += count;
  }
  return ranks;
}

function countByValue(scores: readonly number[]): Counts {
  const counts = new Map<number, number>();
  for (const score of scores) counts.set(score, (counts.get(score) ?? 0) + 1);
  return counts;
}

function mergeCounts(units: readonly Counts[]): Counts {
  const totals = new Map<number, number>();
  for (const unit of units) for (const [value, count] of unit) totals.set(value, (totals.get(value) ?? 0) + count);
  return totals;
}

function sumOf(counts: Iterable<number>): number {
  let sum = 0;
  for (const count of counts) sum += count;
  return sum;
}
