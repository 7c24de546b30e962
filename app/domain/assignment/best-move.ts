import {
  makeMove,
  moveCost,
  movesOf,
  undoMove,
  type Arrangement,
  type Move,
} from "#app/domain/assignment/arrangement.ts";

/** What a search wants small, the most important first, of these applications; the cost is added to the last. */
export type Measure = (applications: readonly number[]) => readonly number[];

/** Exchanges looked at for one application: so many once a better one is known, so many until one is. */
export type Looks = { readonly enough: number; readonly patience: number };
const usualLooks: Looks = { enough: 3000, patience: 20_000 };

/** The exchange of one of the application's readers that lowers the measure most; undefined when none of those looked at does. */
export function bestMove(
  arrangement: Arrangement,
  i: number,
  measure: Measure,
  { enough, patience } = usualLooks,
): Move | undefined {
  let best: { readonly move: Move; readonly change: readonly number[] } | undefined;
  let looked = 0;
  for (const move of movesOf(arrangement, i)) {
    if (looked >= (best ? enough : patience)) break;
    looked += 1;
    const change = changeBy(arrangement, move, measure);
    if (isLess(change, best?.change)) best = { move, change };
  }
  return best?.move;
}

/** What a move adds to each part of the measure; the arrangement is left as it was. */
export function changeBy(arrangement: Arrangement, move: Move, measure: Measure): readonly number[] {
  const applications = [...new Set([...move.lost, ...move.won].map((pair) => arrangement.owner[pair] as number))];
  const before = measure(applications);
  makeMove(arrangement, move);
  const after = measure(applications);
  undoMove(arrangement, move);
  const cost = moveCost(arrangement, move);
  return after.map((value, place) => value - (before[place] ?? 0) + (place === after.length - 1 ? cost : 0));
}

/** In the order of the parts; against nothing: below zero. */
function isLess(one: readonly number[], other: readonly number[] | undefined): boolean {
  for (const [place, value] of one.entries()) {
    const limit = other?.[place] ?? 0;
    if (value !== limit) return value < limit;
  }
  return false;
}
