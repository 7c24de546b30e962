import { chainFrom, hasRoom, loadOf, passAlong, type AssignmentState } from "#app/domain/review/assignment-state.ts";

/**
 * Passes reviews on from those who read most to those who read least until nobody could: no chain is left whose end
 * reads two fewer than its beginning, which makes the loads as equal as they can be (least sum of squares).
 */
export function levelLoads(state: AssignmentState): void {
  for (let from = nextUneven(state); from !== undefined; from = nextUneven(state)) {
    passAlong(state, from.steps);
  }
}

function nextUneven(state: AssignmentState) {
  const byLoad = [...state.loads].toSorted(([, one], [, other]) => other - one);
  const lowest = byLoad.findLast(([id]) => hasRoom(state, id))?.[1] ?? Number.POSITIVE_INFINITY;
  for (const [id, load] of byLoad) {
    if (load - lowest < 2) return undefined;
    const chain = chainFrom(state, [id], (other) => hasRoom(state, other) && loadOf(state, other) <= load - 2);
    if (chain) return chain;
  }
  return undefined;
}
