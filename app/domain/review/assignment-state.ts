import type { SeededRandom } from "#app/domain/draw/seeded-random.ts";

/** A missing review: the id of the application that needs one more reviewer. */
export type Seat = string;

/** A half-made assignment. Reviewers stand in the seeded order everywhere, so that equals are told apart by the seed. */
export type AssignmentState = {
  readonly random: SeededRandom;
  readonly capacities: ReadonlyMap<string, number>;
  /** By application: the reviewers of its pool without a conflict. */
  readonly legal: ReadonlyMap<string, readonly string[]>;
  /** By application: who reads it now, and whether that may still change. */
  readonly given: ReadonlyMap<string, Map<string, "fixed" | "movable">>;
  /** By reviewer of the pool: what they read now. */
  readonly reading: ReadonlyMap<string, Set<string>>;
  readonly loads: Map<string, number>;
};

export function loadOf(state: AssignmentState, reviewerId: string): number {
  return state.loads.get(reviewerId) ?? 0;
}

/**
 * Gives one more reviewer to an application: somebody with room who reads least, else whoever can pass one of
 * their reviews on (along a chain, found breadth first). False when no chain ends at somebody with room: then none exists.
 */
export function freeOneSeat(state: AssignmentState, applicationId: Seat): boolean {
  const possible = freeFor(state, applicationId);
  const [best] = leastLoaded(
    state,
    possible.filter((id) => hasRoom(state, id)),
  );
  if (best !== undefined) {
    give(state, applicationId, best);
    return true;
  }
  const path = chainFrom(state, possible, (id) => hasRoom(state, id));
  if (path === undefined) return false;
  passAlong(state, path.steps);
  give(state, applicationId, path.first);
  return true;
}

/** One reviewer hands `applicationId` to another. */
export type Step = { readonly from: string; readonly to: string; readonly applicationId: string };
export type Chain = { readonly first: string; readonly last: string; readonly steps: readonly Step[] };

/** The shortest chain of hand-overs from one of `starts` to a reviewer who is wanted. */
export function chainFrom(
  state: AssignmentState,
  starts: readonly string[],
  isWanted: (reviewerId: string) => boolean,
): Chain | undefined {
  const cameBy = new Map<string, Step | null>(starts.map((id) => [id, null]));
  const queue = [...starts];
  for (let head = 0; head < queue.length; head += 1) {
    const from = queue[head] ?? "";
    if (isWanted(from)) return unwound(cameBy, from);
    for (const step of handOvers(state, from)) {
      if (cameBy.has(step.to)) continue;
      cameBy.set(step.to, step);
      queue.push(step.to);
    }
  }
  return undefined;
}

/** From the end of the chain backwards: everybody has handed on before they are given something. */
export function passAlong(state: AssignmentState, steps: readonly Step[]): void {
  for (const { from, to, applicationId } of steps.toReversed()) {
    take(state, applicationId, from);
    give(state, applicationId, to);
  }
}

function give(state: AssignmentState, applicationId: string, reviewerId: string): void {
  state.given.get(applicationId)?.set(reviewerId, "movable");
  state.reading.get(reviewerId)?.add(applicationId);
  state.loads.set(reviewerId, loadOf(state, reviewerId) + 1);
}

function take(state: AssignmentState, applicationId: string, reviewerId: string): void {
  state.given.get(applicationId)?.delete(reviewerId);
  state.reading.get(reviewerId)?.delete(applicationId);
  state.loads.set(reviewerId, loadOf(state, reviewerId) - 1);
}

function* handOvers(state: AssignmentState, from: string): Generator<Step> {
  for (const applicationId of state.reading.get(from) ?? []) {
    if (state.given.get(applicationId)?.get(from) !== "movable") continue;
    for (const to of freeFor(state, applicationId)) yield { from, to, applicationId };
  }
}

function freeFor(state: AssignmentState, applicationId: string): readonly string[] {
  const given = state.given.get(applicationId);
  return (state.legal.get(applicationId) ?? []).filter((id) => !given?.has(id));
}

export function hasRoom(state: AssignmentState, reviewerId: string): boolean {
  return loadOf(state, reviewerId) < (state.capacities.get(reviewerId) ?? 0);
}

function leastLoaded(state: AssignmentState, reviewers: readonly string[]): readonly string[] {
  const lowest = Math.min(...reviewers.map((id) => loadOf(state, id)));
  const least = reviewers.filter((id) => loadOf(state, id) === lowest);
  return least.length > 1 ? [least[state.random.integerBelow(least.length)] ?? ""] : least;
}

function unwound(cameBy: ReadonlyMap<string, Step | null>, last: string): Chain {
  const steps: Step[] = [];
  for (let step = cameBy.get(last); step; step = cameBy.get(step.from)) steps.unshift(step);
  return { first: steps[0]?.from ?? last, last, steps };
}
