import type { RankedPerson } from "#app/domain/selection/order-people.ts";
import type { Seating } from "#app/domain/selection/seats.ts";
import type { SelectionRule } from "#app/domain/selection/selection.ts";

type Seated = {
  readonly rule: SelectionRule;
  readonly order: { readonly people: readonly RankedPerson[] };
  readonly seating: Seating;
};

/**
 * Application numbers of people without a seat whom a maximum kept out: a track they named has taken as many of one of their
 * groups as it may, and has taken somebody of lower merit. Source: SELECTION B9, `ceiling(g)`.
 */
export function peopleUnderCeiling({ rule, order, seating }: Seated): ReadonlySet<string> {
  const full = new Map(rule.tracks.map((track) => [track.id, fullGroups(track, order.people, seating)]));
  if ([...full.values()].every((groups) => groups.length === 0)) return new Set();
  const lowest = lowestPlaces(order.people, seating);
  const kept = order.people.filter(({ person }, place) => {
    if (seating.has(person.applicationNo)) return false;
    return person.choices.some((track) => {
      const outranks = place < (lowest.get(track) ?? -1);
      return outranks && (full.get(track) ?? []).some((group) => person.tags.includes(group));
    });
  });
  return new Set(kept.map(({ person }) => person.applicationNo));
}

/** The groups of which the track has taken its maximum. */
function fullGroups(
  { id, choice }: SelectionRule["tracks"][number],
  people: readonly RankedPerson[],
  seating: Seating,
): readonly string[] {
  if (choice?.kind !== "nested_bounds" && choice?.kind !== "overlapping_bounds") return [];
  return choice.bounds.flatMap(({ group, max }) => {
    const seated = people.filter(
      ({ person }) => seating.get(person.applicationNo)?.track === id && person.tags.includes(group),
    );
    return max !== null && seated.length >= max ? [group] : [];
  });
}

/** By track, the place in the order of its seated person of lowest merit. */
function lowestPlaces(people: readonly RankedPerson[], seating: Seating): ReadonlyMap<string, number> {
  const lowest = new Map<string, number>();
  for (const [place, { person }] of people.entries()) {
    const track = seating.get(person.applicationNo)?.track;
    if (track !== undefined) lowest.set(track, place);
  }
  return lowest;
}
