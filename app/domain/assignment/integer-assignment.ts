import type { FlowProblem } from "#app/domain/assignment/min-cost-flow.ts";
import type { PairTable } from "#app/domain/assignment/pair-table.ts";
import type { SideRules } from "#app/domain/assignment/review-task.ts";
import { institutionsOf } from "#app/domain/assignment/rule-breaches.ts";
import type { IntegerProgram, IntegerRow, IntegerSolver } from "#app/domain/exact/integer-program.ts";

export type IntegerOutcome =
  | { readonly status: "solved"; readonly chosen: Uint8Array; readonly isProved: boolean }
  | { readonly status: "infeasible" | "undecided" };

type Asked = {
  readonly table: PairTable;
  readonly problem: FlowProblem;
  readonly rules: SideRules;
  readonly solver: IntegerSolver;
};

/**
 * The best assignment under all side rules as an integer program: most kept pairs first, then the largest total. Every point
 * of the solver is re-added in whole numbers; it is proved best when the solver finds nothing at least one better. Source:
 * SELECTION E4.
 */
export function assignByProgram({ table, problem, rules, solver }: Asked): IntegerOutcome {
  const program = programOf(table, problem, rules);
  const pairs = table.reviewer.length;
  const kept = withZeros(Array.from(table.isCurrent), program);
  const points = withZeros(Array.from(table.score), program);
  let rows = program.rows;
  let isProved = true;
  let values: readonly number[] | undefined;
  for (const gain of kept.some((each) => each > 0) ? [kept, points] : [points]) {
    const best = mostOf({ ...program, rows }, gain, solver);
    if (best.status !== "solved") return best;
    values = best.values;
    isProved &&= best.isProved;
    rows = [...rows, { terms: termsOf(gain), min: best.total, max: null }];
  }
  return { status: "solved", chosen: Uint8Array.from((values ?? []).slice(0, pairs)), isProved };
}

/**
 * The largest lowest total of an application that any assignment under the rules gives (max-min fairness), whatever the sum;
 * undefined when there is none or the solver gave up. Source: SELECTION E2, Stelmakh 2021.
 */
export function largestWorst({ table, problem, rules, solver }: Asked): number | undefined {
  const program = programOf(table, problem, rules);
  const variable = program.lower.length;
  const points = Array.from(table.score);
  const mostOfOne = points.reduce((sum, score) => sum + Math.abs(score), 0);
  const floors = table.applications.map((_, i): IntegerRow => {
    const terms = pairsOf(table, i).map((pair) => [pair, points[pair] as number] as const);
    return { terms: [...terms, [variable, -1]], min: 0, max: null };
  });
  const wider = {
    lower: [...program.lower, -mostOfOne],
    upper: [...program.upper, mostOfOne],
    rows: [...program.rows, ...floors],
    minimise: [],
  };
  if (table.applications.length === 0) return 0;
  const gain = [...program.lower.map(() => 0), 1];
  const best = mostOf(wider, gain, solver);
  return best.status === "solved" && best.isProved ? best.total : undefined;
}

type Best =
  | {
      readonly status: "solved";
      readonly values: readonly number[];
      readonly total: number;
      readonly isProved: boolean;
    }
  | { readonly status: "infeasible" | "undecided" };

/** The largest Σ gain · x; asked again for one more until there is none, because a solver's optimum is only its word. */
function mostOf(program: IntegerProgram, gain: readonly number[], solver: IntegerSolver): Best {
  const first = solver({ ...program, minimise: gain.map((each) => -each) });
  if (first.status === "infeasible") {
    // Asked once more without an objective: both answers must agree.
    return { status: solver({ ...program, minimise: [] }).status === "infeasible" ? "infeasible" : "undecided" };
  }
  if (first.status === "undecided" || !isFeasible(program, first.values)) return { status: "undecided" };
  let { values } = first;
  for (;;) {
    const total = sumOf(gain, values);
    const better = { ...program, rows: [...program.rows, { terms: termsOf(gain), min: total + 1, max: null }] };
    const next = solver({ ...better, minimise: [] });
    if (next.status !== "solved" || !isFeasible(better, next.values)) {
      return { status: "solved", values, total, isProved: next.status === "infeasible" };
    }
    ({ values } = next);
  }
}

