import { doorAt } from "#app/domain/application/door.ts";
import { windowOf } from "#app/domain/programme/calendar.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { text } from "#app/domain/programme/text.ts";
import type { Language } from "#app/i18n/language.ts";
import type { Cohort } from "#db/queries/cohorts.ts";
import { daysUntil } from "#app/components/clock/days-until.ts";

type Shaping = {
  readonly cohort: Cohort;
  readonly definition: ProgrammeDefinition;
  readonly language: Language;
  readonly now: Date;
};

/** A cohort in a few lines. */
export function cohortCard({ cohort, definition, language, now }: Shaping) {
  const window = windowOf(definition, "application");
  return {
    slug: cohort.slug,
    title: text({ ko: cohort.titleKo, en: cohort.titleEn }, language),
    summary: text(definition.summary, language),
    organisation: text(definition.organisation.name, language),
    seats: cohort.seats,
    tracks: definition.tracks.length,
    door: doorAt(cohort, definition, now),
    opensAt: window.start.toISOString(),
    closesAt: window.end.toISOString(),
    daysLeft: daysUntil(window.end, now),
  };
}

export type CohortCardView = ReturnType<typeof cohortCard>;
