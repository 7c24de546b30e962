import type { RaschCriterion, RaschData } from "./rasch-data.ts";

/** Standard normal quadrature: equal steps of 0.1 from -6 to 6, weights that sum to 1. */
export const nodes: Float64Array = Float64Array.from({ length: 121 }, (_, at) => (at - 60) / 10);
export const nodeWeights: Float64Array = normalWeights(nodes);

function normalWeights(places: Float64Array): Float64Array {
  const densities = places.map((place) => Math.exp((-place * place) / 2));
  const total = densities.reduce((sum, density) => sum + density, 0);
  return densities.map((density) => density / total);
}

/**
 * One criterion in one reviewer's hands at every node: `logs[node * (steps + 1) + k]` = ln P(category k),
 * `tails[node * steps + h - 1]` = P(category h or above), `expected[node]` = the expected category.
 */
export type Curve = {
  readonly criterion: RaschCriterion;
  readonly reviewer: number;
  readonly logs: Float64Array;
  readonly tails: Float64Array;
  readonly expected: Float64Array;
};

/**
 * The curves of every cell (criterion x reviewer) at the given parameters:
 * ln(P_k / P_(k-1)) = spread x node - severity of the reviewer - threshold k of the criterion. Source: SELECTION D4; Linacre 1989.
 */
export function drawCurves({ criteria, reviewers, parameters }: RaschData, values: Float64Array): readonly Curve[] {
  const spread = values[parameters.spread] ?? 0;
  return criteria.flatMap((criterion) =>
    reviewers.map((_, reviewer) => {
      const severity = values[parameters.firstReviewer + reviewer] ?? 0;
      const thresholds = values.subarray(criterion.offset, criterion.offset + criterion.steps);
      return { criterion, reviewer, ...curveAt({ thresholds, severity, spread }) };
    }),
  );
}

type Place = { readonly thresholds: Float64Array; readonly severity: number; readonly spread: number };

function curveAt({ thresholds, severity, spread }: Place): Pick<Curve, "logs" | "tails" | "expected"> {
  const steps = thresholds.length;
  const logs = new Float64Array(nodes.length * (steps + 1));
  const tails = new Float64Array(nodes.length * steps);
  const expected = new Float64Array(nodes.length);
  nodes.forEach((node, at) => {
    const start = at * (steps + 1);
    let highest = 0;
    for (let step = 1; step <= steps; step += 1) {
      const log = (logs[start + step - 1] ?? 0) + spread * node - severity - (thresholds[step - 1] ?? 0);
      logs[start + step] = log;
      highest = Math.max(highest, log);
    }
    let total = 0;
    for (let step = 0; step <= steps; step += 1) total += Math.exp((logs[start + step] ?? 0) - highest);
    const shift = highest + Math.log(total);
    let tail = 0;
    for (let step = steps; step >= 0; step -= 1) {
      logs[start + step] = (logs[start + step] ?? 0) - shift;
      if (step === 0) break;
      tail += Math.exp(logs[start + step] ?? 0);
      tails[at * steps + step - 1] = tail;
      expected[at] = (expected[at] ?? 0) + tail;
    }
  });
  return { logs, tails, expected };
}

/** The variance of the category at one node. */
export function varianceAt({ tails, expected, criterion }: Curve, node: number): number {
  // E[X^2] = sum over h of (2h - 1) P(X >= h).
  let second = 0;
  for (let step = 1; step <= criterion.steps; step += 1)
    second += (2 * step - 1) * (tails[node * criterion.steps + step - 1] ?? 0);
  return second - (expected[node] ?? 0) ** 2;
}
