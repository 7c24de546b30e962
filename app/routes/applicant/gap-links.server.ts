import { gapMessage, gapTarget } from "./gap-message.ts";
import type { OwnPage } from "./own-application.server.ts";
import type { Gap } from "#app/domain/application/completeness.ts";
import { documentById } from "#app/domain/programme/documents.ts";
import { fieldById } from "#app/domain/programme/form.ts";
import { text } from "#app/domain/programme/text.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { Language } from "#app/i18n/language.ts";
import { paths } from "#app/paths.ts";

/** What is still missing, each with the place where it can be given. */
export function gapLinks({ application, definition }: OwnPage, gaps: readonly Gap[], language: Language) {
  const t = translator(language);
  const { id } = application;
  return gaps.map((gap) => {
    const [key = "", query = ""] = gapMessage(gap).split("?", 2);
    const message = t(key, Object.fromEntries(new URLSearchParams(query)));
    if (gap.kind === "field") {
      const label = text(fieldById(definition, gap.fieldId)?.label, language);
      const target = gapTarget(gap);
      return { key: target, label, message, to: `${paths.my.section(id, gap.sectionId)}#${target}` };
    }
    if (gap.kind === "document") {
      const label = text(documentById(definition, gap.documentId)?.label, language);
      return { key: gap.documentId, label, message, to: `${paths.my.documents(id)}#file-${gap.documentId}` };
    }
    const consentId = gap.kind === "consent" ? gap.consentId : gap.ruleId;
    const label = text(definition.consents.find((consent) => consent.id === consentId)?.title, language);
    return { key: consentId, label, message, to: `${paths.my.consents(id)}#consent-${consentId}` };
  });
}
