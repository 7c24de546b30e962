import { factorCholesky, solveCholesky, type CholeskyFactor } from "./algebra/cholesky.ts";
import { drawCurves, type Curve } from "./rasch-curves.ts";
import type { RaschData } from "./rasch-data.ts";
import { informationOf, type RaschInformation } from "./rasch-information.ts";
import { locateApplications, type Posterior } from "./rasch-posterior.ts";

/** Parameters with what follows from them. */
type State = {
  readonly values: Float64Array;
  readonly curves: readonly Curve[];
  readonly posterior: Posterior;
  /** Log likelihood less the weak prior's penalty: what is maximised. */
  readonly objective: number;
};

export type RaschEstimate = State & {
  /** The observed information at the estimate (with the prior), factored. */
  readonly information: CholeskyFactor;
  readonly steps: number;
};

/** The weak prior: normal, mean 0, standard deviation 20 logits. It moves an estimate by about 0.0005 logits and keeps it finite. */
const priorPrecision = 0.0025;

const mostSteps = 200;

/**
 * Maximum marginal likelihood of the Rasch model with normal abilities (121 nodes): Newton steps on the observed information, EM-like
 * steps on the complete information where those do not climb. A weak normal prior (sd 20 logits) on every parameter keeps
 * estimates finite where a reviewer gave only the highest or the lowest scores. Null = no convergence in 200 steps.
 * Source: SELECTION D4; Bock & Aitkin 1981; Louis 1982.
 */
export function maximiseRasch(data: RaschData): RaschEstimate | null {
  let state = stateAt(data, startValues(data));
  for (let steps = 0; steps < mostSteps; steps += 1) {
    const information = informationOf(data, state.curves, state.posterior);
    const slope = information.slope.map((value, at) => value - priorPrecision * (state.values[at] ?? 0));
    const observed = factorLess(information, 1);
    if (observed) {
      const step = solveCholesky(observed, slope);
      if (step.every((value) => Math.abs(value) < 1e-7)) return { ...state, information: observed, steps };
    }
    const next = climb(data, state, { slope, factors: [observed, factorLess(information, 0)] });
    if (!next) return observed && isFlat(slope) ? { ...state, information: observed, steps } : null;
    state = next;
  }
  return null;
}

/** Complete information less a part of the missing one, with the prior, factored; null = not positive definite. */
function factorLess({ complete, missing }: RaschInformation, part: number): CholeskyFactor | null {
  const size = Math.sqrt(complete.length);
  const matrix = complete.map((value, at) => value - part * (missing[at] ?? 0));
  for (let at = 0; at < size; at += 1) matrix[at * size + at] = (matrix[at * size + at] ?? 0) + priorPrecision;
  return factorCholesky(matrix, size);
}

type Direction = { readonly slope: Float64Array; readonly factors: readonly (CholeskyFactor | null)[] };

/** The first step that raises the objective, halved up to 20 times or doubled while that raises it more; null = none does. */
function climb(data: RaschData, state: State, { slope, factors }: Direction): State | null {
  for (const factor of factors) {
    if (!factor) continue;
    const step = solveCholesky(factor, slope);
    const along = (length: number): State =>
      stateAt(
        data,
        state.values.map((value, at) => value + length * (step[at] ?? 0)),
      );
    for (let length = 1; length > 1e-6; length /= 2) {
      const next = along(length);
      if (next.objective > state.objective) return factor === factors[0] ? next : climbOn(along, { length, next });
    }
  }
  return null;
}

/** Steps on the complete information are short, and tiny where the spread is near 0: they are doubled while that helps. */
function climbOn(
  along: (length: number) => State,
  { length, next }: { readonly length: number; readonly next: State },
): State {
  let best = next;
  for (let longer = 2 * length; longer < 1e6; longer *= 2) {
    const further = along(longer);
    if (!(further.objective > best.objective)) break;
    best = further;
  }
  return best;
}

function isFlat(slope: Float64Array): boolean {
  return slope.every((value) => Math.abs(value) < 1e-4);
}

function stateAt(data: RaschData, values: Float64Array): State {
  const curves = drawCurves(data, values);
  const posterior = locateApplications(data, curves);
  const penalty = (priorPrecision / 2) * values.reduce((sum, value) => sum + value * value, 0);
  return { values, curves, posterior, objective: posterior.logLikelihood - penalty };
}

/** Thresholds from the counts of neighbouring categories, severities 0, spread 1. */
function startValues({ criteria, reviewers, observations, parameters }: RaschData): Float64Array {
  const values = new Float64Array(parameters.count);
  const counts = criteria.map(({ steps }) => new Float64Array(steps + 1));
  for (const { cell, category } of observations.flat()) {
    const count = counts[Math.floor(cell / reviewers.length)];
    if (count) count[category] = (count[category] ?? 0) + 1;
  }
  criteria.forEach(({ offset, steps }, at) => {
    const count = (category: number): number => (counts[at]?.[category] ?? 0) + 0.5;
    for (let step = 1; step <= steps; step += 1) values[offset + step - 1] = Math.log(count(step - 1) / count(step));
  });
  values[parameters.spread] = 1;
  return values;
}
