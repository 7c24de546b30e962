import { refuse, done, type Result } from "#app/domain/result.ts";
import type { ToAllocate } from "#app/domain/selection/allocate-score-first.ts";
import { openSeat, openSeatBook, seatInTurn, type Seating } from "#app/domain/selection/seats.ts";
import type { MatteringTie } from "#app/domain/selection/selection.ts";

/** Fills each track with those who named it first; tracks still short then take unselected people who named it second … */
export function allocateChoiceFirst({ tracks, people }: ToAllocate): Result<Seating, MatteringTie> {
  const book = openSeatBook(tracks);
  const longest = people.reduce((most, { person }) => Math.max(most, person.choices.length), 0);
  for (let choiceOrder = 1; choiceOrder <= longest; choiceOrder += 1) {
    const tie = seatInTurn({
      book,
      people,
      wishes: ({ person }) => {
        const track = person.choices[choiceOrder - 1];
        return track === undefined ? [] : [{ track, choiceOrder, given: openSeat }];
      },
    });
    if (tie) return refuse(tie);
  }
  return done(book.seating);
}
