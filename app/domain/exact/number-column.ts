import { leastCommonMultiple, representationOf } from "#app/domain/exact/common-denominator.ts";
import { placesOf } from "#app/domain/exact/places-of.ts";
import { rationalOf, type Rational } from "#app/domain/exact/rational.ts";
import { roundedUnits, type Rounding } from "#app/domain/exact/rounding.ts";

/** One exact number of every person: person i has numerators[i] / denominator, none beyond ±bound / denominator. */
export type NumberColumn = {
  readonly numerators: Numerators;
  readonly denominator: bigint;
  readonly bound: bigint;
};

/** Doubles holding whole numbers while the bound is at most 2^53 − 1, else integers of any size (SELECTION A1). */
export type Numerators = Float64Array | readonly bigint[];

/** The numbers that these texts say. Each distinct text is read once; throws on one that is no exact number. */
export function readColumn(texts: readonly string[]): NumberColumn {
  const { distinct, places } = placesOf(texts);
  return columnOf(distinct.map(rationalOf), places);
}

/** The column in which person i has the number distinct[places[i]], over the least common denominator. */
export function columnOf(distinct: readonly Rational[], places: Uint32Array): NumberColumn {
  const denominator = leastCommonMultiple([...new Set(distinct.map((value) => value.denominator))]);
  const whole = distinct.map((value) => value.numerator * (denominator / value.denominator));
  return { ...spread(whole, places), denominator };
}

export type Term = { readonly column: NumberColumn; readonly factor: Rational };

/** Σ factor × number for each of so many people; the denominator is a multiple of `divisibleBy` (1 or more). */
export function sumOfColumns(
  terms: readonly Term[],
  { people, divisibleBy }: { readonly people: number; readonly divisibleBy: bigint },
): NumberColumn {
  const own = terms.map(({ column, factor }) => column.denominator * factor.denominator);
  const denominator = leastCommonMultiple([divisibleBy, ...own]);
  const scaled = terms.map(({ column, factor }, at) => ({
    numerators: column.numerators,
    times: factor.numerator * (denominator / (own[at] ?? 1n)),
    bound: column.bound,
  }));
  const bound = scaled.reduce((all, term) => all + magnitude(term.times) * term.bound, 0n);
  const moving = scaled.filter(({ times }) => times !== 0n);
  if (representationOf(bound) !== "float64") return { numerators: bigSums(moving, people), denominator, bound };

  const sums = new Float64Array(people);
  for (const { numerators, times } of moving) {
    const factor = Number(times);
    for (let at = 0; at < people; at += 1) sums[at] = (sums[at] as number) + Number(numerators[at]) * factor;
  }
  return { numerators: sums, denominator, bound };
}

type Scaled = { readonly numerators: Numerators; readonly times: bigint };

function bigSums(terms: readonly Scaled[], people: number): readonly bigint[] {
  return Array.from({ length: people }, (_, at) =>
    terms.reduce((sum, { numerators, times }) => sum + BigInt(numerators[at] ?? 0) * times, 0n),
  );
}

/** Every number rounded, as whole multiples of 10^−scale; equal numbers are rounded once. */
export function roundedColumn({ numerators, denominator }: NumberColumn, rounding: Rounding): NumberColumn {
  const { distinct, places } = placesOf<number | bigint>(numerators);
  const units = distinct.map((value) => roundedUnits({ numerator: BigInt(value), denominator }, rounding));
  return { ...spread(units, places), denominator: 10n ** BigInt(rounding.scale) };
}

/** The smallest numerator of the column that is not below `minimum`: what is below it is below the minimum. */
export function leastNumerator({ denominator }: NumberColumn, minimum: Rational): bigint {
  const scaled = minimum.numerator * denominator;
  const quotient = scaled / minimum.denominator;
  return scaled > 0n && scaled % minimum.denominator !== 0n ? quotient + 1n : quotient;
}

/** The same column with another number for one person, as a numerator over the column's denominator. */
export function withNumerator(column: NumberColumn, person: number, numerator: bigint): NumberColumn {
  const { distinct, places } = placesOf<number | bigint>(column.numerators);
  const other = places.slice();
  other[person] = distinct.length;
  return { ...column, ...spread([...distinct.map(BigInt), numerator], other) };
}

/** Whole numbers as they are compared: in the same order as the column's numbers, and never 2^53 − 1 apart or more. */
export function orderKeys({ numerators, bound }: NumberColumn): Float64Array {
  if (numerators instanceof Float64Array && representationOf(2n * bound) === "float64") return numerators;
  const { distinct, places } = placesOf<number | bigint>(numerators);
  const ascending = distinct.toSorted((left, right) => (left < right ? -1 : 1));
  const ranks = new Map(ascending.map((value, rank) => [value, rank]));
  return Float64Array.from(places, (place) => ranks.get(distinct[place] ?? 0) ?? 0);
}

function spread(whole: readonly bigint[], places: Uint32Array): Pick<NumberColumn, "numerators" | "bound"> {
  const bound = whole.reduce((most, value) => (magnitude(value) > most ? magnitude(value) : most), 0n);
  if (representationOf(bound) !== "float64") return { numerators: Array.from(places, (at) => whole[at] ?? 0n), bound };
  const doubles = Float64Array.from(whole, Number);
  return { numerators: Float64Array.from(places, (at) => doubles[at] as number), bound };
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}
