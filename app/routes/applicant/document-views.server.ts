import type { OwnPage } from "./own-application.server.ts";
import { linkFieldOf } from "#app/domain/application/completeness.ts";
import { documentsDue, isDocumentRequired } from "#app/domain/programme/documents.ts";
import { isFilled } from "#app/domain/programme/shown.ts";
import { text } from "#app/domain/programme/text.ts";
import type { Language } from "#app/i18n/language.ts";
import { paths } from "#app/paths.ts";

/** The documents asked with the application, with what is already there. */
export function documentViews({ application, definition, files }: OwnPage, language: Language) {
  return documentsDue(definition, "application").map((document) => {
    const link = linkFieldOf(definition, document);
    const section = definition.form.sections.find(({ fields }) => fields.some(({ id }) => id === link?.id));
    const hasLink = link !== undefined && isFilled(application.answers, link.id);
    return {
      id: document.id,
      label: text(document.label, language),
      help: text(document.help, language),
      formats: [...document.accept],
      maxBytes: document.maxMB * 1024 * 1024,
      maxFiles: document.maxFiles,
      required: isDocumentRequired(document, application.answers) && !hasLink,
      isOpenToReviewers: document.visibleTo.includes("evaluator"),
      link: link
        ? {
            label: text(link.label, language),
            to: `${paths.my.section(application.id, section?.id ?? "")}#${link.id}`,
            isGiven: hasLink,
          }
        : null,
      files: files
        .filter(({ documentKey }) => documentKey === document.id)
        .map(({ id, name, size }) => ({ id, name, bytes: size, href: paths.file(id) })),
    };
  });
}

export type DocumentView = ReturnType<typeof documentViews>[number];
