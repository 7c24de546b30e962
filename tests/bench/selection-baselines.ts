import { scaleCriteria, scaleReviews, type ScaleData } from "./scale-data.ts";
import type { Handle } from "./selection-database.ts";
import { minimumMean, seats, weights } from "./selection-steps.ts";

/** `filter` is the quickest of the ways in which SQLite can add up a criterion (before `case` and multiplication). */
const sums = Array.from(weights, (_, at) => `sum(points) filter (where criterion = ${at}) as c${at + 1}`);
const total = weights.map((weight, at) => `${weight} * c${at + 1}`).join(" + ");
const cuts = weights.map((_, at) => `c${at + 1} >= ${scaleReviews * minimumMean}`).join(" and ");

/** The rule without quotas as one query; `last` is a further key of the order. */
export function sqlQuery(last = ""): string {
  return `select application, ${total} as total, c1, c2
    from (select application, ${sums.join(", ")} from review_score group by application)
    where ${cuts} order by total desc, c1 desc, c2 desc${last} limit ${seats}`;
}

export type QueriedRow = readonly [application: number, total: number, c1: number, c2: number];

/** What SQLite needs to do by itself. */
export function selectBySql(handle: Handle): readonly QueriedRow[] {
  return handle.prepare(sqlQuery()).raw().all() as QueriedRow[];
}

const mostApplications = 2 ** 21;

/** What adding up and sorting cost on typed arrays when there is no rule at all: the applications, best total first. */
export function sumAndSort({ applications, scores }: ScaleData): Uint32Array {
  const totals = new Uint32Array(applications);
  for (let criterion = 0; criterion < scaleCriteria; criterion += 1) {
    const column = scores[criterion] as Uint8Array;
    const weight = weights[criterion] as number;
    for (let application = 0, review = 0; application < applications; application += 1, review += scaleReviews) {
      const sum = (column[review] as number) + (column[review + 1] as number) + (column[review + 2] as number);
      totals[application] = (totals[application] as number) + weight * sum;
    }
  }
  const keys = new Float64Array(applications);
  for (let at = 0; at < applications; at += 1) keys[at] = (totals[at] as number) * mostApplications + at;
  keys.sort();
  return Uint32Array.from(keys.reverse(), (packed) => packed % mostApplications);
}
