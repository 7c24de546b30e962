import type { TFunction } from "i18next";
import { answerText } from "./answer-text.ts";
import { consentViews } from "./consent-views.server.ts";
import { fieldViews } from "./field-views.server.ts";
import { gapTarget } from "./gap-message.ts";
import type { OwnPage } from "./own-application.server.ts";
import { nextPath, partsOf, stepsOf } from "./steps.server.ts";
import type { Answers } from "#app/domain/application/answers.ts";
import { gapsOfSection } from "#app/domain/application/completeness.ts";
import type { FieldProblem } from "#app/domain/application/field-problem.ts";
import { stateOfSection } from "#app/domain/application/section-state.ts";
import type { FormSection } from "#app/domain/programme/definition.ts";
import { fieldById } from "#app/domain/programme/form.ts";
import { text } from "#app/domain/programme/text.ts";
import type { Language } from "#app/i18n/language.ts";
import { seoulDate } from "#app/i18n/seoul-time.ts";
import { paths } from "#app/paths.ts";
import { addresses } from "#app/runtime.server.ts";
import { consentsOfSection } from "#app/use-cases/add-consents.ts";
import { sectionEdition } from "#app/use-cases/section-edition.ts";

export type Shaping = {
  readonly page: OwnPage;
  readonly section: FormSection;
  readonly language: Language;
  readonly t: TFunction;
  readonly now: Date;
};

/** What the page of a section shows, with the stored answers or with those just typed. */
export function sectionPage({ page, section, language, t, now }: Shaping, typed?: Answers) {
  const { application, definition, consents } = page;
  const answers = typed ? { ...withoutSection(section, application.answers), ...typed } : application.answers;
  const asked = { answers, consents, files: page.files, today: seoulDate(now) };
  const begun = typed !== undefined || stateOfSection(definition, section, asked) !== "todo";
  const gaps = begun ? gapsOfSection(definition, section, asked) : [];
  const problems = new Map(gaps.map((gap): [string, FieldProblem] => [gapTarget(gap), gap]));
  const parts = partsOf(page, language, t, now);
  const inline = consentsOfSection(definition, section);
  return {
    applicationId: application.id,
    section: { id: section.id, title: text(section.title, language), intro: text(section.intro, language) },
    cohortTitle: text(definition.shortTitle, language),
    fields: fieldViews({
      definition,
      section,
      answers: prefilled(page, section, answers),
      problems,
      files: page.files,
      findsAddresses: addresses !== undefined && page.readOnly === undefined,
      language,
      t,
    }),
    others: controllersElsewhere(section, answers),
    consents: consentViews(
      definition.consents.filter(({ id }) => inline.includes(id) && !consents.has(id)),
      language,
    ),
    steps: stepsOf(parts, section.id),
    next: nextPath(parts, section.id) ?? paths.my.application(application.id),
    accountId: page.actor.accountId,
    revision: application.revision,
    edition: sectionEdition(section, application.answers),
    savedAt: application.savedAt,
    readOnly: page.readOnly,
    isSubmitted: application.status === "submitted",
    autosaveSeconds: definition.form.autosaveSeconds,
  };
}

export type SectionPage = ReturnType<typeof sectionPage>;

/** The stored answers beside those just typed, where they differ: what another window saved and what this one would. */
export function differences({ page, section, language }: Shaping, stored: Answers, typed: Answers) {
  return section.fields
    .filter(({ id }) => JSON.stringify(stored[id]) !== JSON.stringify(typed[id]))
    .map((field) => ({
      id: field.id,
      label: text(field.label, language),
      stored: answerText(page.definition, field, stored[field.id], language),
      mine: answerText(page.definition, field, typed[field.id], language),
    }));
}

export function fieldLabel(page: OwnPage, fieldId: string, language: Language): string {
  return text(fieldById(page.definition, fieldId)?.label, language);
}

/** Name and e-mail of the account, where nothing was ever answered. */
function prefilled({ actor, application }: OwnPage, section: FormSection, answers: Answers): Answers {
  if (section.fields.some(({ id }) => Object.hasOwn(application.answers, id))) return answers;
  const has = (fieldId: string) => section.fields.some(({ id }) => id === fieldId);
  return { ...(has("name") ? { name: actor.name } : {}), ...(has("email") ? { email: actor.email } : {}), ...answers };
}

function withoutSection(section: FormSection, answers: Answers): Answers {
  const here = new Set(section.fields.map(({ id }) => id));
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !here.has(id)));
}

/** Answers of other sections that decide which questions of this one apply. */
function controllersElsewhere(section: FormSection, answers: Answers): Answers {
  const here = new Set(section.fields.map(({ id }) => id));
  const questions = section.fields.flatMap((field) => [field, ...(field.items ?? [])]);
  const ids = new Set(questions.flatMap(({ showIf }) => Object.keys(showIf ?? {})).filter((id) => !here.has(id)));
  return Object.fromEntries(Object.entries(answers).filter(([id]) => ids.has(id)));
}
