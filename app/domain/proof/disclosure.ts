import { compareText } from "#app/domain/exact/compare-text.ts";
import { compare, divide, multiply, type Rational } from "#app/domain/exact/rational.ts";
import { roundTo, toExactString } from "#app/domain/exact/rounding.ts";

/** One person in the published table, under a pseudonym. `tags` are the groups that the rule asks about. */
export type TableRow = {
  readonly ref: string;
  readonly total: Rational;
  readonly selected: boolean;
  readonly tags: readonly string[];
};

/** A total as it is shown: exact, or only the lower end of its band. */
export type ShownTotal = { readonly total: string } | { readonly bandFrom: string };

export type ShownRow = { readonly ref: string; readonly selected: boolean } & ShownTotal;

/** The people of a group; `null` where they are too few to be told. */
export type GroupCount = { readonly tag: string; readonly people: number | null };

export type PublicTable =
  | { readonly tags: "shown"; readonly rows: readonly (ShownRow & { readonly tags: readonly string[] })[] }
  | { readonly tags: "withheld"; readonly rows: readonly ShownRow[]; readonly groups: readonly GroupCount[] };

/** `k` people at least share what may be shown (5 as a rule); `bandWidth` is above 0, in points. */
export type DisclosureRule = { readonly k: number; readonly bandWidth: Rational };

/** The lower end of the band in which a total lies: the largest multiple of `width` that is not above it. */
export function bandFrom(total: Rational, width: Rational): string {
  return toExactString(multiply(roundTo(divide(total, width), { scale: 0, mode: "floor" }), width));
}

/**
 * The table of level P1. Groups stand in it only when every cell of (set of groups, score band) has at least `k` people
 * (k-anonymity, Sweeney 2002; SELECTION F); else they are left out and counted, counts below `k` being withheld. The best
 * and the worst total of those not selected are shown as a band where only one person has them.
 */
export function publicTable(rows: readonly TableRow[], rule: DisclosureRule): PublicTable {
  const shown = showTotals(rows, rule.bandWidth);
  if (smallestCell(rows, rule.bandWidth) < rule.k)
    return { tags: "withheld", rows: shown, groups: groupCounts(rows, rule.k) };
  const tagsOf = new Map(rows.map(({ ref, tags }) => [ref, setOf(tags)]));
  return { tags: "shown", rows: shown.map((row) => ({ ...row, tags: tagsOf.get(row.ref) ?? [] })) };
}

/** How many people the smallest cell of (set of groups, score band) has; Infinity where there is nobody. */
export function smallestCell(rows: readonly TableRow[], bandWidth: Rational): number {
  const cells = countBy(rows.map(({ tags, total }) => JSON.stringify([bandFrom(total, bandWidth), ...setOf(tags)])));
  return [...cells.values()].reduce((least, people) => Math.min(least, people), Number.POSITIVE_INFINITY);
}

/** How many people each group has, by name; `null` for fewer than `k`. */
export function groupCounts(rows: readonly TableRow[], k: number): readonly GroupCount[] {
  const counts = [...countBy(rows.flatMap(({ tags }) => setOf(tags)))];
  counts.sort(([left], [right]) => compareText(left, right));
  return counts.map(([tag, people]) => ({ tag, people: people < k ? null : people }));
}

function showTotals(rows: readonly TableRow[], bandWidth: Rational): readonly ShownRow[] {
  const havingTotal = countBy(rows.map(({ total }) => toExactString(total)));
  const rest = rows.flatMap(({ selected, total }) => (selected ? [] : [total])).toSorted(compare);
  const ends = [...rest.slice(0, 1), ...rest.slice(-1)].map(toExactString);
  const alone = new Set(ends.filter((text) => havingTotal.get(text) === 1));
  return rows.map(({ ref, selected, total }) => {
    const text = toExactString(total);
    return alone.has(text) ? { ref, selected, bandFrom: bandFrom(total, bandWidth) } : { ref, selected, total: text };
  });
}

function setOf(tags: readonly string[]): readonly string[] {
  return [...new Set(tags)].toSorted(compareText);
}

function countBy(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
