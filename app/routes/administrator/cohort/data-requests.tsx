import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { pageMeta } from "../page-meta.ts";
import { OpenRequest } from "./data-requests/open-request.tsx";
import { requireManagedCohort } from "./managed-cohort.server.ts";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Notice } from "#app/components/notice.tsx";
import { StatusTag } from "#app/components/status-tag.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";
import { dayInSeoul } from "#app/domain/programme/day.ts";
import { readFormData } from "#app/http/form.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { paths } from "#app/paths.ts";
import { db, reads } from "#app/runtime.server.ts";
import { answerDataRequest } from "#app/use-cases/answer-data-request.ts";
import { listDataRequestsOfCohort } from "#db/queries/data-requests.ts";

export const meta = pageMeta;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { cohort, t, titleOf } = await requireManagedCohort({ request, params });
  const search = new URL(request.url).searchParams;
  const requests = await listDataRequestsOfCohort(reads, cohort.id);
  const today = dayInSeoul(context.arrivedAt);
  const open = requests.find(({ id }) => id === search.get("open"));
  if (search.has("open") && !open) throw notFound();
  return {
    title: titleOf(t("rights:staff.title")),
    cohortId: cohort.id,
    done: search.get("done"),
    open: open ?? null,
    rows: requests.map(({ id, kind, status, arrivedAt, answerBy, applicationNumber }) => ({
      id,
      kind,
      status,
      arrivedAt,
      answerBy,
      applicationNumber,
      isOverdue: status === "open" && today > answerBy,
    })),
  };
}

const fieldOf: Readonly<Record<string, string>> = {
  "verdict-needed": "verdict",
  "answer-needed": "answer",
  "answer-too-long": "answer",
  "resident-number": "answer",
};

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, cohort } = await requireManagedCohort({ request, params });
  const form = await readFormData(request);
  const textOf = (name: string) => String(form.get(name) ?? "");
  const typed = { verdict: textOf("verdict"), answer: textOf("answer") };
  const requestId = textOf("requestId");
  const answered = await answerDataRequest(db, actor, { cohortId: cohort.id, requestId, ...typed, now: new Date() });
  if (answered.ok) {
    return redirect(`${paths.manage.dataRequests(cohort.id)}?open=${encodeURIComponent(requestId)}&done=answered`);
  }
  if (answered.refusal === "not-yours") throw notFound();
  const id = fieldOf[answered.refusal];
  const error: { readonly message: string; readonly id?: string } = {
    message: `rights:refusal.${answered.refusal}`,
    ...(id ? { id } : {}),
  };
  return data({ error, typed }, { status: id ? 400 : 409 });
}

const tones = { open: "info", done: "success", refused: "neutral" } as const;

export default function DataRequestsPage() {
  const { t } = useTranslation();
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const path = paths.manage.dataRequests(page.cohortId);
  return (
    <>
      <PageHeader title={t("rights:staff.title")} lead={t("rights:staff.lead")} />
      <ErrorSummary errors={refused ? [refused.error] : []} />
      {page.done === "answered" && !refused && (
        <Notice tone="success" role="status" title={t("rights:staff.answered")} />
      )}
      {page.open && (
        <OpenRequest
          key={page.open.id}
          request={page.open}
          cohortId={page.cohortId}
          typed={refused?.typed}
          error={refused?.error}
        />
      )}
      <DataTable
        caption={t("rights:staff.caption")}
        rows={page.rows}
        rowKey={({ id }) => id}
        empty={t("rights:staff.empty")}
        columns={[
          {
            key: "kind",
            header: t("rights:staff.kind"),
            rowHeader: true,
            cell: ({ id, kind }) => (
              <Link to={`${path}?open=${encodeURIComponent(id)}`}>{t(`rights:request.kind.${kind}`)}</Link>
            ),
          },
          {
            key: "application",
            header: t("applicant:application.number"),
            cell: ({ applicationNumber }) => applicationNumber ?? t("administrator:applications.noNumber"),
          },
          { key: "arrived", header: t("rights:request.arrivedAt"), cell: (row) => <TimeStamp value={row.arrivedAt} /> },
          {
            key: "due",
            header: t("rights:request.answerBy"),
            cell: ({ answerBy, isOverdue }) => (
              <>
                <TimeStamp value={answerBy} as="date" /> {isOverdue && <strong>({t("rights:staff.overdue")})</strong>}
              </>
            ),
          },
          {
            key: "status",
            header: t("rights:staff.status"),
            cell: ({ status }) => <StatusTag tone={tones[status]}>{t(`rights:request.status.${status}`)}</StatusTag>,
          },
        ]}
      />
    </>
  );
}
