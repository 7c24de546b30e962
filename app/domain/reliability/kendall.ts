import { completeRows, type FullTable, type Ratings } from "./analysis-of-variance.ts";
import { chiSquareUpperTail } from "./distribution/chi-square.ts";
import { finiteOrNull } from "./finite.ts";
import { formulaMinimum, shortage, type MinimumSample, type TooFew } from "./minimum-sample.ts";

/**
 * W between 0 and 1 (1 = all reviewers give one order); null = undefined because every reviewer tied every application.
 * The p-value is of the chi-square approximation, good for more than 7 applications (Siegel & Castellan 1988).
 */
export type ConcordanceResult =
  | {
      readonly kind: "estimated";
      readonly applications: number;
      readonly reviewers: number;
      readonly incomplete: number;
      readonly w: number | null;
      /** Without the correction for ties: too low where there are many. */
      readonly uncorrected: number;
      readonly chiSquare: number | null;
      readonly degrees: number;
      readonly pValue: number | null;
      /** By application in the order of the complete rows; the lowest score of a reviewer has rank 1, ties their average. */
      readonly rankSums: readonly number[];
    }
  | TooFew;

/**
 * Kendall's coefficient of concordance of a table of scores (rows applications, columns reviewers, null = missing). Rows with a
 * missing score are left out; answers TooFew below `minimum` (never below two by two). Source: Kendall & Babington Smith 1939; SELECTION D6.
 */
export function kendallConcordance(ratings: Ratings, minimum: MinimumSample = formulaMinimum): ConcordanceResult {
  const { reviewers: m, table } = completeRows(ratings);
  const have = { applications: table.length, reviewers: m };
  const short = shortage(have, minimum) ?? shortage(have, formulaMinimum);
  if (short) return short;

  const n = table.length;
  const ranked = Array.from({ length: m }, (_, reviewer) => averageRanks(scoresOf(table, reviewer)));
  const rankSums = table.map((_, row) => ranked.reduce((sum, { ranks }) => sum + (ranks[row] ?? 0), 0));
  const ties = ranked.reduce((sum, reviewer) => sum + reviewer.ties, 0);
  const middle = (m * (n + 1)) / 2;
  const squares = rankSums.reduce((sum, value) => sum + (value - middle) ** 2, 0);

  const w = finiteOrNull((12 * squares) / (m * m * (n ** 3 - n) - m * ties));
  const chiSquare = w === null ? null : m * (n - 1) * w;
  return {
    kind: "estimated",
    ...have,
    incomplete: ratings.length - n,
    w,
    uncorrected: (12 * squares) / (m * m * (n ** 3 - n)),
    chiSquare,
    degrees: n - 1,
    pValue: chiSquare === null ? null : chiSquareUpperTail(chiSquare, n - 1),
    rankSums,
  };
}

function scoresOf(table: FullTable, reviewer: number): readonly number[] {
  return table.map((row) => row[reviewer] ?? Number.NaN);
}

/** Ranks from 1 (lowest score), tied scores sharing their average, and the sum of t³ − t over the groups of t tied scores. */
function averageRanks(scores: readonly number[]): { readonly ranks: readonly number[]; readonly ties: number } {
  const sorted = scores.toSorted((left, right) => left - right);
  const rankOf = new Map<number, number>();
  let ties = 0;
  for (let start = 0; start < sorted.length;) {
    const score = sorted[start] ?? Number.NaN;
    let end = start + 1;
    while (sorted[end] === score) end += 1;
    rankOf.set(score, (start + 1 + end) / 2);
    ties += (end - start) ** 3 - (end - start);
    start = end;
  }
  return { ranks: scores.map((score) => rankOf.get(score) ?? Number.NaN), ties };
}
