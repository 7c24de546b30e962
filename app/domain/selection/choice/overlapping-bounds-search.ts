import type { IntegerAnswer, IntegerProgram } from "#app/domain/exact/integer-program.ts";
import {
  tableauOf,
  type FractionalPoint,
  type Limits,
} from "#app/domain/selection/choice/overlapping-bounds-tableau.ts";

/** Far above what 70 variables and 8 rows were seen to need; past it the search gives up. */
const defaultNodeLimit = 20_000;

/**
 * Branch and bound in whole numbers: a point of the program (the objective is not looked at), or the proof by exhaustion that
 * there is none, every leaf refuted in exact rationals (SELECTION B5). `undecided` only past `nodeLimit` relaxations.
 */
export function searchExactly(program: IntegerProgram, nodeLimit = defaultNodeLimit): IntegerAnswer {
  const limits = limitsOf(program);
  if (limits.lower.some((least, at) => exceeds(least, limits.upper[at] ?? null))) return { status: "infeasible" };
  const tableau = tableauOf(program);
  const open: Limits[] = [limits];
  for (let nodes = 0; nodes < nodeLimit; nodes += 1) {
    const node = open.pop();
    if (!node) return { status: "infeasible" };
    const point = tableau.pointWithin(node);
    if (!point) continue;
    const split = firstFraction(point);
    if (!split) return { status: "solved", values: point.numerators.map((value) => Number(value / point.denominator)) };
    open.push(above(node, split), below(node, split));
  }
  return { status: "undecided" };
}

function limitsOf({ lower, upper, rows }: IntegerProgram): Limits {
  return {
    lower: [...lower, ...rows.map(({ min }) => min)].map(toBigInt),
    upper: [...upper, ...rows.map(({ max }) => max)].map(toBigInt),
  };
}

function toBigInt(value: number | null): bigint | null {
  return value === null ? null : BigInt(value);
}

function exceeds(least: bigint | null, most: bigint | null): boolean {
  return least !== null && most !== null && least > most;
}

/** `floor`: the whole number just below the variable's value. */
type Split = { readonly variable: number; readonly floor: bigint };

function firstFraction({ numerators, denominator }: FractionalPoint): Split | undefined {
  const variable = numerators.findIndex((value) => value % denominator !== 0n);
  const value = numerators[variable];
  if (value === undefined) return undefined;
  return { variable, floor: value / denominator - (value < 0n ? 1n : 0n) };
}

function below({ lower, upper }: Limits, { variable, floor }: Split): Limits {
  return { lower, upper: upper.with(variable, floor) };
}

function above({ lower, upper }: Limits, { variable, floor }: Split): Limits {
  return { lower: lower.with(variable, floor + 1n), upper };
}
