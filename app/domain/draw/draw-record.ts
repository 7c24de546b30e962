import {
  beaconText,
  isRandomnessOf,
  randomnessOf,
  timeOfValue,
  waitAfterLock,
  type DrandChain,
} from "#app/domain/draw/beacon.ts";
import { opensCommitment } from "#app/domain/draw/code-chain.ts";
import { commitToPool, type PoolCommitment } from "#app/domain/draw/pool-commitment.ts";
import type { Tickets } from "#app/domain/draw/ticket-order.ts";
import { drawKey, ticketsFor } from "#app/domain/draw/verifiable-tickets.ts";
import { bytesOfHex, hashOfHex } from "#app/domain/proof/hash-text.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";

/** The one algorithm of a published draw: that of draft-thomson-elegy-vrs-00 with a drand value (SELECTION A9). */
export const drawAlgorithm = "vrs-00-drand";

/** Published before the lock: who can be drawn, the committed code, and the drand value that will decide. */
export type DrawPlan = {
  readonly algorithm: typeof drawAlgorithm;
  readonly drawId: string;
  readonly pool: PoolCommitment;
  readonly commitment: string;
  readonly chain: DrandChain;
  readonly number: number;
};

/** Published after the draw: what anybody needs to compute every ticket. */
export type DrawRecord = DrawPlan & {
  readonly signature: string;
  readonly randomness: string;
  readonly oneTimeCode: string;
};

/** The one draw id of a competition's stage. Refuses names with anything but letters, digits, `.`, `_` and `-`. */
export function drawIdOf(competition: string, stage: string): string {
  if (![competition, stage].every((name) => /^[\w.-]+$/.test(name))) throw new RangeError("not a name for a draw id");
  return `${competition}/${stage}`;
}

/** `lockTime` is when the scores are locked, in seconds since 1970 UTC; `earlierDraws` are the ids of all plans so far. */
export type DrawWanted = Omit<DrawPlan, "algorithm" | "pool"> & {
  readonly refs: readonly string[];
  readonly lockTime: number;
  readonly earlierDraws: readonly string[];
};

export type PlanRefusal = "drawn_before" | "not_a_commitment" | "not_a_chain" | "known_too_early";

/**
 * Plans a draw. Refused: a second draw with one id (never redraw), a commitment that is not 64 hex digits, a network that
 * cannot be, and a value whose time is less than an hour after the lock (SELECTION A9 step 1).
 */
export function planDraw(wanted: DrawWanted): Result<DrawPlan, PlanRefusal> {
  const { refs, lockTime, earlierDraws, ...plan } = wanted;
  if (earlierDraws.includes(plan.drawId)) return refuse("drawn_before");
  if (!hashOfHex(plan.commitment)) return refuse("not_a_commitment");
  if (!isChain(plan.chain)) return refuse("not_a_chain");
  if (timeOfValue(plan.chain, plan.number) < lockTime + waitAfterLock) return refuse("known_too_early");
  return done({ ...plan, algorithm: drawAlgorithm, pool: commitToPool(refs) });
}

/** What decides a planned draw, all hex. `randomness` is checked when given, and else taken from the signature. */
export type DrawOpening = {
  readonly signature: string;
  readonly randomness?: string | undefined;
  readonly oneTimeCode: string;
};

export type OpenRefusal = "other_code" | "not_its_randomness";

/** Opens a planned draw. Refused: a code that is not the one committed to, randomness that is not of the signature. */
export function openDraw(plan: DrawPlan, opening: DrawOpening): Result<DrawRecord, OpenRefusal> {
  const { signature, oneTimeCode, randomness = randomnessOf(signature) } = opening;
  if (!opensCommitment(oneTimeCode, plan.commitment)) return refuse("other_code");
  if (randomness === undefined || !isRandomnessOf(randomness, signature)) return refuse("not_its_randomness");
  return done({ ...plan, signature, randomness, oneTimeCode });
}

/** Whether the record was planned for these people, and opened with its own code and randomness (SELECTION A9 step 2). */
export function drawHolds(record: DrawRecord, refs: readonly string[]): boolean {
  const pool = commitToPool(refs);
  return openDraw(record, record).ok && pool.size === record.pool.size && pool.root === record.pool.root;
}

/** The tickets of some of the people in a draw, or of all (SELECTION A9 step 3). */
export function ticketsOfDraw({ chain, number, randomness, ...record }: DrawRecord, refs: readonly string[]): Tickets {
  const code = bytesOfHex(record.oneTimeCode) ?? new Uint8Array();
  const key = drawKey({ oneTimeCode: code, randomness: beaconText(chain, { number, randomness }) });
  return ticketsFor({ key, drawId: record.drawId, refs });
}

function isChain({ hash, genesisTime, period }: DrandChain): boolean {
  const times = [genesisTime, period];
  return hashOfHex(hash) !== undefined && times.every((time) => Number.isSafeInteger(time) && time > 0);
}
