/**
 * A small linear program in whole numbers: choose x_0 … x_{n−1} with lower ≤ x ≤ upper and min ≤ Σ coefficient · x ≤ max for
 * every row, so that the objective is least. All numbers are safe integers; `min` or `max` null = no bound on that side.
 */
export type IntegerProgram = {
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly rows: readonly IntegerRow[];
  /** One coefficient a variable; empty = any feasible point will do. */
  readonly minimise: readonly number[];
};

export type IntegerRow = {
  readonly terms: readonly (readonly [variable: number, coefficient: number])[];
  readonly min: number | null;
  readonly max: number | null;
};

/** `undecided`: the solver gave up (time) or contradicted itself; never to be read as infeasible. */
export type IntegerAnswer =
  | { readonly status: "solved"; readonly values: readonly number[] }
  | { readonly status: "infeasible" }
  | { readonly status: "undecided" };

/** Handed in from outside the domain. Its answers are never believed: whoever asks re-adds the values in integers. */
export type IntegerSolver = (program: IntegerProgram) => IntegerAnswer;