function isFeasible({ lower, upper, rows }: IntegerProgram, values: readonly number[]): boolean {
  const within = (value: number, min: number | null, max: number | null): boolean =>
    Number.isSafeInteger(value) && value >= (min ?? value) && value <= (max ?? value);
  return (
    values.length === lower.length &&
    values.every((value, at) => within(value, lower[at] ?? null, upper[at] ?? null)) &&
    rows.every(({ terms, min, max }) =>
      within(
        terms.reduce((sum, [at, coefficient]) => sum + coefficient * (values[at] ?? 0), 0),
        min,
        max,
      ),
    )
  );
}

function programOf(table: PairTable, problem: FlowProblem, rules: SideRules): IntegerProgram {
  const { reviewers, reviewer, locked } = table;
  const lower = Array.from(locked, Number);
  const upper = lower.map(() => 1);
  const rows: IntegerRow[] = [];
  const institutions = institutionsOf(table);
  const meetings = new Map<string, (readonly [number, number])[]>();
  table.applications.forEach((_, i) => {
    const pairs = pairsOf(table, i);
    const lockedCount = pairs.filter((pair) => locked[pair] === 1).length;
    const need = Math.max(table.need[i] ?? 0, lockedCount);
    rows.push({ terms: ones(pairs), min: need, max: need });
    if (table.isAnchor[i] === 1) return;
    if (rules.onePerInstitution === true) {
      for (const institution of new Set(institutions)) {
        const group = pairs.filter((pair) => institutions[reviewer[pair] as number] === institution);
        if (group.length > 1) rows.push({ terms: ones(group), min: null, max: 1 });
      }
    }
    for (const [least, of] of [
      [rules.leastExperts ?? 0, "expert"],
      [rules.leastExternal ?? 0, "external"],
    ] as const) {
      const those = pairs.filter((pair) => reviewers[reviewer[pair] as number]?.[of] === true);
      if (least > 0) rows.push({ terms: ones(those), min: least, max: null });
    }
    if (rules.mostTogether === undefined) return;
    pairs.forEach((one, place) => {
      for (const other of pairs.slice(place + 1)) {
        const key = `${reviewer[one]} ${reviewer[other]}`;
        meetings.set(key, [...(meetings.get(key) ?? []), [one, other]]);
      }
    });
  });
  reviewers.forEach((_, j) => {
    const own = [...reviewer.keys()].filter((pair) => reviewer[pair] === j);
    const taken = problem.taken[j] ?? 0;
    rows.push({ terms: ones(own), min: (problem.least[j] ?? 0) - taken, max: (problem.most[j] ?? 0) - taken });
  });
  for (const both of meetings.values()) {
    if (both.length <= (rules.mostTogether ?? 0)) continue;
    // A variable for each shared application: 1 where both read it.
    const shared = both.map(([one, other]) => {
      const variable = lower.length;
      lower.push(0);
      upper.push(1);
      rows.push({ terms: [[one, 1], [other, 1], [variable, -1]], min: null, max: 1 }); // prettier-ignore
      return variable;
    });
    rows.push({ terms: ones(shared), min: null, max: rules.mostTogether ?? 0 });
  }
  return { lower, upper, rows, minimise: [] };
}

function pairsOf({ start }: PairTable, i: number): readonly number[] {
  const first = start[i] as number;
  return Array.from({ length: (start[i + 1] as number) - first }, (_, place) => first + place);
}

function ones(variables: readonly number[]): IntegerRow["terms"] {
  return variables.map((variable) => [variable, 1] as const);
}

function termsOf(gain: readonly number[]): IntegerRow["terms"] {
  return gain.flatMap((each, at) => (each === 0 ? [] : [[at, each] as const]));
}

function sumOf(gain: readonly number[], values: readonly number[]): number {
  return gain.reduce((sum, each, at) => sum + each * (values[at] ?? 0), 0);
}

function withZeros(gain: readonly number[], { lower }: IntegerProgram): readonly number[] {
  return lower.map((_, at) => gain[at] ?? 0);
}
