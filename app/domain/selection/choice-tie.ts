import type { RankedPerson } from "#app/domain/selection/order-people.ts";
import { numbersOf, tieBlocks, type Seat, type Seating } from "#app/domain/selection/seats.ts";
import type { MatteringTie } from "#app/domain/selection/selection.ts";

/**
 * The first undecided tie whose people are not all treated alike: a seat of the same track (of the same category or block,
 * where the rule has them), or no seat at all. Where they are, another order of them selects the same people, because a greedy
 * rule takes equally many of equals in any order (Edmonds 1971); where they are not, only the committee can say who is first.
 */
export function splitTie(people: readonly RankedPerson[], seating: Seating): MatteringTie | null {
  for (const block of tieBlocks(people)) {
    const [first] = block;
    if (!first || block.length === 1) continue;
    const treated = new Set(block.map(({ person }) => treatment(seating.get(person.applicationNo))));
    if (treated.size === 1) continue;
    const track = block.map(({ person }) => seating.get(person.applicationNo)?.track).find((id) => id !== undefined);
    return { group: numbersOf(block), contenders: numbersOf(block), where: "seat", track: track ?? "" };
  }
  return null;
}

function treatment(seat: Seat | undefined): string {
  if (!seat) return "";
  const { kind } = seat.given;
  // Open and guaranteed seats are given together; categories and blocks choose one after another.
  return kind === "open" || kind === "guaranteed" ? seat.track : `${seat.track}|${JSON.stringify(seat.given)}`;
}
