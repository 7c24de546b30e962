import { nodes, type Curve } from "./rasch-curves.ts";
import type { Observation, RaschData } from "./rasch-data.ts";
import type { Posterior } from "./rasch-posterior.ts";

/**
 * The slope of the log likelihood, the information that complete data (abilities known) would hold, and the part of it that is
 * missing; matrices row by row. Complete less missing is the observed information.
 */
export type RaschInformation = {
  readonly slope: Float64Array;
  readonly complete: Float64Array;
  readonly missing: Float64Array;
};

/** Weights below it change nothing that double precision shows. */
const negligible = 1e-14;

/** Slope (Fisher's identity) and both informations at given curves. Source: Louis 1982; SELECTION D4. */
export function informationOf(data: RaschData, curves: readonly Curve[], { weights }: Posterior): RaschInformation {
  const { count } = data.parameters;
  const information: RaschInformation = {
    slope: new Float64Array(count),
    complete: new Float64Array(count * count),
    missing: new Float64Array(count * count),
  };
  const reached = curves.map(() => new Float64Array(nodes.length));
  data.observations.forEach((scores, application) => {
    const weight = weights[application];
    if (!weight) return;
    for (const { cell } of scores) weight.forEach((value, node) => add(reached[cell], node, value));
    addApplication(information, { data, curves, scores, weight });
  });
  curves.forEach((curve, cell) => addCell(information, { data, curve, reached: reached[cell] ?? new Float64Array() }));
  return information;
}

type Application = {
  readonly data: RaschData;
  readonly curves: readonly Curve[];
  readonly scores: readonly Observation[];
  readonly weight: Float64Array;
};

/** Adds one application's mean score vector to the slope and the vector's posterior covariance to the missing information. */
function addApplication({ slope, missing }: RaschInformation, { data, curves, scores, weight }: Application): void {
  const { count } = data.parameters;
  const active = activeParameters(data, curves, scores);
  const size = active.length;
  const mean = new Float64Array(size);
  const second = new Float64Array(size * size);
  const full = new Float64Array(count);
  weight.forEach((value, node) => {
    if (value < negligible) return;
    scoreVector(full, { data, curves, scores, node });
    for (let row = 0; row < size; row += 1) {
      const left = value * (full[active[row] ?? 0] ?? 0);
      add(mean, row, left);
      for (let column = 0; column <= row; column += 1) {
        add(second, row * size + column, left * (full[active[column] ?? 0] ?? 0));
      }
    }
    for (const parameter of active) full[parameter] = 0;
  });
  active.forEach((parameter, row) => {
    add(slope, parameter, mean[row] ?? 0);
    for (let column = 0; column <= row; column += 1) {
      const covariance = (second[row * size + column] ?? 0) - (mean[row] ?? 0) * (mean[column] ?? 0);
      addBoth(missing, { row: parameter, column: active[column] ?? 0, count, value: covariance });
    }
  });
}

function activeParameters(
  data: RaschData,
  curves: readonly Curve[],
  scores: readonly Observation[],
): readonly number[] {
  const active = new Set<number>([data.parameters.spread]);
  for (const { cell } of scores) {
    const curve = curves[cell];
    if (!curve) continue;
    active.add(data.parameters.firstReviewer + curve.reviewer);
    for (let step = 0; step < curve.criterion.steps; step += 1) active.add(curve.criterion.offset + step);
  }
  return [...active];
}

type AtNode = Omit<Application, "weight"> & { readonly node: number };

/** The derivative of ln P(scores | node) by every parameter, added to `full`. */
function scoreVector(full: Float64Array, { data, curves, scores, node }: AtNode): void {
  for (const { cell, category } of scores) {
    const curve = curves[cell];
    if (!curve) continue;
    const { offset, steps } = curve.criterion;
    for (let step = 0; step < steps; step += 1) {
      add(full, offset + step, (curve.tails[node * steps + step] ?? 0) - (category > step ? 1 : 0));
    }
    const surplus = (curve.expected[node] ?? 0) - category;
    add(full, data.parameters.firstReviewer + curve.reviewer, surplus);
    add(full, data.parameters.spread, -(nodes[node] ?? 0) * surplus);
  }
}

type Cell = { readonly data: RaschData; readonly curve: Curve; readonly reached: Float64Array };

/** Adds one cell's complete information: the covariance of its score vector at every node, by how many stand there. */
function addCell({ complete }: RaschInformation, { data, curve, reached }: Cell): void {
  const { firstReviewer, spread, count } = data.parameters;
  const { offset, steps } = curve.criterion;
  const reviewer = firstReviewer + curve.reviewer;
  const put = (row: number, column: number, value: number): void => addBoth(complete, { row, column, count, value });
  reached.forEach((many, node) => {
    if (many < negligible) return;
    const place = nodes[node] ?? 0;
    const tail = (step: number): number => curve.tails[node * steps + step] ?? 0;
    for (let row = 0; row < steps; row += 1) {
      let withTotal = 0;
      for (let column = 0; column < steps; column += 1) {
        const covariance = many * (tail(Math.max(row, column)) - tail(row) * tail(column));
        withTotal += covariance;
        if (column <= row) put(offset + row, offset + column, covariance);
      }
      put(reviewer, offset + row, withTotal);
      put(spread, offset + row, -place * withTotal);
      add(complete, reviewer * count + reviewer, withTotal);
      put(spread, reviewer, -place * withTotal);
      add(complete, spread * count + spread, place * place * withTotal);
    }
  });
}

type Entry = { readonly row: number; readonly column: number; readonly count: number; readonly value: number };

/** Adds to an entry and to its mirror image. */
function addBoth(matrix: Float64Array, { row, column, count, value }: Entry): void {
  add(matrix, row * count + column, value);
  if (row !== column) add(matrix, column * count + row, value);
}

function add(values: Float64Array | undefined, at: number, value: number): void {
  if (values) values[at] = (values[at] ?? 0) + value;
}
