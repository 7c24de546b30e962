import { hexToBytes } from "@noble/hashes/utils.js";

/** The bytes of hex text, lower or upper case, of any even length; `undefined` for any other text. */
export function bytesOfHex(text: string): Uint8Array | undefined {
  return /^(?:[0-9a-f]{2})*$/i.test(text) ? hexToBytes(text) : undefined;
}

/** The 32 bytes of a hash written as 64 hex digits; `undefined` for any other text, also for a shortened hash. */
export function hashOfHex(text: string): Uint8Array | undefined {
  return text.length === 64 ? bytesOfHex(text) : undefined;
}

/** The 32 bytes of each hash, `undefined` as soon as one of them is not 64 hex digits. */
export function hashesOfHex(texts: readonly string[]): readonly Uint8Array[] | undefined {
  const hashes = texts.flatMap((text) => hashOfHex(text) ?? []);
  return hashes.length === texts.length ? hashes : undefined;
}
