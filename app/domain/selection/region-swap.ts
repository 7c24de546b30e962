import { done, refuse, type Result } from "#app/domain/result.ts";
import { residentsNeeded, swapsOf, type ToSwap } from "#app/domain/selection/find-swaps.ts";
import { tieOfSwaps } from "#app/domain/selection/region-swap-tie.ts";
import { openSeat, type Seating } from "#app/domain/selection/seats.ts";
import type { MatteringTie, QuotaReport, Swap } from "#app/domain/selection/selection.ts";

export type Swapped = { readonly seating: Seating; readonly swaps: readonly Swap[]; readonly report: QuotaReport };

/**
 * While 100 × residents < percent × selected: from the lowest merit upwards, the first seated non-resident whose track has
 * a qualified unselected resident (naming it first, else second …) changes places with the best such resident. Nobody
 * else moves; a shortfall that remains is reported. Refuses with the tie whose order decides who changes places.
 */
export function swapForRegion(input: ToSwap): Result<Swapped, MatteringTie> {
  const swaps = swapsOf(input);
  const tie = tieOfSwaps({ ...input, swaps });
  if (tie) return refuse(tie);

  const seating = new Map(input.seating);
  const choicesOf = new Map(input.people.map(({ person }) => [person.applicationNo, person.choices]));
  for (const swap of swaps) {
    seating.delete(swap.out);
    const choiceOrder = (choicesOf.get(swap.in) ?? []).indexOf(swap.track) + 1;
    seating.set(swap.in, { track: swap.track, choiceOrder, given: openSeat });
  }
  return done({ seating, swaps, report: reportOf(input, swaps.length) });
}

function reportOf({ share, people, seating }: ToSwap, swapped: number): QuotaReport {
  const byMerit = people.filter(
    ({ person }) => person.tags.includes(share.tag) && seating.has(person.applicationNo),
  ).length;
  const needed = residentsNeeded(share, seating.size);
  const achieved = byMerit + swapped;
  const { id, tag, percent } = share;
  return {
    id,
    tag,
    percent,
    selected: seating.size,
    needed,
    byMerit,
    achieved,
    shortfall: Math.max(0, needed - achieved),
  };
}
