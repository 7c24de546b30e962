import type { OwnPage } from "./own-application.server.ts";
import { localSections } from "#app/components/answers/local-answer.ts";
import { isFilled, isShown } from "#app/domain/programme/shown.ts";
import { documentsAsked } from "#app/domain/programme/documents.ts";
import { text } from "#app/domain/programme/text.ts";
import { textOf, type Answers } from "#app/domain/application/answers.ts";
import { hiddenView, isOpenToReviewers, readByReviewers } from "#app/domain/review/blind.ts";
import type { Language } from "#app/i18n/language.ts";
import { paths } from "#app/paths.ts";

type Shown = Pick<OwnPage, "application" | "definition"> & {
  /** What would be handed in now. */
  readonly answers: Answers;
};

/**
 * Every section with what reviewers will see of it, word for word as their desk shows it, what they will not, and which
 * questions were left empty.
 */
export function reviewSections({ application, definition, answers }: Shown, language: Language) {
  const { applicationNumber } = application;
  const name = textOf(answers, "name");
  const seen = localSections(readByReviewers(definition, { answers, name, applicationNumber }), language);
  const unseen = localSections(hiddenView(definition, answers), language);
  return definition.form.sections.map((section) => ({
    id: section.id,
    title: text(section.title, language),
    to: paths.my.section(application.id, section.id),
    seen: seen.find(({ id }) => id === section.id)?.fields ?? [],
    unseen: unseen.find(({ id }) => id === section.id)?.fields ?? [],
    empty: section.fields
      .filter((field) => field.type !== "file" && isShown(field, answers) && !isFilled(answers, field.id))
      .map(({ label }) => text(label, language)),
  }));
}

export type ReviewSection = ReturnType<typeof reviewSections>[number];

export function reviewDocuments({ definition, files, answers }: Shown & Pick<OwnPage, "files">, language: Language) {
  return documentsAsked(definition, answers).map((document) => ({
    id: document.id,
    label: text(document.label, language),
    reviewersSee: isOpenToReviewers(definition, document.id),
    files: files.filter(({ documentKey }) => documentKey === document.id).map(({ name }) => name),
  }));
}
