import { leastCommonMultiple, representationOf, type GridRefusal } from "#app/domain/exact/common-denominator.ts";
import { rationalOf } from "#app/domain/exact/rational.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";

/** Complete reviews as columns: review number r is `applicationOf[r]` and, for criterion c, `scores[c][r]`. */
export type ScoreTable = {
  readonly applications: number;
  /** Application numbers from 0 to applications − 1, in any order. */
  readonly applicationOf: Uint32Array | Int32Array;
  /** Whole units from 0 to the criterion's maximum. */
  readonly scores: readonly (Uint8Array | Uint16Array | Int32Array)[];
};

/** Whole `weight` ≥ 0, whole `max` ≥ 1 in units; `minimum` of the criterion's mean in units, exact text, equality passes. */
export type TableCriterion = { readonly weight: number; readonly max: number; readonly minimum: string | null };

/** `minimumReviews` 1 or more. */
export type ScoreTableRule = { readonly criteria: readonly TableCriterion[]; readonly minimumReviews: number };

/** By application number. Whole numbers in doubles, so equal and larger are exact. */
export type TableScores = {
  /** The mean over the reviews of Σ weight × score / max is `totals[a] / denominator`. */
  readonly totals: Float64Array;
  readonly denominator: number;
  /** The mean of criterion c is `criteria[c][a] / reviewsMultiple`; where all have as many reviews, simply the sum. */
  readonly criteria: readonly Float64Array[];
  readonly reviewsMultiple: number;
  readonly reviews: Uint32Array;
  /** 1 = enough reviews and every minimum met. */
  readonly qualified: Uint8Array;
};

/**
 * The fast path of the pipeline for plain means without rounding, bonus or missing scores: equal to scoreApplications with
 * `weight_times_share`, as integers over one denominator lcm(maxima) × lcm(numbers of reviews that occur) (SELECTION A1,
 * G). Refuses where a numerator could exceed 2^53 − 1; throws on scores, weights or maxima that are out of range.
 */
export function scoreTable(rule: ScoreTableRule, table: ScoreTable): Result<TableScores, GridRefusal> {
  const reviews = countByApplication(table);
  const { factors, maximaMultiple } = factorsOf(rule);
  const counts = countsThatOccur(reviews);
  const reviewsMultiple = leastCommonMultiple(counts.map(BigInt));
  const minima = rule.criteria.map(({ minimum }) => (minimum === null ? null : rationalOf(minimum)));
  const most = Math.max(0, ...counts);
  const bounds = [
    rule.criteria.reduce((all, { weight }) => all + BigInt(weight), 1n) * maximaMultiple * reviewsMultiple,
    ...rule.criteria.map(({ max }, at) => {
      const { numerator, denominator } = minima[at] ?? { numerator: 0n, denominator: 1n };
      return BigInt(max) * reviewsMultiple * denominator + numerator * BigInt(most);
    }),
  ];
  const bound = bounds.reduce((all, each) => (each > all ? each : all));
  if (representationOf(bound) !== "float64") return refuse({ reason: "needs_bigint", bound: bound.toString() });

  const qualified = new Uint8Array(table.applications);
  for (let app = 0; app < table.applications; app += 1) {
    qualified[app] = (reviews[app] as number) >= Math.max(rule.minimumReviews, 1) ? 1 : 0;
  }
  const scaleOf = scalesOf(reviews, Number(reviewsMultiple));
  const totals = new Float64Array(table.applications);
  const criteria = rule.criteria.map(({ max }, at) => {
    const sums = sumByApplication(table, at, max);
    const minimum = minima[at] ?? null;
    if (minimum)
      failBelow({ sums, reviews, qualified, points: Number(minimum.numerator), per: Number(minimum.denominator) });
    addScaled({ sums, totals, scaleOf, factor: factors[at] as number });
    return sums;
  });
  const denominator = Number(maximaMultiple * reviewsMultiple);
  return done({ totals, denominator, criteria, reviewsMultiple: Number(reviewsMultiple), reviews, qualified });
}

function factorsOf({ criteria }: ScoreTableRule) {
  const isWhole = criteria.every(({ weight, max }) => {
    return Number.isSafeInteger(weight) && weight >= 0 && Number.isSafeInteger(max) && max >= 1;
  });
  if (!isWhole) throw new RangeError("weights and maxima of a score table are whole numbers");
  const maximaMultiple = leastCommonMultiple(criteria.map(({ max }) => BigInt(max)));
  const factors = criteria.map(({ weight, max }) => Number(BigInt(weight) * (maximaMultiple / BigInt(max))));
  return { factors, maximaMultiple };
}

function countByApplication({ applications, applicationOf }: ScoreTable): Uint32Array {
  const counts = new Uint32Array(applications);
  for (let review = 0; review < applicationOf.length; review += 1) {
    const app = applicationOf[review] as number;
    if (app < 0 || app >= applications) throw new RangeError(`no application number ${app}`);
    counts[app] = (counts[app] as number) + 1;
  }
  return counts;
}

/** Each number of reviews above 0 that an application has, once. */
function countsThatOccur(reviews: Uint32Array): readonly number[] {
  const found = new Set<number>();
  // Neighbours mostly have as many: a set is slow when asked a million times.
  let before = 0;
  for (let app = 0; app < reviews.length; app += 1) {
    const count = reviews[app] as number;
    if (count !== before && count > 0) found.add(count);
    before = count;
  }
  return [...found];
}

/** What brings each application's sums to the common multiple of the numbers of reviews; 0 where there are none. */
function scalesOf(reviews: Uint32Array, multiple: number): Float64Array {
  const scales = new Float64Array(reviews.length);
  for (let app = 0; app < reviews.length; app += 1) {
    const count = reviews[app] as number;
    if (count > 0) scales[app] = multiple / count;
  }
  return scales;
}

function sumByApplication({ applications, applicationOf, scores }: ScoreTable, at: number, max: number): Float64Array {
  const column = scores[at];
  if (column?.length !== applicationOf.length) throw new RangeError("every criterion has one score a review");
  const sums = new Float64Array(applications);
  for (let review = 0; review < column.length; review += 1) {
    const score = column[review] as number;
    if (score < 0 || score > max) throw new RangeError(`a score of ${score} lies outside 0 to ${max}`);
    const app = applicationOf[review] as number;
    sums[app] = (sums[app] as number) + score;
  }
  return sums;
}

type Minimum = {
  readonly sums: Float64Array;
  readonly reviews: Uint32Array;
  readonly qualified: Uint8Array;
  readonly points: number;
  readonly per: number;
};

function failBelow({ sums, reviews, qualified, points, per }: Minimum): void {
  for (let app = 0; app < sums.length; app += 1) {
    if ((sums[app] as number) * per < points * (reviews[app] as number)) qualified[app] = 0;
  }
}

type Added = {
  readonly sums: Float64Array;
  readonly totals: Float64Array;
  readonly scaleOf: Float64Array;
  readonly factor: number;
};

/** Brings the sums to the common multiple of the numbers of reviews, and adds them to the totals by the factor. */
function addScaled({ sums, totals, scaleOf, factor }: Added): void {
  for (let app = 0; app < sums.length; app += 1) {
    const scaled = (sums[app] as number) * (scaleOf[app] as number);
    sums[app] = scaled;
    totals[app] = (totals[app] as number) + factor * scaled;
  }
}
