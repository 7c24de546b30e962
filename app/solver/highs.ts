import loadHighs, { type Highs, type ModelData } from "highs";
import type { IntegerAnswer, IntegerProgram, IntegerRow, IntegerSolver } from "#app/domain/exact/integer-program.ts";

/** Farther than this from a whole number, a value is not rounded but distrusted. */
const tolerance = 1e-5;

/** `timeLimitSeconds`: for one program, default 20; a program that takes longer is answered with undecided. */
export type SolverOptions = { readonly timeLimitSeconds?: number };

/**
 * HiGHS (WebAssembly) behind the words of the domain. The load is asynchronous, each answer synchronous and single-threaded.
 * HiGHS reckons in floating point: whoever asks re-adds a point and certifies an "infeasible" in whole numbers.
 */
export async function loadIntegerSolver({ timeLimitSeconds = 20 }: SolverOptions = {}): Promise<IntegerSolver> {
  const highs = await loadHighs();
  return (program) => {
    try {
      return solve(highs, program, timeLimitSeconds);
    } catch {
      return { status: "undecided" };
    }
  };
}

function solve(highs: Highs, program: IntegerProgram, timeLimitSeconds: number): IntegerAnswer {
  if (program.lower.length === 0) return withoutVariables(program.rows);
  return highs.withModel((model): IntegerAnswer => {
    model.options.set({ output_flag: false, time_limit: timeLimitSeconds, mip_rel_gap: 0, mip_abs_gap: 0.5 });
    model.passModel(modelOf(highs, program));
    model.run();
    const { modelStatus } = highs.constants;
    const status = model.getModelStatus();
    if (status === modelStatus.infeasible) return { status: "infeasible" };
    return status === modelStatus.optimal ? wholeNumbers(model.getSolution().colValue) : { status: "undecided" };
  });
}

function withoutVariables(rows: readonly IntegerRow[]): IntegerAnswer {
  const possible = rows.every(({ min, max }) => (min ?? 0) <= 0 && (max ?? 0) >= 0);
  return possible ? { status: "solved", values: [] } : { status: "infeasible" };
}

function modelOf(highs: Highs, { lower, upper, rows, minimise }: IntegerProgram): ModelData {
  const numCols = lower.length;
  const starts = [0];
  for (const row of rows) starts.push((starts.at(-1) ?? 0) + row.terms.length);
  const terms = rows.flatMap((row) => row.terms);
  return {
    numCols,
    numRows: rows.length,
    colCost: minimise.length === 0 ? lower.map(() => 0) : minimise,
    colLower: lower,
    colUpper: upper,
    rowLower: rows.map(({ min }) => min ?? -highs.infinity),
    rowUpper: rows.map(({ max }) => max ?? highs.infinity),
    matrix: {
      format: "csr",
      numRows: rows.length,
      numCols,
      starts,
      indices: terms.map(([variable]) => variable),
      values: terms.map(([, coefficient]) => coefficient),
    },
    integrality: lower.map(() => highs.constants.variableType.integer),
  };
}

function wholeNumbers(solution: Float64Array): IntegerAnswer {
  const values = Array.from(solution, (value) => Math.round(value) + 0);
  const whole = values.every((value, at) => Math.abs(value - (solution[at] ?? Number.NaN)) <= tolerance);
  return whole ? { status: "solved", values } : { status: "undecided" };
}
