import { compareText } from "#app/domain/exact/compare-text.ts";
import { sha256Hex } from "#app/domain/proof/sha256.ts";

/** `seed` is published hex or other text; `label` names the draw, so that one seed serves several draws. */
export type DrawOf = { readonly seed: string; readonly label: string };

/** The ticket of one id, 64 hex digits: SHA-256 of the UTF-8 text `seed|label|id` (checkable with sha256sum). */
export function ticketOf({ seed, label }: DrawOf, id: string): string {
  return sha256Hex(`${seed}|${label}|${id}`);
}

/**
 * The ids by ascending ticket: a uniform order that does not depend on the order given,
 * and in which two ids keep their places when a third leaves. Ids must differ.
 */
export function seededOrder({ seed, label, ids }: DrawOf & { readonly ids: readonly string[] }): readonly string[] {
  if (new Set(ids).size !== ids.length) throw new RangeError("an id stands twice in a draw");
  const tickets = ids.map((id) => ({ id, ticket: ticketOf({ seed, label }, id) }));
  tickets.sort((left, right) => compareText(left.ticket, right.ticket) || compareText(left.id, right.id));
  return tickets.map(({ id }) => id);
}
