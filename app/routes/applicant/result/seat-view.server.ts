import { documentsUntil } from "#app/domain/documents/hand-in.ts";
import { acceptanceRequirements } from "#app/domain/offer/acceptance-requirements.ts";
import { findEvent } from "#app/domain/programme/calendar.ts";
import { text } from "#app/domain/programme/text.ts";
import { reads } from "#app/runtime.server.ts";
import { trackTitle } from "#app/use-cases/programme-message.ts";
import { deadlineOf, seatsMove } from "#app/use-cases/seat-context.ts";
import { listFiles } from "#db/queries/files.ts";
import { findNewestOffer } from "#db/queries/offers.ts";
import type { Part } from "./result-view.server.ts";

/** The seat as its holder may know it: one that is only held is not told yet. */
export async function seatView({ own, cohort, definition, language, now }: Part) {
  const offer = await findNewestOffer(reads, own.id);
  if (!offer || offer.openedAt === null || offer.respondBy === null) return null;
  const deadline = (await deadlineOf(reads, offer, definition)) ?? offer.respondBy;
  const { pledge, documents } = acceptanceRequirements(definition);
  const because = definition.acceptance.cancelReasons.find(({ ko }) => ko === offer.reason);
  const isLate = offer.status === "open" && now >= deadline;
  const handedIn = new Set((await listFiles(reads, own.id)).map(({ documentKey }) => documentKey));
  const until = documentsUntil({ respondBy: deadline }, new Date(definition.acceptance.confirmBy));
  return {
    offerId: offer.id,
    status: offer.status,
    track: trackTitle(definition, offer.trackKey, language),
    choiceOrder: offer.choiceOrder,
    // The hours of a refilled seat may still grow; the person was told the first deadline.
    respondBy: (now >= offer.respondBy ? deadline : offer.respondBy).toISOString(),
    answeredAt: offer.answeredAt?.toISOString() ?? null,
    isLate,
    mayGiveUp: offer.status === "accepted" && seatsMove(cohort),
    isFinal: definition.acceptance.declineIrrevocable,
    reason: because ? text(because, language) : (offer.reason ?? ""),
    startsAt: findEvent(definition, "start")?.start ?? null,
    pledge: pledge ? { label: text(pledge.label, language), help: text(pledge.help, language) } : null,
    documents: documents.map(({ id, label }) => ({ id, label: text(label, language), isThere: handedIn.has(id) })),
    documentsUntil: until.toISOString(),
  };
}
export type SeatView = NonNullable<Awaited<ReturnType<typeof seatView>>>;
