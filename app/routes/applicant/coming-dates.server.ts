import { findEvent } from "#app/domain/programme/calendar.ts";
import { stagesInOrder } from "#app/domain/programme/stage.ts";
import { text, type Language } from "#app/domain/programme/text.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { reads } from "#app/runtime.server.ts";
import { deadlineOf } from "#app/use-cases/seat-context.ts";
import { findNewestOffer } from "#db/queries/offers.ts";
import { listEnteredStages } from "#db/queries/own-stages.ts";
import type { OwnPage } from "./own-application.server.ts";

export type ComingDate = {
  /** The same as long as it is the same appointment, also when its time changes. */
  readonly key: string;
  readonly label: string;
  readonly start: Date;
  readonly end: Date | undefined;
};

type Asked = Pick<OwnPage, "definition" | "readOnly" | "closesAt"> & {
  readonly application: Pick<OwnPage["application"], "id" | "status">;
  readonly language: Language;
  readonly now: Date;
};

/** What lies ahead of one person, from what was told to that person already; soonest first. */
export async function comingDates(asked: Asked): Promise<readonly ComingDate[]> {
  const { application, definition, language, now } = asked;
  const t = translator(language);
  const dates: ComingDate[] = [];
  if (application.status === "draft" && asked.readOnly === undefined) {
    dates.push({ key: "close", label: t("print:calendar.closes"), start: asked.closesAt, end: undefined });
  }
  if (application.status === "submitted") dates.push(...(await stageDates(asked)));
  const offer = await findNewestOffer(reads, application.id);
  if (offer?.status === "open" && offer.openedAt !== null) {
    const deadline = (await deadlineOf(reads, offer, definition)) ?? offer.respondBy;
    if (deadline) dates.push({ key: "confirm", label: t("print:calendar.confirm"), start: deadline, end: undefined });
  }
  const start = application.status === "accepted" ? findEvent(definition, "start") : undefined;
  if (start) dates.push(dateOf("start", text(start.label, language), start));
  return dates
    .filter((date) => (date.end ?? date.start) > now)
    .toSorted((one, other) => one.start.getTime() - other.start.getTime());
}

/** Stages that this application has entered, but the first: reading documents is nothing to come to. */
async function stageDates({ application, definition, language }: Asked): Promise<readonly ComingDate[]> {
  const entered = await listEnteredStages(reads, application.id);
  return stagesInOrder(definition)
    .slice(1)
    .filter(({ id }) => entered.includes(id))
    .flatMap(({ id }) => {
      const event = findEvent(definition, id);
      return event ? [dateOf(id, text(event.label, language), event)] : [];
    });
}

function dateOf(
  key: string,
  label: string,
  { start, end }: { readonly start: string; readonly end?: string | undefined },
): ComingDate {
  return { key, label, start: new Date(start), end: end === undefined ? undefined : new Date(end) };
}
