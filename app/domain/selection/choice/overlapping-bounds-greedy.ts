import { holds } from "#app/domain/exact/integer-program-holds.ts";
import type { IntegerProgram, IntegerSolver } from "#app/domain/exact/integer-program.ts";
import { decide, type Decision } from "#app/domain/selection/choice/overlapping-bounds-decide.ts";

export type GreedyTask = {
  /** Of each type one variable, in front; what its lower bound says is taken already. */
  readonly program: IntegerProgram;
  /** A point of the program, re-added. */
  readonly witness: readonly number[];
  /** Best first, without those who are taken already. */
  readonly people: Iterable<number>;
  /** How many of them are to be taken: all points of the program agree on it. */
  readonly seats: number;
  readonly typeOf: Uint32Array;
  readonly solver: IntegerSolver;
};

/**
 * The witness-carrying greedy of SELECTION B5: in merit order each person is taken iff the rest can still be completed, which
 * the witness shows or a new one must; a type refused once stays refused. The solver is asked at most once a person taken and
 * once a type. `undefined`: one of these questions could not be decided.
 */
export function takeInOrder(task: GreedyTask): readonly number[] | undefined {
  const { program, witness, people, seats, typeOf, solver } = task;
  const taken: number[] = [];
  const refused = new Set<number>();
  let { lower } = program;
  let values = witness;
  for (const person of people) {
    if (taken.length === seats) break;
    const type = typeOf[person] as number;
    if (refused.has(type)) continue;
    const raised = lower.with(type, (lower[type] as number) + 1);
    const answer = completion({ ...program, lower: raised }, { values, type, solver });
    if (answer.status === "undecided") return undefined;
    if (answer.status === "infeasible") {
      refused.add(type);
      continue;
    }
    lower = raised;
    values = answer.values;
    taken.push(person);
  }
  return taken;
}

type Known = { readonly values: readonly number[]; readonly type: number; readonly solver: IntegerSolver };

/** The witness itself where it serves, else the witness with one person of another type exchanged, else the solver. */
function completion(program: IntegerProgram, { values, type, solver }: Known): Decision {
  const more = (values[type] as number) + 1;
  if (more > (program.lower[type] as number)) return { status: "solved", values };
  for (const [other, value] of values.entries()) {
    const exchanged = values.with(type, more).with(other, value - 1);
    if (other !== type && holds(program, exchanged)) return { status: "solved", values: exchanged };
  }
  return decide(program, solver);
}
