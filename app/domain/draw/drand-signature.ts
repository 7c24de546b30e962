import type { BlsSigs } from "@noble/curves/abstract/bls.js";
import { bls12_381 } from "@noble/curves/bls12-381.js";
import { concatBytes, hexToBytes } from "@noble/hashes/utils.js";
import { bytesOfHex } from "#app/domain/proof/hash-text.ts";
import { sha256Bytes } from "#app/domain/proof/sha256.ts";

/**
 * How a network signs: the name is drand's own `schemeID`. Chained networks sign the signature before as well; the last
 * has its signatures on the shorter curve (quicknet), the others their keys.
 */
export const drandSchemes = ["pedersen-bls-chained", "pedersen-bls-unchained", "bls-unchained-g1-rfc9380"] as const;
export type DrandScheme = (typeof drandSchemes)[number];

/** Keys and signatures are hex, compressed points; `previousSignature` is asked for by the chained scheme only. */
export type SignedDrandValue = {
  readonly scheme: DrandScheme;
  readonly publicKey: string;
  readonly number: number;
  readonly signature: string;
  readonly previousSignature?: string;
};

/**
 * Whether the network with this public key signed the value: BLS on BLS12-381 over SHA-256([signature before ||] number as
 * eight big-endian bytes). False for everything else, also for points that are not on the curve
 * (drand documentation, cryptography; RFC 9380 for the hash to the curve).
 */
export function verifyDrandSignature(value: SignedDrandValue): boolean {
  const message = messageOf(value);
  if (!message) return false;
  const { shortSignatures, longSignatures } = bls12_381;
  return value.scheme === "bls-unchained-g1-rfc9380"
    ? isSigned(shortSignatures, message, value)
    : isSigned(longSignatures, message, value);
}

/** The library hashes to the curve for drand's own domain, BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_NUL_ or that of G1. */
function isSigned<Key, Signed>(mode: BlsSigs<Key, Signed>, message: Uint8Array, value: SignedDrandValue): boolean {
  try {
    return mode.verify(hexToBytes(value.signature), mode.hash(message), hexToBytes(value.publicKey));
  } catch {
    // The library throws on what is no hex, and on bytes that are no point of the right group.
    return false;
  }
}

function messageOf({ scheme, number, previousSignature = "" }: SignedDrandValue): Uint8Array | undefined {
  if (!Number.isSafeInteger(number) || number < 1) return undefined;
  const before = bytesOfHex(previousSignature);
  if (!before || (scheme === "pedersen-bls-chained") !== before.length > 0) return undefined;
  const counted = new Uint8Array(8);
  new DataView(counted.buffer).setBigUint64(0, BigInt(number));
  return sha256Bytes(concatBytes(before, counted));
}
