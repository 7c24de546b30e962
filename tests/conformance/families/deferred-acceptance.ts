import { deferredAcceptance } from "#app/domain/selection/matching/deferred-acceptance.ts";
import { namesOfTracks, parseMatching, valueOf } from "./matching-input.ts";

/** Family deferred_acceptance: who gets which track, applicants proposing; null = none. */
export function answerDeferredAcceptance(input: unknown): unknown {
  const market = parseMatching(input);
  const { holdings } = valueOf(deferredAcceptance(market.input));
  return { matching: namesOfTracks(market, holdings) };
}
