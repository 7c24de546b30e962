import type { CalendarEvent } from "#app/domain/programme/calendar.ts";
import type { ApplicationStatus } from "#app/domain/application/status.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { documentById } from "#app/domain/programme/documents.ts";
import { stageByKey } from "#app/domain/programme/stage.ts";
import { text, type Language } from "#app/domain/programme/text.ts";
import { formatInstant, formatPeriod } from "#app/i18n/format.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { reads } from "#app/runtime.server.ts";
import { trackTitle } from "#app/use-cases/programme-message.ts";
import { listHappenings, type Happening } from "#db/queries/timeline.ts";

export type Timed = {
  readonly application: {
    readonly id: string;
    readonly status: ApplicationStatus;
    readonly createdAt: string;
    readonly withdrawnAt: string | null;
  };
  readonly definition: ProgrammeDefinition;
  readonly language: Language;
  readonly now: Date;
};

/** What happened to the own application as it was told, and the dates that come; in words. */
export async function ownTimeline(timed: Timed) {
  const happened = await listHappenings(reads, timed.application);
  return {
    happened: happened.map((each, index) => ({
      key: `${each.kind}-${index}`,
      at: each.at,
      sentence: sentenceOf(each, timed),
    })),
    next: comingEvents(timed),
  };
}

/** The next dates of the programme that concern somebody in this status; the first is what comes next. */
export function comingEvents({
  application: { status },
  definition,
  language,
  now,
}: Omit<Timed, "application"> & {
  readonly application: Pick<Timed["application"], "status">;
}) {
  const coming = definition.calendar.events.filter(({ start, end }) => now < new Date(end ?? start));
  const kept = coming
    .filter((event) => concerns(status, event))
    .toSorted(byTime)
    .slice(0, MOST);
  return kept.map(({ key, label, start, end }) => ({
    key,
    label: text(label, language),
    when: end ? formatPeriod({ start, end }, language) : formatInstant(start, language),
    at: now < new Date(start) ? start : (end ?? start),
    isRunning: now >= new Date(start),
  }));
}

const MOST = 4;

const keysOf: { readonly [Status in ApplicationStatus]?: readonly string[] } = {
  reserved: ["appeal", "reserveFill", "start"],
  offered: ["confirm", "appeal", "start"],
  accepted: ["confirm", "start"],
  not_passed: ["appeal"],
  not_selected: ["appeal"],
};

function concerns(status: ApplicationStatus, { key }: CalendarEvent): boolean {
  if (status === "draft" || status === "submitted") return !["confirm", "reserveFill", "appeal"].includes(key);
  return keysOf[status]?.includes(key) ?? false;
}

function byTime(left: CalendarEvent, right: CalendarEvent): number {
  return new Date(left.start).getTime() - new Date(right.start).getTime();
}

function sentenceOf(happening: Happening, { definition, language }: Timed): string {
  const t = translator(language);
  switch (happening.kind) {
    case "changed":
      return t("applicant:timeline.changed", { times: happening.times });
    case "document_asked":
    case "document_fulfilled": {
      const label = text(documentById(definition, happening.documentKey)?.label, language) || happening.documentKey;
      return t(`applicant:timeline.${happening.kind}`, { label });
    }
    case "stage_result": {
      const stage = text(stageByKey(definition, happening.stageKey)?.title, language) || happening.stageKey;
      const outcome = t(`seats:result.stages.${happening.outcome}`, { defaultValue: "" });
      return t("applicant:timeline.stage_result", { stage, outcome });
    }
    case "result":
      return t(`applicant:timeline.result.${happening.outcome}`);
    case "offered":
    case "accepted":
    case "declined":
    case "lapsed":
    case "cancelled":
      return t(`applicant:timeline.${happening.kind}`, {
        track: trackTitle(definition, happening.trackKey, language),
      });
    case "appeal_made":
    case "appeal_answered":
      return t(`applicant:timeline.${happening.kind}`, { number: happening.number });
    default:
      return t(`applicant:timeline.${happening.kind}`);
  }
}
