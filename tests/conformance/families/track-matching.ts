import { z } from "zod";
import { deferredAcceptance } from "#app/domain/selection/matching/deferred-acceptance.ts";
import type { Holdings } from "#app/domain/selection/matching/matching.ts";
import { changesBetween } from "#app/domain/selection/refill/changes.ts";
import { upgradesUntil } from "#app/domain/selection/refill/give-seats.ts";
import { namesOfTracks, parseMatching, valueOf, type ParsedMarket } from "./matching-input.ts";

const declining = z.object({
  policy: z.enum(["rerun_with_upgrades", "rerun", "frozen"]).nullish(),
  declines: z.array(z.union([z.string(), z.array(z.string())])).nullish(),
});

/** Family track_matching: deferred acceptance with guaranteed seats in the tracks, and again after each decline or batch of them. */
export function answerTrackMatching(input: unknown): unknown {
  const market = parseMatching(input);
  const { policy, declines } = declining.parse(input);
  const giveSeats = upgradesUntil(market.input, policy === "frozen" ? 0 : null);
  const initial = valueOf(deferredAcceptance(market.input)).holdings;

  let holdings = initial;
  const leavers = new Set<number>();
  const after = (declines ?? []).map((declined, at) => {
    for (const id of [declined].flat()) leavers.add(numberOf(market, id));
    const before = holdings;
    holdings = valueOf(giveSeats({ at, holdings, leavers }));
    const moved = movedIn(market, { before, after: holdings, leavers });
    return { declined, matching: namesOfTracks(market, holdings, leavers), moved };
  });
  return { matching: namesOfTracks(market, initial), after };
}

type Step = { readonly before: Holdings; readonly after: Holdings; readonly leavers: ReadonlySet<number> };

function movedIn({ applicantIds, trackIds }: ParsedMarket, { before, after, leavers }: Step): unknown {
  const staying = changesBetween(before, after).filter(({ person }) => !leavers.has(person));
  return Object.fromEntries(
    staying.map(({ person, from, to }) => [applicantIds[person], [trackIds[from] ?? null, trackIds[to] ?? null]]),
  );
}

function numberOf({ applicantIds }: ParsedMarket, id: string): number {
  const person = applicantIds.indexOf(id);
  if (person < 0) throw new Error(`${id} declines and is no applicant`);
  return person;
}
