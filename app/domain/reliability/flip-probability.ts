import { rational, type Rational } from "#app/domain/exact/rational.ts";
import { waysOf } from "./bootstrap-mean.ts";
import { counterGenerator, type CounterGenerator } from "./counter-generator.ts";
import type { SelectionRule } from "./selection-rule.ts";

/** The number of reviews of every application and the rule that is re-run on resampled reviews. */
export type Resampling = { readonly reviewCounts: readonly number[]; readonly rule: SelectionRule };

export type EnumeratedSelections =
  | { readonly kind: "enumerated"; readonly probabilities: readonly Rational[] }
  | { readonly kind: "too_many"; readonly combinations: bigint; readonly most: number };

/**
 * The exact probability of being selected, by running the rule on every combination of resamples (resamples with the same
 * reviews in another order are run once, with their weight). Answers TooMany above `most` runs. An application without reviews
 * stays without. Source: SELECTION D7 (b).
 */
export function enumerateSelections({ reviewCounts, rule }: Resampling, most = 2_000_000): EnumeratedSelections {
  const resamples = reviewCounts.map(resamplesOf);
  const combinations = resamples.reduce((product, { length }) => product * BigInt(length), 1n);
  if (combinations > BigInt(most)) return { kind: "too_many", combinations, most };

  const selected = reviewCounts.map(() => 0n);
  const current: (readonly number[])[] = [];
  const visit = (weight: bigint): void => {
    const choices = resamples[current.length];
    if (choices === undefined) {
      for (const number of rule(current)) selected[number] = (selected[number] ?? 0n) + weight;
      return;
    }
    for (const { reviews, ways } of choices) {
      current.push(reviews);
      visit(weight * ways);
      current.pop();
    }
  };
  visit(1n);
  const total = reviewCounts.reduce((product, count) => product * waysOf(count), 1n);
  return { kind: "enumerated", probabilities: selected.map((weight) => rational(weight, total)) };
}

type Resample = { readonly reviews: readonly number[]; readonly ways: bigint };

/** Every multiset of `count` reviews out of `count`, with the number of orders it can be drawn in. */
function resamplesOf(count: number): readonly Resample[] {
  let partial: readonly Resample[] = [{ reviews: [], ways: 1n }];
  for (let review = 0; review < count; review += 1) {
    partial = partial.flatMap(({ reviews, ways }) => {
      const left = count - reviews.length;
      const times = review === count - 1 ? [left] : Array.from({ length: left + 1 }, (_, index) => index);
      return times.map((repeats) => ({
        reviews: [...reviews, ...Array.from({ length: repeats }, () => review)],
        ways: ways * choose(left, repeats),
      }));
    });
  }
  return partial;
}

function choose(n: number, k: number): bigint {
  let result = 1n;
  for (let i = 1; i <= k; i += 1) result = (result * BigInt(n - k + i)) / BigInt(i);
  return result;
}

/** `root`: see counterGenerator. `runs`: a whole number above 0. */
export type Simulation = Resampling & { readonly root: string; readonly runs?: number };

export type SimulatedSelections = {
  readonly kind: "simulated";
  readonly runs: number;
  /** By application, 0 to 1; the standard error is at most 0.5 / √runs (0.011 for 2,000). */
  readonly probabilities: readonly number[];
  /** Applications with fewer than two reviews: resampling cannot show their uncertainty, their probability is too sure. */
  readonly notResampled: readonly number[];
};

/**
 * The probability of being selected in `runs` (2,000) re-runs of the whole rule, the reviews of every application drawn anew
 * with replacement. Repeatable: the draws depend on the root only. Three reviews understate the variance: show
 * `modelProbability` beside it. Source: SELECTION D7 (b).
 */
export function simulateSelections({ reviewCounts, rule, root, runs = 2_000 }: Simulation): SimulatedSelections {
  const generator = counterGenerator(root);
  const times = reviewCounts.map(() => 0);
  for (let run = 0; run < runs; run += 1) {
    const drawn = reviewCounts.map((count, item) => drawReviews(generator, { run, item, count }));
    for (const number of rule(drawn)) times[number] = (times[number] ?? 0) + 1;
  }
  const notResampled = reviewCounts.flatMap((count, number) => (count < 2 ? [number] : []));
  return { kind: "simulated", runs, probabilities: times.map((count) => count / runs), notResampled };
}

type ReviewDraw = { readonly run: number; readonly item: number; readonly count: number };

function drawReviews(generator: CounterGenerator, { run, item, count }: ReviewDraw): readonly number[] {
  const drawn: number[] = [];
  for (let block = 0; drawn.length < count; block += 1) {
    const words = generator({ run, item, block });
    for (let at = 0; at < 4 && drawn.length < count; at += 1) {
      drawn.push(Math.floor(((words[at] ?? 0) / 0x1_0000_0000) * count));
    }
  }
  return drawn;
}
