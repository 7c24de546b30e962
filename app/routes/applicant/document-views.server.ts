import type { OwnPage } from "./own-application.server.ts";
import { uploadedView } from "./uploaded-view.server.ts";
import type { UploadView } from "#app/components/upload/upload-view.ts";
import { linkFieldOf } from "#app/domain/application/completeness.ts";
import { largestFile } from "#app/domain/application/upload-limits.ts";
import { documentsAsked, isDocumentRequired } from "#app/domain/programme/documents.ts";
import { isFilled } from "#app/domain/programme/shown.ts";
import { text } from "#app/domain/programme/text.ts";
import type { Language } from "#app/i18n/language.ts";
import { paths } from "#app/paths.ts";

export type DocumentView = UploadView & {
  readonly required: boolean;
  readonly isOpenToReviewers: boolean;
  /** Where a link may be given instead of a file. */
  readonly link: { readonly label: string; readonly to: string; readonly isGiven: boolean } | null;
};

/** The documents asked with the application, with what is already there. */
export function documentViews(
  { actor, application, definition, files }: OwnPage,
  language: Language,
): readonly DocumentView[] {
  const ownNames = [actor.name, application.name];
  return documentsAsked(definition, application.answers).map((document) => {
    const link = linkFieldOf(definition, document);
    const section = definition.form.sections.find(({ fields }) => fields.some(({ id }) => id === link?.id));
    const hasLink = link !== undefined && isFilled(application.answers, link.id);
    return {
      id: document.id,
      label: text(document.label, language),
      help: text(document.help, language),
      formats: [...document.accept],
      maxBytes: largestFile(document),
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
      files: files.filter(({ documentKey }) => documentKey === document.id).map((file) => uploadedView(file, ownNames)),
    };
  });
}
