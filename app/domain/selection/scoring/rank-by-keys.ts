import { compare, type Rational } from "#app/domain/exact/rational.ts";

/** `keys`: of each the larger is better, the first decides first; every row has as many. */
export type KeyedRow<Row> = { readonly row: Row; readonly keys: readonly Rational[] };

/** `rank` is the place from 1; `tiedRank` is shared by all whom no key separates: 1 + the number of better rows. */
export type RankedRow<Row> = { readonly row: Row; readonly rank: number; readonly tiedRank: number };

/** The rows best first. Rows that no key separates keep the order in which they were given. */
export function rankByKeys<Row>(rows: readonly KeyedRow<Row>[]): readonly RankedRow<Row>[] {
  const sorted = rows.toSorted((left, right) => compareKeys(right.keys, left.keys));
  let tiedRank = 0;
  return sorted.map(({ row, keys }, index) => {
    const above = sorted[index - 1];
    if (!above || compareKeys(above.keys, keys) !== 0) tiedRank = index + 1;
    return { row, rank: index + 1, tiedRank };
  });
}

/** Negative when the first key in which they differ is smaller on the left, 0 when none differs. */
export function compareKeys(left: readonly Rational[], right: readonly Rational[]): number {
  for (const [at, key] of left.entries()) {
    const other = right[at];
    const sign = other === undefined ? 1 : compare(key, other);
    if (sign !== 0) return sign;
  }
  return 0;
}
