import { noTrack, type Holdings } from "#app/domain/selection/matching/matching.ts";

/** A person whose seat is another one now; `from` and `to` are track numbers, or `noTrack`. */
export type Change = { readonly person: number; readonly from: number; readonly to: number };

/** Everybody who holds something else than before, by person number. */
export function changesBetween(before: Holdings, after: Holdings): readonly Change[] {
  const changes: Change[] = [];
  for (const [person, to] of after.entries()) {
    const from = before[person] ?? noTrack;
    if (from !== to) changes.push({ person, from, to });
  }
  return changes;
}

/** The seats without those of the people who left. */
export function withoutLeavers(holdings: Holdings, leavers: ReadonlySet<number>): Holdings {
  return holdings.map((track, person) => (leavers.has(person) ? noTrack : track));
}
