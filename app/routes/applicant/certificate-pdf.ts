import type { LoaderFunctionArgs } from "@remix-run/node";
import { digestOfResult } from "#app/domain/application/certificate.ts";
import { text } from "#app/domain/programme/text.ts";
import { notFound } from "#app/http/responses.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { languageOf } from "#app/i18n/language.server.ts";
import { certificateDocument } from "#app/print/documents/certificate.ts";
import { trackTitle } from "#app/use-cases/programme-message.ts";
import { certifiedResult } from "./certified-result.server.ts";
import { ownApplication } from "./own-application.server.ts";
import { pdfResponse } from "./pdf-response.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { application, cohort, definition } = await ownApplication(args);
  const result = await certifiedResult(application, cohort);
  if (!result) throw notFound();
  const language = languageOf(args.request);
  const t = translator(language);
  const { organisation } = definition;
  const document = certificateDocument(
    {
      ...result,
      name: application.name,
      cohort: text(definition.title, language),
      organisation: text(organisation.name, language),
      contact: `${organisation.phone} · ${organisation.email}`,
      track: trackTitle(definition, result.track, language),
      standing: t(`applicant:status.${application.status}`),
      issuedAt: args.context.arrivedAt,
      digest: digestOfResult(result),
    },
    { t, language },
  );
  return pdfResponse(document, `${result.applicationNumber}-certificate.pdf`);
}
