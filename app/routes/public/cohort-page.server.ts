import { pledgeRules } from "#app/domain/application/completeness.ts";
import { hasReached } from "#app/domain/cohort/phase.ts";
import type {
  CalendarEvent,
  DocumentDefinition,
  EligibilityRule,
  ProgrammeDefinition,
} from "#app/domain/programme/definition.ts";
import { text } from "#app/domain/programme/text.ts";
import type { Language } from "#app/i18n/language.ts";
import type { CohortAttachment } from "#db/queries/attachments.ts";
import type { Cohort } from "#db/queries/cohorts.ts";
import { cohortAfter } from "./cohort-after.server.ts";
import { cohortCard } from "./cohort-card.server.ts";
import { cohortRules } from "./cohort-rules.server.ts";
import { daysUntil } from "#app/components/clock/days-until.ts";
import { publicEvents } from "./public-events.ts";

type Shaping = {
  readonly cohort: Cohort;
  readonly definition: ProgrammeDefinition;
  readonly attachments: readonly CohortAttachment[];
  readonly language: Language;
  readonly now: Date;
};

/** The notice of a cohort, as its definition says it. */
export function cohortPage({ cohort, definition, attachments, language, now }: Shaping) {
  const local = (value: Parameters<typeof text>[0]) => text(value, language);
  const { course, organisation, privacy } = definition;
  return {
    ...cohortCard({ cohort, definition, language, now }),
    ...cohortRules(definition, language),
    ...cohortAfter(definition, language),
    serverTime: now.toISOString(),
    isPublished: hasReached(cohort.phase, "published"),
    disclaimer: definition.sample ? local(definition.disclaimer) : "",
    course: {
      start: course.start,
      end: course.end,
      months: course.months,
      hours: course.hours,
      mode: course.mode,
      place: local(course.place),
      tuition: course.tuition,
      benefits: local(course.benefits),
    },
    tracks: definition.tracks.map(({ id, title, capacity }) => ({ id, title: local(title), capacity })),
    events: publicEvents(definition).map((event) => eventView(event, language, now)),
    eligibility: definition.eligibility.map((rule) => eligibilityView(rule, language)),
    isOnlyFlagged: pledgeRules(definition).length < definition.eligibility.length,
    documents: definition.documents.map((document) => documentView(document, language)),
    documentsReturn: local(privacy.documentsReturn),
    consents: definition.consents
      .filter(({ kind }) => kind !== "notice")
      .map(({ id, title, required, kind }) => ({ id, title: local(title), required, isPledge: kind === "pledge" })),
    attachments: attachments.map(({ id, labelKo, labelEn, name, size }) => {
      const format = /\.([A-Za-z0-9]{1,5})$/.exec(name)?.[1]?.toUpperCase() ?? "";
      return { id, label: text({ ko: labelKo, en: labelEn }, language), format, size };
    }),
    faq: (definition.faq ?? []).map(({ question, answer }) => ({ question: local(question), answer: local(answer) })),
    contact: {
      name: local(organisation.name),
      host: local(organisation.host),
      phone: organisation.phone,
      email: organisation.email,
      officer: local(privacy.officer),
    },
  };
}

function eventView({ key, label, start, end, rule }: CalendarEvent, language: Language, now: Date) {
  // A start at midnight belongs to its own day, unlike a deadline.
  const begins = daysUntil(new Date(Date.parse(start) + 1), now);
  const ends = daysUntil(end ?? start, now);
  const state = begins !== null ? "coming" : ends !== null ? "now" : "over";
  return {
    key,
    label: text(label, language),
    start,
    end: end ?? "",
    rule: text(rule, language),
    state,
    days: begins ?? ends,
  } as const;
}

/** The birth dates that fit say more than an age does; how service lengthens them stands beside them. */
function eligibilityView(rule: EligibilityRule, language: Language) {
  const shown = { id: rule.id, text: text(rule.text, language) };
  if (rule.type !== "age_range") return { ...shown, born: null, service: null };
  const { militaryExtension: extension } = rule;
  const isLonger = extension?.enabled === true && (extension.table?.length ?? 0) > 0;
  return {
    ...shown,
    born: { from: rule.bornFrom, to: rule.bornTo },
    service: isLonger
      ? (extension.table ?? []).map(({ monthsFrom, monthsTo, years }) => ({ from: monthsFrom, to: monthsTo ?? null, years }))
      : null,
  };
}

function documentView(document: DocumentDefinition, language: Language) {
  const { id, label, help, when, accept, maxMB, maxFiles, issuedWithinDays } = document;
  return {
    id,
    label: text(label, language),
    help: text(help, language),
    when,
    need: document.required ? "required" : document.requiredIf ? "conditional" : "optional",
    formats: accept.map((format) => format.toUpperCase()),
    maxMB,
    maxFiles,
    orUrl: document.orUrl === true,
    issuedWithinDays: issuedWithinDays ?? null,
  } as const;
}

export type CohortPageView = ReturnType<typeof cohortPage>;
