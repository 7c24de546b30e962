import type { CrossedDesign, Panel } from "./crossed-design.ts";

export type Side = "application" | "reviewer";

/** How often the two sides of one panel meet, sparse. The absorbed side is eliminated first, the kept side stays dense. */
export type TwoWayTable = {
  readonly kept: Side;
  /** The panel's people by local number: numbers into the design. */
  readonly absorbedPeople: readonly number[];
  readonly keptPeople: readonly number[];
  /** Local numbers of rating k of the panel (the order of `panel.ratings`). */
  readonly absorbedOf: Uint32Array;
  readonly keptOf: Uint32Array;
  /** Ratings of every person. */
  readonly absorbedCounts: Float64Array;
  readonly keptCounts: Float64Array;
  /** Cells of absorbed person i: `starts[i]` up to `starts[i + 1]` of `columns` (kept person) and `times` (meetings). */
  readonly starts: Uint32Array;
  readonly columns: Uint32Array;
  readonly times: Float64Array;
};

/** The table of one panel with the given side kept. O(ratings). */
export function tabulatePanel(design: CrossedDesign, panel: Panel, kept: Side): TwoWayTable {
  const absorbed: Side = kept === "reviewer" ? "application" : "reviewer";
  const [absorbedPeople, keptPeople] =
    kept === "reviewer" ? [panel.applications, panel.reviewers] : [panel.reviewers, panel.applications];
  const absorbedOf = localNumbers(absorbedPeople, pick(design[absorbed], panel.ratings));
  const keptOf = localNumbers(keptPeople, pick(design[kept], panel.ratings));
  return {
    kept,
    absorbedPeople,
    keptPeople,
    absorbedOf,
    keptOf,
    absorbedCounts: sumsBy(absorbedOf, { size: absorbedPeople.length }),
    keptCounts: sumsBy(keptOf, { size: keptPeople.length }),
    ...cellsOf(absorbedOf, keptOf, absorbedPeople.length),
  };
}

/** The sum of `values` (default 1 each) for every local number from 0 to size - 1. */
export function sumsBy(
  numbers: Uint32Array,
  { size, values }: { readonly size: number; readonly values?: Float64Array },
): Float64Array {
  const sums = new Float64Array(size);
  numbers.forEach((number, at) => {
    sums[number] = (sums[number] ?? 0) + (values ? (values[at] ?? 0) : 1);
  });
  return sums;
}

function pick(numbers: Uint32Array, at: readonly number[]): Uint32Array {
  return Uint32Array.from(at, (rating) => numbers[rating] ?? 0);
}

function localNumbers(people: readonly number[], numbers: Uint32Array): Uint32Array {
  const localOf = new Map(people.map((person, local) => [person, local]));
  return numbers.map((person) => localOf.get(person) ?? 0);
}

function cellsOf(
  absorbedOf: Uint32Array,
  keptOf: Uint32Array,
  absorbedSize: number,
): Pick<TwoWayTable, "starts" | "columns" | "times"> {
  const rows = Array.from({ length: absorbedSize }, () => new Map<number, number>());
  absorbedOf.forEach((absorbed, at) => {
    const column = keptOf[at] ?? 0;
    const row = rows[absorbed];
    row?.set(column, (row.get(column) ?? 0) + 1);
  });
  const starts = new Uint32Array(absorbedSize + 1);
  rows.forEach((row, at) => {
    starts[at + 1] = (starts[at] ?? 0) + row.size;
  });
  return {
    starts,
    columns: Uint32Array.from(rows.flatMap((row) => [...row.keys()])),
    times: Float64Array.from(rows.flatMap((row) => [...row.values()])),
  };
}
