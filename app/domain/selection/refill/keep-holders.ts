import type { KeepRanks } from "#app/domain/selection/matching/track-seats.ts";

/**
 * A track's choice among waiting people while its holders (ranks, ascending) stay: the waiting people whom the rule would choose
 * beside all holders. As long as the holders are the rule's own choice, the rule never drops them. After a late correction it
 * might: then only waiting people count who displace no holder, and the last chosen of them goes until all holders stay.
 */
export function keepHolders(keep: KeepRanks, holders: Uint32Array): KeepRanks {
  const isHolder = new Set(holders);
  const beside = (waiting: readonly number[]): Uint32Array => keep(Uint32Array.from([...holders, ...waiting]).sort());
  const keepsAll = (kept: Uint32Array): boolean => kept.filter((rank) => isHolder.has(rank)).length === holders.length;
  const waitingOf = (ranks: Uint32Array): readonly number[] => [...ranks].filter((rank) => !isHolder.has(rank));

  return (ranks) => {
    const kept = beside([...ranks]);
    if (keepsAll(kept)) return Uint32Array.from(waitingOf(kept));
    let waiting = [...ranks].filter((rank) => keepsAll(beside([rank])));
    while (waiting.length > 0) {
      const rest = beside(waiting);
      if (keepsAll(rest)) return Uint32Array.from(waitingOf(rest));
      const last = waitingOf(rest).at(-1) ?? waiting.at(-1);
      waiting = waiting.filter((rank) => rank !== last);
    }
    return new Uint32Array(0);
  };
}
