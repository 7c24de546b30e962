import { bytesToHex } from "@noble/hashes/utils.js";
import { compareText } from "#app/domain/exact/compare-text.ts";

/** Tickets as they are made: 32 bytes each, packed, in the order of `refs`. */
export type Tickets = { readonly refs: readonly string[]; readonly bytes: Uint8Array };

/** The length of a ticket: one SHA-256. */
export const ticketLength = 32;

/** The ticket of the ref at a position, 64 hex digits. */
export function ticketHex({ bytes }: Tickets, position: number): string {
  return bytesToHex(bytes.subarray(position * ticketLength, (position + 1) * ticketLength));
}

// The first 32 bits of a ticket and 21 bits of a position fill the 53 bits of a whole number: plain numbers sort fast.
const mostRefs = 2 ** 21;

/**
 * The positions of the refs by ascending ticket, bytewise; equal tickets by ref (SELECTION A9).
 * Refuses more than 2,097,152 refs, and bytes that are not one ticket for each.
 */
export function ticketOrder(tickets: Tickets): Uint32Array {
  const { refs, bytes } = tickets;
  if (refs.length > mostRefs || bytes.length !== refs.length * ticketLength)
    throw new RangeError(`${bytes.length} bytes are no tickets for ${refs.length} refs`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const keys = Float64Array.from(refs, (_, at) => view.getUint32(at * ticketLength) * mostRefs + at);
  keys.sort();
  const order = Uint32Array.from(keys, (key) => key % mostRefs);
  for (let from = 0, to = 0; from < order.length; from = to) {
    const beginning = leadingOf(keys, from);
    do to += 1;
    while (leadingOf(keys, to) === beginning);
    if (to - from > 1) order.subarray(from, to).sort((left, right) => compareTickets(tickets, left, right));
  }
  return order;
}

/** The first 32 bits of the ticket at a place in the sorted keys; -1 behind the last. */
function leadingOf(keys: Float64Array, place: number): number {
  return Math.floor((keys[place] ?? -1) / mostRefs);
}

function compareTickets(tickets: Tickets, left: number, right: number): number {
  const { refs } = tickets;
  return (
    compareText(ticketHex(tickets, left), ticketHex(tickets, right)) || compareText(refs[left] ?? "", refs[right] ?? "")
  );
}
