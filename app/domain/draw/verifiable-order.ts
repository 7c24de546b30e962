import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes, hexToBytes } from "@noble/hashes/utils.js";
import { compareText } from "#app/domain/exact/compare-text.ts";

/**
 * `oneTimeCode` (hex) was committed to before the close; `randomness` is the public text that nobody could know then,
 * for example `drand:<chain hash>:<number>:<value>`; `drawId` names the draw.
 */
export type VerifiableDraw = { readonly oneTimeCode: string; readonly randomness: string; readonly drawId: string };

export type Ticket = { readonly id: string; readonly ticket: string };

/**
 * Tickets by ascending value, as in draft-thomson-elegy-vrs-00: HKDF (RFC 5869) extract with the code as salt, then one
 * 32-byte expand per label `drawId|id`. Anybody can repeat it with OpenSSL. Ids must differ.
 */
export function verifiableOrder({
  ids,
  ...draw
}: VerifiableDraw & { readonly ids: readonly string[] }): readonly Ticket[] {
  const labels = ids.map((id) => ({ id, label: `${draw.drawId}|${id}` }));
  return verifiableTickets({ ...draw, labels });
}

type Labelled = { readonly id: string; readonly label: string };
type TicketsOf = Omit<VerifiableDraw, "drawId"> & { readonly labels: readonly Labelled[] };

/** As verifiableOrder, with the label of each ticket chosen by the caller. */
export function verifiableTickets({ oneTimeCode, randomness, labels }: TicketsOf): readonly Ticket[] {
  if (new Set(labels.map(({ label }) => label)).size !== labels.length) throw new RangeError("a label stands twice");
  const text = new TextEncoder();
  const key = hmac(sha256, hexToBytes(oneTimeCode), text.encode(randomness));
  const tickets = labels.map(({ id, label }) => ({
    id,
    ticket: bytesToHex(hmac(sha256, key, concatBytes(text.encode(label), Uint8Array.of(1)))),
  }));
  return tickets.toSorted((left, right) => compareText(left.ticket, right.ticket) || compareText(left.id, right.id));
}

/** Whether revealing `oneTimeCode` matches the commitment: SHA-256 of the code's bytes, both hex. */
export function opensCommitment(oneTimeCode: string, commitment: string): boolean {
  return bytesToHex(sha256(hexToBytes(oneTimeCode))) === commitment;
}
