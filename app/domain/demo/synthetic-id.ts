import { sha256Hex } from "#app/domain/proof/sha256.ts";

/**
 * The id of a made-up record, shaped as a UUIDv8 (RFC 9562): the same in every demo database, so that draws that
 * depend on ids come out the same everywhere.
 */
export function syntheticId({
  seed,
  kind,
  key,
}: {
  readonly seed: string;
  readonly kind: string;
  readonly key: string;
}): string {
  const hex = sha256Hex(`${seed}|${kind}|${key}`);
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
