import { holds } from "#app/domain/exact/integer-program-holds.ts";
import type { IntegerProgram } from "#app/domain/exact/integer-program.ts";
import { decide, type Deciding } from "#app/domain/selection/choice/overlapping-bounds-decide.ts";

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
  readonly deciding: Deciding;
};

/**
 * The witness-carrying greedy of SELECTION B5: in merit order each person is taken iff the rest can still be completed, which
 * the witness shows or a new one must; a type once refused stays refused. The solver is asked at most once a person taken and
 * once a type. Throws Undecided where a question could not be decided.
 */
export function takeInOrder({ people, seats, typeOf, deciding, ...given }: GreedyTask): readonly number[] {
  const taken: number[] = [];
  const refused = new Set<number>();
  let { program, witness } = given;
  for (const person of people) {
    if (taken.length === seats) break;
    const type = typeOf[person] as number;
    if (refused.has(type)) continue;
    const withPerson = { ...program, lower: program.lower.with(type, (program.lower[type] as number) + 1) };
    const next = exchanged(withPerson, witness, type) ?? decide(withPerson, deciding);
    if (next) {
      taken.push(person);
      program = withPerson;
      witness = next;
    } else refused.add(type);
  }
  return taken;
}

/** The witness itself where it serves the program, else with one more of the type in place of one of another, if that does. */
function exchanged(program: IntegerProgram, witness: readonly number[], type: number): readonly number[] | undefined {
  if (holds(program, witness)) return witness;
  const more = witness.with(type, (witness[type] as number) + 1);
  return more.map((value, other) => more.with(other, value - 1)).find((values) => holds(program, values));
}
