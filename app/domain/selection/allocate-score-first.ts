import { refuse, done, type Result } from "#app/domain/result.ts";
import type { RankedPerson } from "#app/domain/selection/order-people.ts";
import { openSeat, openSeatBook, seatInTurn, type Seating } from "#app/domain/selection/seats.ts";
import type { MatteringTie, TrackSeats } from "#app/domain/selection/selection.ts";

export type ToAllocate = { readonly tracks: readonly TrackSeats[]; readonly people: readonly RankedPerson[] };

/** One order over all tracks: each person in turn gets the first choice that has a seat, else the second, and so on. */
export function allocateScoreFirst({ tracks, people }: ToAllocate): Result<Seating, MatteringTie> {
  const book = openSeatBook(tracks);
  const tie = seatInTurn({
    book,
    people,
    wishes: ({ person }) => person.choices.map((track, index) => ({ track, choiceOrder: index + 1, given: openSeat })),
  });
  return tie ? refuse(tie) : done(book.seating);
}
