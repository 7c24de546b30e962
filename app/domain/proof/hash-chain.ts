import { bytesToHex, concatBytes, hexToBytes } from "@noble/hashes/utils.js";
import { canonicalBytes, type Json } from "#app/domain/proof/canonical-json.ts";
import { sha256Bytes, type Sha256 } from "#app/domain/proof/sha256.ts";

/** The head of an empty chain: 32 zero bytes, as hex. */
export const emptyChainHead = "0".repeat(64);

type ChainStep = { readonly head: string; readonly entry: Json; readonly sha256?: Sha256 };

/** The next head: SHA-256(previous head || canonical JSON of the entry), hex. `head` is 64 hex digits. */
export function chainHead({ head, entry, sha256 = sha256Bytes }: ChainStep): string {
  if (!/^[0-9a-f]{64}$/.test(head)) throw new RangeError("a chain head is 64 lower-case hex digits");
  return bytesToHex(sha256(concatBytes(hexToBytes(head), canonicalBytes(entry))));
}

/** Every head of a chain, one per entry. */
export function chainHeads(entries: readonly Json[]): readonly string[] {
  let head = emptyChainHead;
  return entries.map((entry) => (head = chainHead({ head, entry })));
}

/** The position (from 0) of the first entry whose recorded head is not the computed one; -1 when the chain holds. */
export function firstBrokenLink(entries: readonly Json[], recordedHeads: readonly string[]): number {
  const heads = chainHeads(entries);
  const broken = heads.findIndex((head, index) => head !== recordedHeads[index]);
  return broken >= 0 || recordedHeads.length === heads.length ? broken : heads.length;
}
