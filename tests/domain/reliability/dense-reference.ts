import type { Rating } from "#app/domain/reliability/algebra/crossed-design.ts";

/** Plain dense algebra on arrays of rows, written without the product's: what the fast solvers are compared with. */
export type Rows = readonly (readonly number[])[];

/** Gauss-Jordan with partial pivoting: the X of A X = B, and ln |det A|. */
export function solveDense(a: Rows, b: Rows): { readonly x: Rows; readonly logDeterminant: number } {
  const rows = a.map((row, at) => [...row, ...b[at]!]);
  let logDeterminant = 0;
  for (let pivot = 0; pivot < a.length; pivot += 1) {
    let best = pivot;
    for (let at = pivot + 1; at < a.length; at += 1) {
      if (Math.abs(rows[at]![pivot]!) > Math.abs(rows[best]![pivot]!)) best = at;
    }
    [rows[pivot], rows[best]] = [rows[best]!, rows[pivot]!];
    const divisor = rows[pivot]![pivot]!;
    logDeterminant += Math.log(Math.abs(divisor));
    rows[pivot] = rows[pivot]!.map((value) => value / divisor);
    rows.forEach((row, at) => {
      if (at === pivot || row[pivot] === 0) return;
      const factor = row[pivot]!;
      rows[at] = row.map((value, column) => value - factor * rows[pivot]![column]!);
    });
  }
  return { x: rows.map((row) => row.slice(a.length)), logDeterminant };
}

export type Components = { readonly application: number; readonly reviewer: number; readonly residual: number };

/** The mixed model from the covariance matrix of all scores: mean, BLUPs, restricted deviance. O(reviews^3). */
export function denseMixed(ratings: readonly Rating[], { application, reviewer, residual }: Components) {
  const covariance = ratings.map((left) =>
    ratings.map(
      (right) =>
        (left.application === right.application ? application : 0) +
        (left.reviewer === right.reviewer ? reviewer : 0) +
        (left === right ? residual : 0),
    ),
  );
  const { x, logDeterminant } = solveDense(
    covariance,
    ratings.map(({ score }) => [1, score]),
  );
  const weight = sum(x.map(([one]) => one!));
  const mean = sum(x.map(([, score]) => score!)) / weight;
  const pull = x.map(([one, score]) => score! - mean * one!);
  const effect = (side: "application" | "reviewer", variance: number) => (name: string) =>
    variance * sum(ratings.map((rating, at) => (rating[side] === name ? pull[at]! : 0)));
  const quadratic = sum(ratings.map(({ score }, at) => (score - mean) * pull[at]!));
  return {
    mean,
    meanStandardError: Math.sqrt(1 / weight),
    application: effect("application", application),
    reviewer: effect("reviewer", reviewer),
    deviance: (ratings.length - 1) * Math.log(2 * Math.PI) + logDeterminant + Math.log(weight) + quadratic,
  };
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Repeatable chance for test data: uniform numbers below 1 from a 32-bit mix (mulberry32), and normal ones from them. */
export function chance(seed: number) {
  let state = seed;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  return { uniform, normal };
}

export type Design = {
  readonly applications: number;
  readonly reviewers: number;
  readonly each: number;
  readonly spread?: Components;
  readonly panel?: string;
};

/** Ratings of one panel: every application by `each` reviewers taken at random, with true spreads (standard deviations). */
export function drawRatings(
  { applications, reviewers, each, spread = { application: 1, reviewer: 0.5, residual: 0.6 }, panel = "" }: Design,
  { uniform, normal }: ReturnType<typeof chance>,
): readonly Rating[] {
  const severity = Array.from({ length: reviewers }, () => spread.reviewer * normal());
  return Array.from({ length: applications }, (_, application) => {
    const quality = 5 + spread.application * normal();
    return severity
      .map((value, reviewer) => ({ value, reviewer, order: uniform() }))
      .toSorted((left, right) => left.order - right.order)
      .slice(0, each)
      .map(({ value, reviewer }) => ({
        application: `${panel}application ${application}`,
        reviewer: `${panel}reviewer ${reviewer}`,
        score: quality + value + spread.residual * normal(),
      }));
  }).flat();
}
