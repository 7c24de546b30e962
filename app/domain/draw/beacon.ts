import { bytesOfHex } from "#app/domain/proof/hash-text.ts";
import { sha256Hex } from "#app/domain/proof/sha256.ts";

/** A drand network, by its hash (64 hex digits): its first value is of `genesisTime`, one follows every `period` seconds. */
export type DrandChain = { readonly hash: string; readonly genesisTime: number; readonly period: number };

/** One published value: the number of the value, its signature, and the randomness taken from it (hex). */
export type DrandValue = { readonly number: number; readonly signature: string; readonly randomness: string };

/** A draw waits this long after the lock, so that the value cannot be known at the lock: one hour, in seconds. */
export const waitAfterLock = 3600;

/**
 * When a value is published, in seconds since 1970 UTC: genesis + (number - 1) * period (drand documentation).
 * Refuses numbers below 1.
 */
export function timeOfValue({ genesisTime, period }: DrandChain, number: number): number {
  if (!Number.isSafeInteger(number) || number < 1) throw new RangeError(`drand has no value ${number}`);
  return genesisTime + (number - 1) * period;
}

/** The number of the first value at or after an instant, in whole seconds since 1970 UTC; 1 for any before the genesis. */
export function firstValueAt({ genesisTime, period }: DrandChain, time: number): number {
  return Math.max(0, Math.ceil((time - genesisTime) / period)) + 1;
}

/** The randomness of a signature: SHA-256 of its bytes, hex; undefined when it is not hex or empty (drand documentation). */
export function randomnessOf(signature: string): string | undefined {
  const bytes = bytesOfHex(signature);
  return bytes && bytes.length > 0 ? sha256Hex(bytes) : undefined;
}

/**
 * Whether randomness and signature belong together. That the network signed it is for verifyDrandSignature to say,
 * which needs the network's public key.
 */
export function isRandomnessOf(randomness: string, signature: string): boolean {
  return randomnessOf(signature) === randomness.toLowerCase();
}

/** The canonical text of a value, which a draw is decided by: `drand:<chain hash>:<number>:<randomness hex>` (SELECTION A9). */
export function beaconText({ hash }: DrandChain, { number, randomness }: Omit<DrandValue, "signature">): string {
  return `drand:${hash.toLowerCase()}:${number}:${randomness.toLowerCase()}`;
}
