import { ed25519 } from "@noble/curves/ed25519.js";
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { canonicalBytes } from "#app/domain/proof/canonical-json.ts";
import { hashOfHex } from "#app/domain/proof/hash-text.ts";

/** What is published at a lock: how many entries a log or tree held, its root (hex), and when (ISO 8601, UTC). */
export type TreeHead = { readonly size: number; readonly root: string; readonly time: string };

/** `signature` is Ed25519 (RFC 8032) over the canonical JSON of {root, size, time}, 128 hex digits. */
export type SignedTreeHead = TreeHead & { readonly signature: string };

/** The public key (hex) that checks what a secret key of 32 random bytes signs. */
export function publicKeyOf(secretKey: Uint8Array): string {
  return bytesToHex(ed25519.getPublicKey(secretKey));
}

/**
 * Signs a head, so that it can be kept outside and held against the log later (SELECTION F; RFC 8032).
 * Refuses a size that is not a count and a root that is not 64 hex digits.
 */
export function signTreeHead({ size, root, time }: TreeHead, secretKey: Uint8Array): SignedTreeHead {
  if (!Number.isSafeInteger(size) || size < 0 || !hashOfHex(root)) throw new RangeError("not the head of a tree");
  const message = canonicalBytes({ size, root, time });
  return { size, root, time, signature: bytesToHex(ed25519.sign(message, secretKey)) };
}

/** Whether the head was signed with the key of which `publicKey` (64 hex digits) is the public half. */
export function verifyTreeHead({ size, root, time, signature }: SignedTreeHead, publicKey: string): boolean {
  try {
    const message = canonicalBytes({ size, root, time });
    // The rules of RFC 8032 itself, as other programs have them.
    return ed25519.verify(hexToBytes(signature), message, hexToBytes(publicKey), { zip215: false });
  } catch {
    // The library throws on what is no hex or has another length.
    return false;
  }
}
