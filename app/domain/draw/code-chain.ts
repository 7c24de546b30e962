import { hashOfHex } from "#app/domain/proof/hash-text.ts";
import { sha256Bytes, sha256Hex, type Sha256 } from "#app/domain/proof/sha256.ts";
import { bytesToHex } from "@noble/hashes/utils.js";

/** `secret` is 32 random bytes, sealed until its codes are used up; `length` is how often it is hashed, at least 10. */
export type CodeChain = { readonly secret: Uint8Array; readonly length: number };

/** SHA-256 applied `times` times, 0 or more; the bytes themselves for 0. */
export function hashTimes(bytes: Uint8Array, times: number, sha256: Sha256 = sha256Bytes): Uint8Array {
  let hashed = bytes;
  for (let done = 0; done < times; done += 1) hashed = sha256(hashed);
  return hashed;
}

/**
 * What is published of a secret before the close: H^length(secret), hex (SELECTION A9).
 * Refuses a secret that is not 32 bytes and a chain shorter than 10 or longer than a million.
 */
export function commitmentTo(chain: CodeChain): string {
  checkChain(chain);
  return bytesToHex(hashTimes(chain.secret, chain.length));
}

/**
 * The code revealed for the nth draw of a call, from 1: H^(length - n)(secret), hex. The last one is the secret itself.
 * Refuses a draw that the chain is too short for (SELECTION A9).
 */
export function oneTimeCode(chain: CodeChain, draw: number): string {
  checkChain(chain);
  if (!Number.isSafeInteger(draw) || draw < 1 || draw > chain.length)
    throw new RangeError(`a chain of ${chain.length} has no code ${draw}`);
  return bytesToHex(hashTimes(chain.secret, chain.length - draw));
}

/**
 * Whether a revealed code (hex) is the one committed to: H(code) = commitment. For the next draw of the call, the code
 * revealed before is the commitment. False for what is not 64 hex digits.
 */
export function opensCommitment(code: string, commitment: string): boolean {
  const bytes = hashOfHex(code);
  return bytes !== undefined && sha256Hex(bytes) === commitment.toLowerCase();
}

function checkChain({ secret, length }: CodeChain): void {
  if (secret.length !== 32) throw new RangeError("a secret is 32 bytes");
  if (!Number.isSafeInteger(length) || length < 10 || length > 1_000_000)
    throw new RangeError("a chain of codes has a length from 10 to a million");
}
