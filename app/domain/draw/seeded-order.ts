import { ticketLength, ticketOrder } from "#app/domain/draw/ticket-order.ts";
import { sha256Bytes, sha256Hex, type Sha256 } from "#app/domain/proof/sha256.ts";

/** `seed` is published hex or other text; `label` names the draw, so that one seed serves several draws. */
export type DrawOf = { readonly seed: string; readonly label: string };

/** The ticket of one id, 64 hex digits: SHA-256 of the UTF-8 text `seed|label|id` (checkable with sha256sum). */
export function ticketOf({ seed, label }: DrawOf, id: string): string {
  return sha256Hex(`${seed}|${label}|${id}`);
}

type ToOrder = DrawOf & { readonly ids: readonly string[]; readonly sha256?: Sha256 };

/**
 * The ids by ascending ticket: a uniform order that does not depend on the order given,
 * and in which two ids keep their places when a third leaves. Ids must differ (SELECTION A9, simple variant).
 */
export function seededOrder({ seed, label, ids, sha256 = sha256Bytes }: ToOrder): readonly string[] {
  if (new Set(ids).size !== ids.length) throw new RangeError("an id stands twice in a draw");
  const text = new TextEncoder();
  const bytes = new Uint8Array(ids.length * ticketLength);
  for (const [at, id] of ids.entries()) bytes.set(sha256(text.encode(`${seed}|${label}|${id}`)), at * ticketLength);
  return Array.from(ticketOrder({ refs: ids, bytes }), (at) => ids[at] ?? "");
}
