import { residentsNeeded } from "#app/domain/selection/find-swaps.ts";
import type { RegionShare } from "#app/domain/selection/selection.ts";

/** Counts of people who hold a seat now. */
export type ShareReport = {
  readonly holders: number;
  readonly residents: number;
  readonly needed: number;
  readonly shortfall: number;
};

/** How a regional share stands after a refill: it is reported each time, never enforced again. `tags` of each seat's holder. */
export function regionShareOf(share: RegionShare, holders: readonly (readonly string[])[]): ShareReport {
  const residents = holders.filter((tags) => tags.includes(share.tag)).length;
  const needed = residentsNeeded(share, holders.length);
  return { holders: holders.length, residents, needed, shortfall: Math.max(0, needed - residents) };
}
