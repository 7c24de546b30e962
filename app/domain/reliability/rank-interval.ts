import { counterGenerator, type CounterGenerator, type FourWords } from "./counter-generator.ts";
import { normalQuantile } from "./distribution/normal.ts";

/** A mean score, or a quality of the mixed model, with its standard error (0 or more). */
export type Estimate = { readonly value: number; readonly standardError: number };

/** Rank 1 is best; both ends are included. */
export type RankInterval = { readonly best: number; readonly worst: number };

/** `confidence` that all intervals hold at once (0.95), `root` of the draws (see counterGenerator), `runs` of them (2,000). */
export type RankOptions = {
  readonly higherIsBetter: boolean;
  readonly root: string;
  readonly confidence?: number;
  readonly runs?: number;
};

/** The bootstrap compares every pair in every run; above this many applications the bound of Bonferroni takes its place. */
const mostBootstrapped = 500;

/**
 * For every application the ranks that the data cannot rule out: [1 + number surely better, n − number surely worse], for all
 * applications together. "Surely" = the difference is above its standard error times the `confidence` quantile of the largest
 * of all such ratios in a parametric bootstrap of independent normal errors. Refuses nothing; no application, no interval.
 * Sources: Mogstad, Romano, Shaikh & Wilhelm 2024; SELECTION D7 (f).
 */
export function rankIntervals(estimates: readonly Estimate[], options: RankOptions): readonly RankInterval[] {
  const limit = criticalRatio(
    estimates.map(({ standardError }) => standardError),
    options,
  );
  const sign = options.higherIsBetter ? 1 : -1;
  return estimates.map((own) => {
    let [better, worse] = [0, 0];
    for (const other of estimates) {
      const difference = sign * (other.value - own.value);
      const sure = Math.abs(difference) > limit * Math.hypot(other.standardError, own.standardError);
      if (sure && difference > 0) better += 1;
      if (sure && difference < 0) worse += 1;
    }
    return { best: 1 + better, worst: estimates.length - worse };
  });
}

function criticalRatio(errors: readonly number[], options: RankOptions): number {
  const { root, confidence = 0.95, runs = 2_000 } = options;
  const pairs = (errors.length * (errors.length - 1)) / 2;
  if (pairs === 0) return 0;
  if (errors.length > mostBootstrapped) return normalQuantile(1 - (1 - confidence) / (2 * pairs));
  const generator = counterGenerator(root);
  const precisions = pairPrecisions(errors);
  const largest = Float64Array.from({ length: runs }, (_, run) => {
    const draws = normals(generator, run, errors.length);
    const noise = Float64Array.from(errors, (error, at) => error * (draws[at] ?? 0));
    return largestRatio(noise, precisions);
  });
  return largest.toSorted()[Math.min(runs - 1, Math.ceil(confidence * runs) - 1)] ?? 0;
}

/** One over the standard error of the difference of every pair (left > right), row by row; 0 where that is 0. */
function pairPrecisions(errors: readonly number[]): Float64Array {
  const precisions = errors.flatMap((left, at) =>
    errors.slice(0, at).map((right) => {
      const spread = Math.hypot(left, right);
      return spread > 0 ? 1 / spread : 0;
    }),
  );
  return Float64Array.from(precisions);
}

function largestRatio(noise: Float64Array, precisions: Float64Array): number {
  let largest = 0;
  let pair = 0;
  for (let left = 0; left < noise.length; left += 1) {
    const own = noise[left] ?? 0;
    for (let right = 0; right < left; right += 1) {
      const ratio = Math.abs(own - (noise[right] ?? 0)) * (precisions[pair] ?? 0);
      if (ratio > largest) largest = ratio;
      pair += 1;
    }
  }
  return largest;
}

/** Standard normal values by the method of Box & Muller 1958, four a block. */
function normals(generator: CounterGenerator, run: number, count: number): readonly number[] {
  const blocks = Array.from({ length: Math.ceil(count / 4) }, (_, block) => generator({ run, item: 0, block }));
  return blocks.flatMap(normalsOf);
}

function normalsOf([a, b, c, d]: FourWords): readonly number[] {
  return [
    [a, b],
    [c, d],
  ].flatMap(([radius = 0, turn = 0]) => {
    const length = Math.sqrt(-2 * Math.log((radius + 0.5) / 0x1_0000_0000));
    const angle = (2 * Math.PI * turn) / 0x1_0000_0000;
    return [length * Math.cos(angle), length * Math.sin(angle)];
  });
}
