import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DocumentCard, type LaterRefusal } from "./later/document-card.tsx";
import { laterAction } from "./later/later-action.server.ts";
import { LaterPage } from "./later/later-page.tsx";
import { laterDocument, ownDocuments } from "./later/own-documents.server.ts";
import { titleOf } from "./page-title.server.ts";
import { titleMeta } from "./title-meta.ts";
import { uploadHeaders } from "./upload-answer.server.ts";
import { DaysInBrackets } from "#app/components/clock/days-left.tsx";
import { daysUntil } from "#app/components/clock/days-until.ts";
import { LinkButton } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Notice } from "#app/components/notice.tsx";
import { ProgressBar } from "#app/components/progress-bar.tsx";
import { StatusTag } from "#app/components/status-tag.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";
import { documentsUntil } from "#app/domain/documents/hand-in.ts";
import { acceptanceRequirements } from "#app/domain/offer/acceptance-requirements.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { paths } from "#app/paths.ts";
import { reads } from "#app/runtime.server.ts";
import { deadlineOf } from "#app/use-cases/seat-context.ts";
import { listDocumentChecks } from "#db/queries/after-selection.ts";
import { findNewestOffer } from "#db/queries/offers.ts";

export const meta = titleMeta;
export const headers = uploadHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { actor, application, definition, files, language } = await ownDocuments(args);
  const now = args.context.arrivedAt;
  const t = translator(language);
  const offer = await findNewestOffer(reads, application.id);
  const isTold = offer !== undefined && offer.openedAt !== null;
  const hasSeat = isTold && (offer.status === "open" || offer.status === "accepted");
  const base = { title: titleOf(t, t("documents:afterSelection.title")), applicationId: application.id };
  if (!hasSeat) return { ...base, seat: null, documents: [] };

  const respondBy = await deadlineOf(reads, offer, definition);
  const until = documentsUntil({ respondBy }, new Date(definition.acceptance.confirmBy));
  const checks = await listDocumentChecks(reads, [application.id]);
  return {
    ...base,
    seat: {
      until: until.toISOString(),
      left: daysUntil(until, now),
      isOpen: now < until,
      isAccepted: offer.status === "accepted",
    },
    documents: acceptanceRequirements(definition).documents.map((document) => {
      const own = files.filter(({ documentKey }) => documentKey === document.id);
      const checkedAt = checks.find(({ documentKey }) => documentKey === document.id)?.checkedAt ?? "";
      const isChecked = own.length > 0 && own.every(({ createdAt }) => createdAt <= checkedAt);
      const view = laterDocument({ document, files: own, ownNames: [actor.name, application.name], language });
      return { ...view, isChecked };
    }),
  };
}

export function action(args: ActionFunctionArgs) {
  return laterAction(args, paths.my.afterSelection);
}

export default function AfterSelectionPage() {
  const { t } = useTranslation();
  const { applicationId, seat, documents } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() as LaterRefusal | undefined;
  const done = documents.filter(({ files }) => files.length > 0).length;
  return (
    <LaterPage
      applicationId={applicationId}
      title={t("documents:afterSelection.title")}
      lead={t("documents:afterSelection.lead")}
      refused={refused}
    >
      {seat === null && <EmptyState title={t("documents:afterSelection.none")} />}
      {seat && (
        <>
          <p>
            {t("documents:afterSelection.until")} <TimeStamp value={seat.until} /> <DaysInBrackets days={seat.left} />
          </p>
          {!seat.isOpen && <Notice tone="warning">{t("documents:afterSelection.over")}</Notice>}
          {!seat.isAccepted && (
            <Notice tone="warning">
              <p>{t("documents:afterSelection.notAccepted")}</p>
              <LinkButton to={paths.my.result(applicationId)} variant="secondary">
                {t("documents:afterSelection.toAnswer")}
              </LinkButton>
            </Notice>
          )}
          <ProgressBar label={t("documents:afterSelection.progress")} done={done} total={documents.length} />
          {documents.map((document) => (
            <DocumentCard
              key={document.id}
              document={document}
              readOnly={!seat.isOpen}
              refused={refused}
              tag={<StateTag isThere={document.files.length > 0} isChecked={document.isChecked} />}
            >
              {document.certificate && document.files.length === 0 && seat.isOpen && (
                <p className="muted small">{t("documents:certificate.later")}</p>
              )}
            </DocumentCard>
          ))}
        </>
      )}
    </LaterPage>
  );
}

function StateTag({ isThere, isChecked }: { readonly isThere: boolean; readonly isChecked: boolean }) {
  const { t } = useTranslation();
  if (isChecked) return <StatusTag tone="success">{t("documents:afterSelection.checked")}</StatusTag>;
  return isThere ? (
    <StatusTag tone="info">{t("documents:afterSelection.there")}</StatusTag>
  ) : (
    <StatusTag tone="warning">{t("documents:afterSelection.missing")}</StatusTag>
  );
}
