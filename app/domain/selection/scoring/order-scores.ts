import { orderTable, type TableOrder } from "#app/domain/selection/scoring/order-table.ts";
import type { TableScores } from "#app/domain/selection/scoring/score-table.ts";

/** `criterion`: its place among the criteria of the scores, from 0. */
export type ScoreKey = { readonly prefer: "high" | "low" } & (
  { readonly by: "total" } | { readonly by: "criterion"; readonly criterion: number }
);

/**
 * The qualified applications of a score table by the published keys, the first decides first; people whom no key
 * separates stand by application number and are named in `ties`. Throws on a criterion that the scores do not have
 * (SELECTION A2 step 12, A8).
 */
export function orderScores(scores: TableScores, keys: readonly ScoreKey[]): TableOrder {
  const columns = keys.map((key) => {
    const values = key.by === "total" ? scores.totals : scores.criteria[key.criterion];
    if (!values) throw new RangeError("an order by a criterion that is not there");
    return { values, prefer: key.prefer };
  });
  return orderTable(columns, qualifiedOf(scores));
}

function qualifiedOf({ qualified }: TableScores): Uint32Array {
  const people = new Uint32Array(qualified.length);
  let found = 0;
  for (let app = 0; app < qualified.length; app += 1) {
    if (qualified[app] === 1) people[found++] = app;
  }
  return people.slice(0, found);
}
