import { reads } from "#app/runtime.server.ts";
import { trackTitle } from "#app/use-cases/programme-message.ts";
import { countWaitingToday } from "#db/queries/own-result.ts";
import { findReservePlace } from "#db/queries/reserve-places.ts";
import type { Part } from "./result-view.server.ts";

/** The own number, and what it means today: how many are in front, how many of the list were offered a seat. */
export async function reserveView({ own, definition, language }: Part) {
  const place = await findReservePlace(reads, own.id);
  if (!place) return null;
  // A seat that is held for somebody is not told yet: the person still waits.
  const isWaiting = own.status === "reserved";
  if (!isWaiting && place.status === "promoted" && own.status !== "not_selected") return null;
  return {
    number: place.number,
    track: trackTitle(definition, place.trackKey, language),
    validUntil: definition.reserve.validUntil,
    replyHours: definition.reserve.promotion.replyHours,
    state: isWaiting ? ("waiting" as const) : place.status === "left" ? ("left" as const) : ("ended" as const),
    today: isWaiting ? await countWaitingToday(reads, place) : null,
  };
}
export type ReserveView = NonNullable<Awaited<ReturnType<typeof reserveView>>>;
