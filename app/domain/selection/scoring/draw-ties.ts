import type { TableOrder } from "#app/domain/selection/scoring/order-table.ts";

/** Answers with the places in the list of people it is given, the first drawn first: each place once. */
export type DrawPlaces = (people: Uint32Array) => Uint32Array;

/**
 * The strict order: whom no key separates stand as they were drawn. The draw is asked once, for the tied people of all
 * groups together; as a ticket does not hang on who else is drawn, that is the order which tickets for everybody give
 * (SELECTION A9, G). Not asked where nobody is tied.
 */
export function drawTies({ order, ties }: TableOrder, draw: DrawPlaces): Uint32Array {
  const strict = order.slice();
  const { people, groupOf } = tiedPeople(order, ties);
  if (people.length === 0) return strict;
  const next = ties.slice();
  for (const place of draw(people)) {
    const group = groupOf[place] as number;
    const at = next[group] as number;
    strict[at] = people[place] as number;
    next[group] = at + 1;
  }
  return strict;
}

/** Everybody who is tied, group by group, and beside each where the group's start stands in `ties`. */
function tiedPeople(order: Uint32Array, ties: Uint32Array) {
  let size = 0;
  for (let group = 0; group < ties.length; group += 2) size += (ties[group + 1] as number) - (ties[group] as number);
  const people = new Uint32Array(size);
  const groupOf = new Uint32Array(size);
  let filled = 0;
  for (let group = 0; group < ties.length; group += 2) {
    const members = order.subarray(ties[group], ties[group + 1]);
    people.set(members, filled);
    groupOf.fill(group, filled, filled + members.length);
    filled += members.length;
  }
  return { people, groupOf };
}
