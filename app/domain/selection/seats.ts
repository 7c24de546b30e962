import type { SeatGiven } from "#app/domain/selection/choice/pool.ts";
import type { RankedPerson } from "#app/domain/selection/order-people.ts";
import type { MatteringTie, TrackSeats } from "#app/domain/selection/selection.ts";

/** `choiceOrder` 1 is the first choice; `given` = which of the track's seats it is. */
export type Seat = { readonly track: string; readonly choiceOrder: number; readonly given: SeatGiven };

export const openSeat: SeatGiven = { kind: "open" };

/** Who sits where, by application number. */
export type Seating = ReadonlyMap<string, Seat>;

/** Seats being filled: filled only by seatInTurn, so never beyond what was free. */
export type SeatBook = { readonly free: Map<string, number>; readonly seating: Map<string, Seat> };

/** A book in which every track has all its seats free and nobody sits. Source: RULINGS 21. */
export function openSeatBook(tracks: readonly TrackSeats[]): SeatBook {
  return { free: new Map(tracks.map(({ id, seats }) => [id, seats])), seating: new Map() };
}

/** The people of one tie after another, best first; without ties, one person each. */
export function tieBlocks(people: readonly RankedPerson[]): readonly (readonly RankedPerson[])[] {
  const blocks: RankedPerson[][] = [];
  for (const ranked of people) {
    const block = blocks.at(-1);
    if (block?.[0]?.tie === ranked.tie) block.push(ranked);
    else blocks.push([ranked]);
  }
  return blocks;
}

/** The application numbers of people, in the same order. */
export function numbersOf(people: readonly RankedPerson[]): readonly string[] {
  return people.map(({ person }) => person.applicationNo);
}

type InTurn = {
  readonly book: SeatBook;
  readonly people: readonly RankedPerson[];
  /** The seats a person would take, most wanted first. */
  readonly wishes: (ranked: RankedPerson) => readonly Seat[];
};

/**
 * Gives everybody without a seat, best first, the most wanted seat that is free. A tie matters exactly when more of it
 * want a track than it has seats left (else each gets the same seat in any order): then it is returned and filling stops.
 */
export function seatInTurn({ book, people, wishes }: InTurn): MatteringTie | null {
  for (const block of tieBlocks(people)) {
    if (isFull(book)) return null;
    const seeking = block.filter(({ person }) => !book.seating.has(person.applicationNo));
    const wanted = seeking.map((ranked) => ({ ranked, seat: wishes(ranked).find(({ track }) => isFree(book, track)) }));
    const contested =
      block.length > 1 && wanted.find(({ seat }) => seat && demand(wanted, seat) > seatsLeft(book, seat));
    if (contested && contested.seat) {
      const { track } = contested.seat;
      const contenders = numbersOf(wanted.filter(({ seat }) => seat?.track === track).map(({ ranked }) => ranked));
      return { group: numbersOf(block), contenders, where: "seat", track };
    }
    for (const { ranked, seat } of wanted) {
      if (!seat) continue;
      book.free.set(seat.track, seatsLeft(book, seat) - 1);
      book.seating.set(ranked.person.applicationNo, seat);
    }
  }
  return null;
}

function isFull({ free }: SeatBook): boolean {
  for (const seats of free.values()) if (seats > 0) return false;
  return true;
}

function isFree({ free }: SeatBook, track: string): boolean {
  return (free.get(track) ?? 0) > 0;
}

function seatsLeft({ free }: SeatBook, { track }: Seat): number {
  return free.get(track) ?? 0;
}

function demand(wanted: readonly { readonly seat: Seat | undefined }[], { track }: Seat): number {
  return wanted.filter(({ seat }) => seat?.track === track).length;
}
