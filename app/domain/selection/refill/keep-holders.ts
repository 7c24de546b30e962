import type { KeepRanks } from "#app/domain/selection/matching/track-seats.ts";

/**
 * A track's choice among waiting people while its holders (ranks, ascending) stay: the waiting people whom the rule would choose
 * beside all holders. As long as the holders are the rule's own choice, the rule never drops them. After a late correction it
 * might: then the holders stand first, and the last chosen of the waiting people goes until all holders stay or nobody waiting is
 * chosen. Source: SELECTION C4.
 */
export function keepHolders(keep: KeepRanks, holders: Uint32Array): KeepRanks {
  const isHolder = new Set(holders);
  const keepsAll = (kept: Uint32Array): boolean => kept.filter((rank) => isHolder.has(rank)).length === holders.length;
  const waitingIn = (kept: Uint32Array): Uint32Array => kept.filter((rank) => !isHolder.has(rank));
  const behindHolders = (waiting: readonly number[]): Uint32Array => keep(Uint32Array.from([...holders, ...waiting]));

  return (ranks) => {
    const byMerit = keep(Uint32Array.from([...holders, ...ranks]).sort());
    if (keepsAll(byMerit)) return waitingIn(byMerit);
    let waiting = [...ranks];
    for (;;) {
      const kept = behindHolders(waiting);
      const taken = waitingIn(kept);
      const last = taken.at(-1);
      if (last === undefined || keepsAll(kept)) return taken;
      waiting = waiting.filter((rank) => rank !== last);
    }
  };
}
