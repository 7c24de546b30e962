import { acceptanceRequirements } from "#app/domain/offer/acceptance-requirements.ts";
import { findEvent } from "#app/domain/programme/calendar.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { text, type Language } from "#app/domain/programme/text.ts";
import { namesFromDefinition } from "#app/domain/selection/explain-names.ts";
import { explanationText } from "#app/domain/selection/explain-text.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { deadlineOf, seatsMove } from "#app/use-cases/seat-context.ts";
import { trackTitle } from "#app/use-cases/programme-message.ts";
import { reads } from "#app/runtime.server.ts";
import { getCohort, type Cohort } from "#db/queries/cohorts.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import { findNewestOffer } from "#db/queries/offers.ts";
import {
  findOwnDecision,
  listPublishedStages,
  type OwnDecision,
  type OwnStanding,
  type PublishedStage,
} from "#db/queries/own-result.ts";
import { findAnnouncedAt } from "#db/queries/public-results.ts";
import { findReservePlace } from "#db/queries/reserve-places.ts";
import { disclosedLines, type Disclosure } from "./disclosed-lines.ts";

type ToView = { readonly own: OwnStanding; readonly language: Language; readonly now: Date };
type Part = ToView & { readonly cohort: Cohort; readonly definition: ProgrammeDefinition };

/** Everything of the own result that was published, in words; nothing that was not. */
export async function resultView({ own, language, now }: ToView) {
  const cohort = await getCohort(reads, own.cohortId);
  const definition = await getDefinition(reads, cohort.definitionId);
  const part = { own, language, now, cohort, definition };
  const announcedAt = await findAnnouncedAt(reads, cohort.id);
  const allowed = disclosureOf(definition, { announcedAt, now });
  const decision = await findOwnDecision(reads, own.id);
  const planned = findEvent(definition, "finalResult")?.start ?? null;
  return {
    cohort: { title: text(definition.title, language), slug: cohort.slug },
    applicationId: own.id,
    applicationNumber: own.applicationNumber,
    plannedAt: announcedAt === null ? planned : null,
    stages: (await listPublishedStages(reads, own.id)).map((stage) => stageView(stage, allowed, part)),
    final: announcedAt !== null && isTold(own, decision) ? finalView(decision, { announcedAt, allowed }, part) : null,
    seat: decision ? await seatView(part) : null,
    reserve: decision ? await reserveView(part) : null,
    contact: {
      period: findEvent(definition, "appeal") ?? null,
      organisation: text(definition.organisation.name, language),
      phone: definition.organisation.phone,
      email: definition.organisation.email,
    },
  };
}
export type ResultView = Awaited<ReturnType<typeof resultView>>;

/** One's own numbers are told from the announced event on, and never before the final result is public. */
function disclosureOf(
  definition: ProgrammeDefinition,
  { announcedAt, now }: { announcedAt: string | null; now: Date },
): readonly Disclosure[] {
  const { allowed, what, from } = definition.appeals.ownScoreDisclosure;
  const start = findEvent(definition, from)?.start;
  const begun = start === undefined || from === "finalResult" || now >= new Date(start);
  return allowed && announcedAt !== null && begun ? what : [];
}

function stageView(stage: PublishedStage, allowed: readonly Disclosure[], { definition, language }: Part) {
  const t = translator(language);
  const names = namesFromDefinition(definition);
  const { outcome, detail } = stage;
  const lines = (detail?.failures ?? []).map(
    ({ kind, ...failure }) =>
      ({ code: "minimum_missed", failure: { ...failure, code: kind, stage: stage.stageKey } }) as const,
  );
  const numbers = disclosedLines(lines, allowed).flatMap((line) =>
    line.code === "minimum_withheld" ? [] : [explanationText(line, language, names)],
  );
  const reason = outcome === "passed" ? "passed" : (detail?.reason ?? (outcome === "absent" ? "absent" : outcome));
  return {
    key: stage.stageKey,
    title: text(names.stages[stage.stageKey], language) || stage.stageKey,
    outcome,
    publishedAt: stage.publishedAt,
    score: allowed.includes("stage_totals") ? stage.score : null,
    reasons: numbers.length > 0 ? numbers : [t(`seats:result.reason.${reason}`, { defaultValue: "" })].filter(Boolean),
  };
}

/** Somebody without a decision is told as well, if they had applied and left the running before. */
function isTold({ status }: OwnStanding, decision: OwnDecision | undefined): boolean {
  return decision !== undefined || ["not_passed", "excluded", "withdrawn"].includes(status);
}

type Told = { readonly announcedAt: string; readonly allowed: readonly Disclosure[] };

function finalView(
  decision: OwnDecision | undefined,
  { announcedAt, allowed }: Told,
  { own, definition, language }: Part,
) {
  const t = translator(language);
  const names = namesFromDefinition(definition);
  const lines = decision ? disclosedLines(decision.explanation, allowed) : [];
  return {
    outcome: decision?.outcome ?? null,
    status: own.status,
    excludedReason: own.excludedReason,
    track: trackTitle(definition, decision?.trackKey ?? null, language),
    publishedAt: decision?.publishedAt ?? announcedAt,
    sentences: lines.map((line) =>
      line.code === "minimum_withheld" ? t("seats:result.reason.minimum") : explanationText(line, language, names),
    ),
  };
}

/** The seat as its holder may know it: one that is only held is not told yet. */
async function seatView({ own, cohort, definition, language, now }: Part) {
  const offer = await findNewestOffer(reads, own.id);
  if (!offer || offer.openedAt === null || offer.respondBy === null) return null;
  const deadline = (await deadlineOf(reads, offer, definition)) ?? offer.respondBy;
  const { pledge, documents } = acceptanceRequirements(definition);
  const because = definition.acceptance.cancelReasons.find(({ ko }) => ko === offer.reason);
  const isLate = offer.status === "open" && now >= deadline;
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
    reason: because ? text(because, language) : (offer.reason ?? ""),
    startsAt: findEvent(definition, "start")?.start ?? null,
    pledge: pledge ? { label: text(pledge.label, language), help: text(pledge.help, language) } : null,
    documents: documents.map(({ id, label }) => ({ id, label: text(label, language) })),
  };
}
export type SeatView = NonNullable<Awaited<ReturnType<typeof seatView>>>;

async function reserveView({ own, definition, language }: Part) {
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
  };
}
export type ReserveView = NonNullable<Awaited<ReturnType<typeof reserveView>>>;
