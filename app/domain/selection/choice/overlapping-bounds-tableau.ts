import type { IntegerProgram } from "#app/domain/exact/integer-program.ts";

/** Bounds of every variable, then of every row; null = no bound on that side. */
export type Limits = { readonly lower: readonly (bigint | null)[]; readonly upper: readonly (bigint | null)[] };

/** A point of the relaxation: of each variable of the program the value numerator / denominator, denominator positive. */
export type FractionalPoint = { readonly numerators: readonly bigint[]; readonly denominator: bigint };

export type Tableau = {
  /**
   * A point within the limits, fractions allowed, or undefined where there is none; exact, so undefined is a proof. The
   * limits of the program's own variables must be finite.
   */
  readonly pointWithin: (limits: Limits) => FractionalPoint | undefined;
};

type State = {
  /** denominator · basic[i] = Σ cells[i][j] · free[j]; every division below is exact (Edmonds 1967, Bareiss 1968). */
  readonly cells: bigint[][];
  denominator: bigint;
  readonly basic: number[];
  readonly free: number[];
  /** Of each free variable a whole number: one of its limits. */
  readonly values: bigint[];
};

/**
 * The simplex method for feasibility with limits on both sides (Dutertre & de Moura 2006, "A fast linear-arithmetic solver for
 * DPLL(T)"), in whole numbers over one denominator. Ends by Bland's rule: the smallest index first, leaving and entering.
 */
export function tableauOf({ lower, rows }: IntegerProgram): Tableau {
  const columns = lower.length;
  const state: State = {
    cells: rows.map(({ terms }) => coefficients(terms, columns)),
    denominator: 1n,
    basic: rows.map((_, at) => columns + at),
    free: lower.map((_, at) => at),
    values: [],
  };
  return {
    pointWithin: (limits) => {
      startAtLimits(state, limits);
      for (;;) {
        const row = rowOutside(state, limits);
        if (row === undefined) return pointOf(state, columns);
        if (!repair(state, limits, row)) return undefined;
      }
    },
  };
}

function coefficients(terms: readonly (readonly [number, number])[], columns: number): bigint[] {
  const cells = Array.from({ length: columns }, () => 0n);
  for (const [variable, coefficient] of terms) cells[variable] = (cells[variable] as bigint) + BigInt(coefficient);
  return cells;
}

/** Every free variable starts at a limit; a row without a lower one was freed at its upper. */
function startAtLimits({ free, values }: State, { lower, upper }: Limits): void {
  for (const [column, variable] of free.entries()) values[column] = (lower[variable] ?? upper[variable]) as bigint;
}

type Outside = { readonly row: number; readonly variable: number; readonly rises: boolean; readonly limit: bigint };

/** The basic variable of the smallest index that lies outside its limits. */
function rowOutside(state: State, { lower, upper }: Limits): Outside | undefined {
  let found: Outside | undefined;
  for (const [row, variable] of state.basic.entries()) {
    if (found && found.variable < variable) continue;
    const value = numerator(state, row);
    const [least, most] = [lower[variable] ?? null, upper[variable] ?? null];
    if (least !== null && value < least * state.denominator) found = { row, variable, rises: true, limit: least };
    else if (most !== null && value > most * state.denominator) found = { row, variable, rises: false, limit: most };
  }
  return found;
}

function numerator({ cells, values }: State, row: number): bigint {
  let total = 0n;
  for (const [column, cell] of (cells[row] as bigint[]).entries()) total += cell * (values[column] as bigint);
  return total;
}

/** Sends the variable to its limit in exchange for a free one that can still move the right way; false where none can. */
function repair(state: State, { lower, upper }: Limits, { row, variable, rises, limit }: Outside): boolean {
  let entering: number | undefined;
  for (const [column, cell] of (state.cells[row] as bigint[]).entries()) {
    const other = state.free[column] as number;
    if (cell === 0n || (entering !== undefined && (state.free[entering] as number) < other)) continue;
    const value = state.values[column] as bigint;
    const bound = cell > 0n === rises ? upper[other] : lower[other];
    if (bound !== value) entering = column;
  }
  if (entering === undefined) return false;
  pivot(state, row, entering);
  state.basic[row] = state.free[entering] as number;
  state.free[entering] = variable;
  state.values[entering] = limit;
  return true;
}

function pivot(state: State, row: number, column: number): void {
  const old = state.cells[row] as bigint[];
  const pivotCell = old[column] as bigint;
  const sign = pivotCell < 0n ? -1n : 1n;
  for (const [at, cells] of state.cells.entries()) {
    const factor = cells[column] as bigint;
    state.cells[at] = cells.map((cell, other) =>
      other === column
        ? sign * factor
        : (sign * (cell * pivotCell - factor * (old[other] as bigint))) / state.denominator,
    );
  }
  state.cells[row] = old.map((cell, other) => (other === column ? sign * state.denominator : -sign * cell));
  state.denominator = sign * pivotCell;
}

function pointOf(state: State, columns: number): FractionalPoint {
  const numerators: bigint[] = [];
  const place = (variable: number, value: bigint): void => {
    if (variable < columns) numerators[variable] = value;
  };
  for (const [column, variable] of state.free.entries()) {
    place(variable, (state.values[column] as bigint) * state.denominator);
  }
  for (const [row, variable] of state.basic.entries()) place(variable, numerator(state, row));
  return { numerators, denominator: state.denominator };
}
