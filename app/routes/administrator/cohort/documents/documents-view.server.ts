import { PAGE_SIZE } from "./page-size.ts";
import { issueHint, shownCertificateNumber } from "#app/domain/documents/certificate.ts";
import { requestState } from "#app/domain/documents/hand-in.ts";
import { acceptanceRequirements } from "#app/domain/offer/acceptance-requirements.ts";
import { hasReached } from "#app/domain/cohort/phase.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { documentById, documentsDue } from "#app/domain/programme/documents.ts";
import { text, type Language } from "#app/domain/programme/text.ts";
import { paths } from "#app/paths.ts";
import { reads } from "#app/runtime.server.ts";
import { listDocumentChecks, listFilesOf, listSeatHolders } from "#db/queries/after-selection.ts";
import type { Cohort } from "#db/queries/cohorts.ts";
import { listDocumentGaps, listRequestsOfCohort } from "#db/queries/document-requests.ts";

type ToView = {
  readonly cohort: Cohort;
  readonly definition: ProgrammeDefinition;
  readonly language: Language;
  readonly now: Date;
};
type Paged = ToView & { readonly page: number };

const GAPS_SHOWN = 50;

/** Who lacks a document that the rules ask with the application: of everybody, or of those who claim a bonus point. */
export async function gapsView({ cohort, definition, language }: ToView) {
  const asked = documentsDue(definition, "application");
  const always = asked.filter(({ required, orUrl }) => required && !orUrl).map(({ id }) => id);
  const withClaim = asked.filter(({ requiredIf }) => requiredIf?.notEmpty === "bonusClaims").map(({ id }) => id);
  const gaps = await listDocumentGaps(reads, { cohortId: cohort.id, always, withClaim, limit: GAPS_SHOWN });
  return gaps.map(({ applicationNumber, name, documentKey }) => ({
    number: applicationNumber,
    name,
    documentKey,
    document: labelOf(definition, documentKey, language),
  }));
}

/** The requests with where each stands, and what was handed in after it. */
export async function requestsView({ cohort, definition, language, now, page }: Paged) {
  const { rows, total } = await listRequestsOfCohort(reads, { cohortId: cohort.id, page, pageSize: PAGE_SIZE });
  const files = await listFilesOf(
    reads,
    rows.map(({ applicationId }) => applicationId),
  );
  return {
    total,
    page,
    rows: rows.map(({ id, applicationId, applicationNumber, name, documentKey, ...request }) => ({
      id,
      number: applicationNumber,
      name,
      document: labelOf(definition, documentKey, language),
      reason: request.reason,
      dueAt: request.dueAt,
      requestedAt: request.requestedAt,
      fulfilledAt: request.fulfilledAt,
      state: requestState(request, now),
      files: files
        .filter(
          (file) =>
            file.applicationId === applicationId &&
            file.documentKey === documentKey &&
            file.createdAt >= request.requestedAt,
        )
        .map((file) => ({ id: file.id, name: file.name, href: paths.file(file.id) })),
    })),
  };
}

/** Who has a seat, and which of the documents after the selection are there and were checked; null before the result. */
export async function holdersView({ cohort, definition, language, page }: Paged) {
  if (!hasReached(cohort.phase, "published")) return null;
  const { rows, total } = await listSeatHolders(reads, { cohortId: cohort.id, page, pageSize: PAGE_SIZE });
  const ids = rows.map(({ applicationId }) => applicationId);
  const [files, checks] = [await listFilesOf(reads, ids), await listDocumentChecks(reads, ids)];
  const { documents } = acceptanceRequirements(definition);
  return {
    total,
    page,
    rows: rows.map(({ applicationId, applicationNumber, name, status }) => ({
      applicationId,
      number: applicationNumber,
      name,
      status,
      documents: documents.map(({ id, label, issuedWithinDays }) => {
        const own = files.filter((file) => file.applicationId === applicationId && file.documentKey === id);
        const check = checks.find((each) => each.applicationId === applicationId && each.documentKey === id);
        const isChecked = own.length > 0 && own.every(({ createdAt }) => createdAt <= (check?.checkedAt ?? ""));
        return {
          id,
          label: text(label, language),
          isChecked,
          files: own.map((file) => ({
            id: file.id,
            name: file.name,
            href: paths.file(file.id),
            number: shownCertificateNumber(file.certificateNumber ?? ""),
            issuedOn: file.issuedOn,
            hint: issueHint({
              issuedOn: file.issuedOn,
              handedInAt: new Date(file.createdAt),
              withinDays: issuedWithinDays,
            }),
          })),
        };
      }),
    })),
  };
}

function labelOf(definition: ProgrammeDefinition, documentKey: string, language: Language): string {
  return text(documentById(definition, documentKey)?.label, language) || documentKey;
}
