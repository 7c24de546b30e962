import { pledgeRules } from "#app/domain/application/completeness.ts";
import { hasReached } from "#app/domain/cohort/phase.ts";
import type { DocumentDefinition, ProgrammeDefinition, StageDefinition } from "#app/domain/programme/definition.ts";
import { stagesInOrder } from "#app/domain/programme/stage.ts";
import { text } from "#app/domain/programme/text.ts";
import type { Language } from "#app/i18n/language.ts";
import { cohortCard } from "./cohort-card.server.ts";
import type { Cohort } from "#db/queries/cohorts.ts";

type Shaping = {
  readonly cohort: Cohort;
  readonly definition: ProgrammeDefinition;
  readonly language: Language;
  readonly now: Date;
};

/** The notice of a cohort, as its definition says it. */
export function cohortPage({ cohort, definition, language, now }: Shaping) {
  const local = (value: Parameters<typeof text>[0]) => text(value, language);
  const { course, organisation, bonus, ranking } = definition;
  return {
    ...cohortCard({ cohort, definition, language, now }),
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
    assignment: local(definition.choices.description),
    events: definition.calendar.events
      .filter(({ key }) => key !== "documentFix")
      .map(({ key, label, start, end, rule }) => ({ key, label: local(label), start, end: end ?? "", rule: local(rule) }))
      .toSorted((one, other) => Date.parse(one.start) - Date.parse(other.start)),
    eligibility: definition.eligibility.map((rule) => ({
      id: rule.id,
      text: local(rule.text),
      born: rule.type === "age_range" ? { from: rule.bornFrom, to: rule.bornTo } : null,
    })),
    isOnlyFlagged: pledgeRules(definition).length < definition.eligibility.length,
    stages: stagesInOrder(definition).map((stage) => stageView(stage, language)),
    minimumTotal: ranking.minimumTotal,
    minimumRule: local(ranking.minimumRule),
    bonus: {
      cap: bonus.cap,
      note: local(bonus.note),
      items: bonus.items.map(({ id, label, points, documents }) => ({ id, label: local(label), points, documents })),
    },
    ties: ranking.tieBreakers
      .toSorted((one, other) => one.order - other.order)
      .map(({ by, label }) => ({ by, label: local(label) })),
    quotas: definition.quotas.map(({ id, method }) => ({ id, text: local(method) })).filter((quota) => quota.text !== ""),
    documents: definition.documents.map((document) => documentView(document, language)),
    consents: definition.consents
      .filter(({ kind }) => kind !== "notice")
      .map(({ id, title, required, kind }) => ({ id, title: local(title), required, isPledge: kind === "pledge" })),
    contact: {
      name: local(organisation.name),
      host: local(organisation.host),
      phone: organisation.phone,
      email: organisation.email,
      officer: local(definition.privacy.officer),
    },
  };
}

function stageView(stage: StageDefinition, language: Language) {
  return {
    id: stage.id,
    title: text(stage.title, language),
    weightPercent: stage.weightPercent,
    maxScore: stage.maxScore,
    minScore: stage.minScore,
    multiple: stage.pass?.multiple ?? null,
    criteria: stage.rubric.criteria.map(({ id, label, max, minPercent }) => ({
      id,
      label: text(label, language),
      max,
      minPercent: minPercent ?? null,
    })),
  };
}

function documentView(document: DocumentDefinition, language: Language) {
  const need = document.required ? "required" : document.requiredIf ? "conditional" : "optional";
  return { id: document.id, label: text(document.label, language), when: document.when, need } as const;
}

export type CohortPageView = ReturnType<typeof cohortPage>;
