import { notFound } from "#app/http/responses.server.ts";
import { text } from "#app/domain/programme/text.ts";
import { env } from "#app/env.server.ts";
import type { Language } from "#app/i18n/language.ts";
import { paths } from "#app/paths.ts";
import type { Receipt } from "#app/print/documents/receipt.ts";
import { reads } from "#app/runtime.server.ts";
import { trackTitle } from "#app/use-cases/programme-message.ts";
import { listSubmissions } from "#db/queries/submissions.ts";
import type { OwnPage } from "./own-application.server.ts";

/** What the page and the paper say alike; 404 before anything was submitted. */
export async function receiptOf({ application, definition }: OwnPage, language: Language): Promise<Receipt> {
  const { applicationNumber, submittedAt } = application;
  if (applicationNumber === null || submittedAt === null) throw notFound();
  const { organisation } = definition;
  const submissions = await listSubmissions(reads, application.id);
  return {
    applicationNumber,
    submittedAt,
    name: application.name,
    cohort: text(definition.title, language),
    organisation: text(organisation.name, language),
    contact: `${organisation.phone} · ${organisation.email}`,
    firstChoice: trackTitle(definition, application.firstChoice, language),
    secondChoice: trackTitle(definition, application.secondChoice, language),
    submissions: submissions.map(({ number, arrivedAt, sha256 }) => ({ number, arrivedAt, sha256 })),
    isWithdrawn: application.status === "withdrawn",
    url: `${env.publicUrl}${paths.my.receipt(application.id)}`,
  };
}
