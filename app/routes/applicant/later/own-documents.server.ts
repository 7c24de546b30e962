import type { LoaderFunctionArgs } from "@remix-run/node";
import { uploadedView } from "../uploaded-view.server.ts";
import { requireRole } from "#app/auth/guards.server.ts";
import type { UploadView } from "#app/components/upload/upload-view.ts";
import { can } from "#app/domain/access/policy.ts";
import { largestFile } from "#app/domain/application/upload-limits.ts";
import { issueHint, shownCertificateNumber } from "#app/domain/documents/certificate.ts";
import type { DocumentDefinition } from "#app/domain/programme/documents.ts";
import { text, type Language } from "#app/domain/programme/text.ts";
import { param } from "#app/http/params.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { languageOf } from "#app/i18n/language.server.ts";
import { reads } from "#app/runtime.server.ts";
import { findApplication } from "#db/queries/applications.ts";
import { getCohort } from "#db/queries/cohorts.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import { listFiles, type StoredFile } from "#db/queries/files.ts";

/** The own application with the rules of today and its files; somebody else's is 404. */
export async function ownDocuments({ request, params }: LoaderFunctionArgs) {
  const actor = await requireRole(request, "applicant");
  const application = await findApplication(reads, param(params, "applicationId"));
  if (!application || !can(actor, "application:write", application)) throw notFound();
  const cohort = await getCohort(reads, application.cohortId);
  const definition = await getDefinition(reads, cohort.definitionId);
  const files = await listFiles(reads, application.id);
  return { actor, application, definition, files, language: languageOf(request) };
}

export type LaterDocument = UploadView & {
  /** Null where the document asks for no number of a certificate. */
  readonly certificate: {
    readonly number: string;
    readonly issuedOn: string;
    readonly hint: "old" | "future" | null;
    readonly withinDays: number | null;
  } | null;
};

type ToView = {
  readonly document: DocumentDefinition;
  /** Its files that belong here. */
  readonly files: readonly StoredFile[];
  readonly ownNames: readonly string[];
  readonly language: Language;
};

export function laterDocument({ document, files, ownNames, language }: ToView): LaterDocument {
  const last = files.at(-1);
  const withinDays = document.issuedWithinDays;
  return {
    id: document.id,
    label: text(document.label, language),
    help: text(document.help, language),
    formats: [...document.accept],
    maxBytes: largestFile(document),
    maxFiles: document.maxFiles,
    files: files.map((file) => uploadedView(file, ownNames)),
    certificate: document.govDocNoField
      ? {
          number: shownCertificateNumber(last?.certificateNumber ?? ""),
          issuedOn: last?.issuedOn ?? "",
          hint: last ? issueHint({ issuedOn: last.issuedOn, handedInAt: new Date(last.createdAt), withinDays }) : null,
          withinDays: withinDays ?? null,
        }
      : null,
  };
}
