import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DocumentCard, type LaterRefusal } from "./later/document-card.tsx";
import { laterAction } from "./later/later-action.server.ts";
import { LaterPage } from "./later/later-page.tsx";
import { laterDocument, ownDocuments } from "./later/own-documents.server.ts";
import { RequestStateTag } from "./later/request-state-tag.tsx";
import { titleOf } from "./page-title.server.ts";
import { titleMeta } from "./title-meta.ts";
import { uploadHeaders } from "./upload-answer.server.ts";
import { DaysInBrackets } from "#app/components/clock/days-left.tsx";
import { daysUntil } from "#app/components/clock/days-until.ts";
import { EmptyState } from "#app/components/empty-state.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";
import { mayBeAsked, requestState } from "#app/domain/documents/hand-in.ts";
import { documentById } from "#app/domain/programme/documents.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { paths } from "#app/paths.ts";
import { reads } from "#app/runtime.server.ts";
import { listRequestsOfApplication } from "#db/queries/document-requests.ts";

export const meta = titleMeta;
export const headers = uploadHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { actor, application, definition, files, language } = await ownDocuments(args);
  const now = args.context.arrivedAt;
  const t = translator(language);
  const requests = await listRequestsOfApplication(reads, application.id);
  return {
    title: titleOf(t, t("documents:completion.title")),
    applicationId: application.id,
    requests: requests.flatMap(({ id, documentKey, reason, requestedAt, dueAt, fulfilledAt, cancelledAt }, index) => {
      const document = documentById(definition, documentKey);
      // Asked twice for one document, it is handed in once: at the newer request.
      const isNewest = requests.findIndex((other) => other.documentKey === documentKey) === index;
      const state = requestState({ dueAt, fulfilledAt, cancelledAt }, now);
      if (!document) return [];
      const own = files.filter((file) => file.documentKey === documentKey && file.createdAt >= requestedAt);
      return {
        id,
        reason,
        requestedAt,
        dueAt,
        fulfilledAt,
        state,
        left: daysUntil(dueAt, now),
        isOpen: isNewest && cancelledAt === null && now < new Date(dueAt) && mayBeAsked(application.status),
        document: laterDocument({ document, files: own, ownNames: [actor.name, application.name], language }),
      };
    }),
  };
}

export function action(args: ActionFunctionArgs) {
  return laterAction(args, paths.my.completion);
}

export default function CompletionPage() {
  const { t } = useTranslation();
  const { applicationId, requests } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() as LaterRefusal | undefined;
  return (
    <LaterPage
      applicationId={applicationId}
      title={t("documents:completion.title")}
      lead={t("documents:completion.lead")}
      refused={refused}
    >
      {requests.length === 0 && <EmptyState title={t("documents:completion.none")} />}
      {requests.map(({ id, reason, requestedAt, dueAt, fulfilledAt, state, left, isOpen, document }) => (
        <DocumentCard
          key={id}
          document={document}
          readOnly={!isOpen}
          refused={refused}
          tag={<RequestStateTag state={state} />}
        >
          <p>{t("documents:completion.reason", { reason })}</p>
          <p>
            {t("documents:completion.due")} <TimeStamp value={dueAt} />{" "}
            {state === "waiting" && <DaysInBrackets days={left} />}
          </p>
          <p className="muted small">
            {t("documents:completion.asked")} <TimeStamp value={requestedAt} />
          </p>
          {fulfilledAt && (
            <p>
              {t("documents:completion.fulfilled")} <TimeStamp value={fulfilledAt} as="seconds" />
            </p>
          )}
          {state === "overdue" && <p>{t("documents:completion.overdueText")}</p>}
          {state === "cancelled" && <p>{t("documents:completion.cancelledText")}</p>}
        </DocumentCard>
      ))}
    </LaterPage>
  );
}
