import { answerText } from "./answer-text.ts";
import type { OwnPage } from "./own-application.server.ts";
import { documentsDue } from "#app/domain/programme/documents.ts";
import { isShown } from "#app/domain/programme/shown.ts";
import { text } from "#app/domain/programme/text.ts";
import type { Language } from "#app/i18n/language.ts";
import { paths } from "#app/paths.ts";

/** Every answer as a person reads it, section by section, with whether reviewers will see it. */
export function reviewSections({ application, definition }: OwnPage, language: Language) {
  const { answers } = application;
  return definition.form.sections.map((section) => ({
    id: section.id,
    title: text(section.title, language),
    to: paths.my.section(application.id, section.id),
    fields: section.fields
      .filter((field) => isShown(field, answers))
      .map((field) => ({
        id: field.id,
        label: text(field.label, language),
        value: answerText(
          definition,
          field,
          Object.hasOwn(answers, field.id) ? answers[field.id] : undefined,
          language,
        ),
        reviewersSee: field.blind !== true && field.statisticsOnly !== true,
      })),
  }));
}

export type ReviewSection = ReturnType<typeof reviewSections>[number];

export function reviewDocuments({ definition, files }: OwnPage, language: Language) {
  return documentsDue(definition, "application").map((document) => ({
    id: document.id,
    label: text(document.label, language),
    reviewersSee: document.visibleTo.includes("evaluator"),
    files: files.filter(({ documentKey }) => documentKey === document.id).map(({ name }) => name),
  }));
}
