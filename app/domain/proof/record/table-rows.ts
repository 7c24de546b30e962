import { compareText } from "#app/domain/exact/compare-text.ts";
import { compare, rationalOf } from "#app/domain/exact/rational.ts";
import { bandFrom, smallestCell } from "#app/domain/proof/disclosure.ts";
import type { SelectionRecord, TableRow } from "#app/domain/proof/record/record.ts";
import type { MeritPlace, SelectionPerson, SelectionRule, TieBreaker } from "#app/domain/selection/selection.ts";

/** People a cell must have at least for its tags to be shown, and the width of a band in points (SELECTION F). */
const fewest = 5;
const bandWidth = rationalOf("10");

export type ToTabulate = {
  readonly rule: SelectionRule;
  /** Everybody, and the place of those who are qualified. */
  readonly people: readonly {
    readonly ref: string;
    readonly person: SelectionPerson;
    readonly place: MeritPlace | null;
    readonly selected: boolean;
    readonly ticket: string | null;
  }[];
};

export type PublishedTable = {
  readonly rows: readonly TableRow[];
  readonly withheld: SelectionRecord["withheld"];
};

/**
 * The rows of level P1, sorted by ref: totals and keys of the qualified, nothing of the others. Tags and claims are withheld
 * where a cell of (tags and claims, band of ten points) has fewer than five people (k-anonymity, Sweeney 2002); the best and
 * the worst total of those not selected are shown as a band where only one person has them. Source: SELECTION F, RULINGS 29.
 */
export function publishedTable({ rule, people }: ToTabulate): PublishedTable {
  const keys = rule.tieBreakers.slice(0, -1);
  const qualified = people.flatMap(({ place, ...one }) =>
    place ? [{ ...one, place, total: comparedTotal(rule, place) }] : [],
  );
  const cells = qualified.map(({ ref, person, total, selected }) => {
    const claimed = keys.flatMap((key) =>
      key.by === "claim" && person.claims.includes(key.item) ? [`claim ${key.item}`] : [],
    );
    return { ref, total: rationalOf(total), selected, tags: [...person.tags.map((tag) => `tag ${tag}`), ...claimed] };
  });
  const tellsWho = smallestCell(cells, bandWidth) < fewest;
  const banded = loneEnds(qualified);
  const rowOf = new Map(
    qualified.map(({ ref, person, place, total, ticket }): [string, TableRow] => {
      const { choices, acceptOther, tags } = person;
      const row = { ref, qualified: true, choices, acceptOther, rank: place.rank, ticket } as const;
      if (banded.has(total)) return [ref, { ...row, bandFrom: bandFrom(rationalOf(total), bandWidth) }];
      const values = keys.map((key) => (tellsWho && key.by === "claim" ? null : keyText(key, person)));
      return [ref, { ...row, total, keys: values, tags: tellsWho ? null : [...new Set(tags)].toSorted(compareText) }];
    }),
  );
  const rows = people.map(({ ref }) => rowOf.get(ref) ?? ({ ref, qualified: false } as const));
  return {
    rows: rows.toSorted((left, right) => compareText(left.ref, right.ref)),
    withheld: tellsWho ? ["claims", "tags"] : [],
  };
}

/** The total that people are ordered by, as exact text. */
export function comparedTotal(rule: SelectionRule, { total, exactTotal }: MeritPlace): string {
  return rule.rankOn === "exact" ? exactTotal : total;
}

function keyText(key: TieBreaker, person: SelectionPerson): string {
  if (key.by === "claim") return person.claims.includes(key.item) ? "1" : "0";
  if (key.by === "stage") return person.stages[key.stage]?.score ?? "0";
  return (key.by === "criterion" && person.stages[key.stage]?.criteria[key.criterion]) || "0";
}

type Ranked = { readonly total: string; readonly selected: boolean };

/** The best and the worst total of those not selected, where one qualified person alone has it. */
function loneEnds(qualified: readonly Ranked[]): ReadonlySet<string> {
  const having = new Map<string, number>();
  for (const { total } of qualified) having.set(total, (having.get(total) ?? 0) + 1);
  const rest = qualified.flatMap(({ total, selected }) => (selected ? [] : [total]));
  rest.sort((left, right) => compare(rationalOf(left), rationalOf(right)));
  const ends = [...rest.slice(0, 1), ...rest.slice(-1)];
  return new Set(ends.filter((total) => having.get(total) === 1));
}
