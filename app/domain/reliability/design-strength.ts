import { factorCholesky, invertCholesky } from "./algebra/cholesky.ts";
import { crossRatings, type CrossedDesign, type Panel } from "./algebra/crossed-design.ts";
import type { ReviewPair } from "./connectivity.ts";

/** How well one component of a design can compare its reviewers; both null where it has fewer than two reviewers. */
export type DesignStrength = {
  readonly applications: number;
  readonly reviewers: number;
  /** The second smallest eigenvalue of the reviewer Laplacian D_r − K' D_a⁻¹ K, above 0: low = nearly falls apart. */
  readonly algebraicConnectivity: number | null;
  /** The mean variance of the difference of two estimated severities b_j − b_l, in units of the residual variance. */
  readonly meanDifferenceVariance: number | null;
};

/**
 * The strength of every component, in the order of their first pair. Dense algebra on the reviewers of a component: for up to
 * about 3,000 of them. Refuses nothing; a pair given twice is two reviews. Source: SELECTION E5; Kiefer 1958 (A-optimality).
 */
export function designStrengths(pairs: readonly ReviewPair[]): readonly DesignStrength[] {
  const design = crossRatings(pairs.map((pair) => ({ ...pair, score: 0 })));
  return design.panels.map((panel) => strengthOf(design, panel));
}

function strengthOf(design: CrossedDesign, panel: Panel): DesignStrength {
  const size = panel.reviewers.length;
  const counts = { applications: panel.applications.length, reviewers: size };
  const nothing = { ...counts, algebraicConnectivity: null, meanDifferenceVariance: null };
  if (size < 2) return nothing;
  const laplacian = reviewerLaplacian(design, panel);
  let trace = 0;
  for (let at = 0; at < size; at += 1) trace += laplacian[at * size + at] ?? 0;

  // The constant vector has eigenvalue 0; it is moved to the mean of the others, which is never below the smallest of them.
  const shift = trace / (size - 1);
  const factor = factorCholesky(
    laplacian.map((value) => value + shift / size),
    size,
  );
  if (factor === null) return nothing;
  const inverse = invertCholesky(factor);
  let inverseTrace = 0;
  for (let at = 0; at < size; at += 1) inverseTrace += inverse[at * size + at] ?? 0;
  return {
    ...counts,
    algebraicConnectivity: 1 / largestEigenvalue(inverse, size),
    meanDifferenceVariance: (2 * (inverseTrace - 1 / shift)) / (size - 1),
  };
}

/** D_r − K' D_a⁻¹ K of one component, size × size numbers, row by row. */
function reviewerLaplacian({ application, reviewer }: CrossedDesign, panel: Panel): Float64Array {
  const size = panel.reviewers.length;
  const position = new Map(panel.reviewers.map((number, at) => [number, at]));
  const readBy = new Map<number, number[]>();
  for (const rating of panel.ratings) {
    const readers = readBy.get(application[rating] ?? -1) ?? [];
    readers.push(position.get(reviewer[rating] ?? -1) ?? 0);
    readBy.set(application[rating] ?? -1, readers);
  }
  const laplacian = new Float64Array(size * size);
  const addTo = (at: number, value: number): void => {
    laplacian[at] = (laplacian[at] ?? 0) + value;
  };
  for (const readers of readBy.values()) {
    for (const left of readers) {
      addTo(left * size + left, 1);
      for (const right of readers) addTo(left * size + right, -1 / readers.length);
    }
  }
  return laplacian;
}

/** By the power method from a fixed irregular start: the same on every run. */
function largestEigenvalue(matrix: Float64Array, size: number): number {
  let vector = Float64Array.from({ length: size }, (_, at) => Math.sin(1 + at * at * 0.7));
  let estimate = 0;
  for (let step = 0; step < 5_000; step += 1) {
    const image = Float64Array.from({ length: size }, (_, row) => {
      let sum = 0;
      for (let column = 0; column < size; column += 1)
        sum += (matrix[row * size + column] ?? 0) * (vector[column] ?? 0);
      return sum;
    });
    const length = Math.sqrt(image.reduce((sum, value) => sum + value * value, 0));
    vector = image.map((value) => value / length);
    if (Math.abs(length - estimate) <= 1e-14 * length) return length;
    estimate = length;
  }
  return estimate;
}
