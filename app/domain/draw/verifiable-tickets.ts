import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { ticketLength, ticketOrder, type Tickets } from "#app/domain/draw/ticket-order.ts";

/** What a draw is decided by: the revealed code, and the public randomness as canonical text. */
export type DrawSources = { readonly oneTimeCode: Uint8Array; readonly randomness: string };

/**
 * The key of a draw, 32 bytes: HMAC-SHA256(key = one-time code, message = UTF-8 of the randomness), which is the extract
 * step of HKDF (RFC 5869; draft-thomson-elegy-vrs-00; SELECTION A9).
 */
export function drawKey({ oneTimeCode, randomness }: DrawSources): Uint8Array {
  return hmac(sha256, oneTimeCode, new TextEncoder().encode(randomness));
}

/** The label of a ref in a draw, `<draw id>|<ref>`. Refuses a draw id that is empty or holds `|`: labels must differ. */
export function labelOf(drawId: string, ref: string): string {
  if (!/^[^|]+$/.test(drawId)) throw new RangeError("a draw id is text without |");
  return `${drawId}|${ref}`;
}

type ForRefs = { readonly key: Uint8Array; readonly drawId: string; readonly refs: readonly string[] };

/**
 * The tickets of some people or of all, as they want to be: a person's ticket does not hang on who else is drawn.
 * HMAC-SHA256(draw key, `<draw id>|<ref>` in UTF-8 || 0x01), which is 32 bytes of the expand step of HKDF.
 * Refuses a ref that stands twice.
 */
export function ticketsFor({ key, drawId, refs }: ForRefs): Tickets {
  const prefix = labelOf(drawId, "");
  return ticketsForLabels({ key, refs, labelAt: (ref) => prefix + ref });
}

type ForLabels = {
  readonly key: Uint8Array;
  readonly refs: readonly string[];
  readonly labelAt?: (ref: string) => string;
};

/** As ticketsFor, with the label of each ref chosen by the caller; the ref itself where none is given. */
export function ticketsForLabels({ key, refs, labelAt = (ref) => ref }: ForLabels): Tickets {
  if (new Set(refs).size !== refs.length) throw new RangeError("a ref stands twice in a draw");
  // The key is taken in once; every ticket starts from a copy of that state, which is twice as fast as a new HMAC.
  const keyed = hmac.create(sha256, key);
  const state = keyed.clone();
  const text = new TextEncoder();
  const bytes = new Uint8Array(refs.length * ticketLength);
  for (const [at, ref] of refs.entries()) {
    keyed._cloneInto(state);
    state.update(text.encode(`${labelAt(ref)}\u0001`));
    state.digestInto(bytes.subarray(at * ticketLength, (at + 1) * ticketLength));
  }
  return { refs, bytes };
}

/** The refs in the order drawn: by ascending ticket (SELECTION A9). */
export function drawnOrder(tickets: Tickets): readonly string[] {
  return Array.from(ticketOrder(tickets), (at) => tickets.refs[at] ?? "");
}
