import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

/** A hash function that may be handed in instead of this file's (the server has a faster one). */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** The 32 bytes of SHA-256. */
export function sha256Bytes(bytes: Uint8Array): Uint8Array {
  return sha256(bytes);
}

/** SHA-256 as 64 lower-case hex digits; text is hashed as UTF-8. A faster hash may be handed in. */
export function sha256Hex(value: Uint8Array | string, hash: Sha256 = sha256Bytes): string {
  return bytesToHex(hash(typeof value === "string" ? new TextEncoder().encode(value) : value));
}
