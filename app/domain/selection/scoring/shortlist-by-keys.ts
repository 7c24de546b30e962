import { rankByKeys, type KeyedRow } from "#app/domain/selection/scoring/rank-by-keys.ts";

type ToShortlist<Row> = {
  readonly rows: readonly KeyedRow<Row>[];
  /** Whole, 0 or more. */
  readonly places: number;
  /** `all_ties`: who ties with the last place passes as well. `none`: exactly the places, ties by the order given. */
  readonly tiesAtCut: "all_ties" | "none";
};

/** The rows that go on to the next stage, best first (SELECTION B8). */
export function shortlistByKeys<Row>({ rows, places, tiesAtCut }: ToShortlist<Row>): readonly Row[] {
  const ranked = rankByKeys(rows);
  const passes = ranked.filter(({ rank, tiedRank }) => (tiesAtCut === "all_ties" ? tiedRank : rank) <= places);
  return passes.map(({ row }) => row);
}
