import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/**
 * Names an application in a published record: the first 80 bits of HMAC-SHA256(key, UTF-8 of the application's id) in
 * base32, 16 upper-case characters A-Z and 2-7 without padding (RFC 4648 section 6; SELECTION F). Without the call's key
 * nobody can find the id by trying all of them, so a key of fewer than 32 bytes is refused.
 */
export function createPseudonyms(key: Uint8Array): (applicationId: string) => string {
  if (key.length < 32) throw new RangeError("a call's key has at least 32 bytes");
  const keyed = hmac.create(sha256, key);
  const text = new TextEncoder();
  return (applicationId) => base32(keyed.clone().update(text.encode(applicationId)).digest().subarray(0, 10));
}

/** RFC 4648 base32 of bytes whose number is a multiple of five. */
function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return bits.replaceAll(/.{5}/g, (five) => alphabet.charAt(Number.parseInt(five, 2)));
}
