import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { AppealStatusTag } from "../../applicant/appeals/appeal-status-tag.tsx";
import { pageMeta } from "../page-meta.ts";
import { appealRegister } from "./appeals/appeal-register.server.ts";
import { OpenAppeal } from "./appeals/open-appeal.tsx";
import { requireManagedCohort } from "./managed-cohort.server.ts";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Notice } from "#app/components/notice.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";
import { readFormData } from "#app/http/form.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { paths } from "#app/paths.ts";
import { db } from "#app/runtime.server.ts";
import { decideAppeal } from "#app/use-cases/decide-appeal.ts";
import { recordAccess } from "#app/use-cases/record-access.ts";

export const meta = pageMeta;

/** The register; `?open` shows one appeal, which is somebody's own words: opening it is recorded. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, cohort, language, t, titleOf } = await requireManagedCohort({ request, params });
  const search = new URL(request.url).searchParams;
  const now = context.arrivedAt;
  const register = await appealRegister({ cohort, language, now, open: search.get("open") });
  if (search.has("open") && !register.open) throw notFound();
  if (register.open) {
    const { applicationId } = register.open;
    await recordAccess(db, actor, { cohortId: cohort.id, applicationId, event: "appeal_opened", now });
  }
  return { title: titleOf(t("appeals:staff.title")), cohortId: cohort.id, done: search.get("done"), ...register };
}

const fieldOf: Readonly<Record<string, string>> = {
  "verdict-needed": "verdict",
  "answer-needed": "answer",
  "answer-too-long": "answer",
  "resident-number": "answer",
  "minute-needed": "minuteNumber",
};

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, cohort } = await requireManagedCohort({ request, params });
  const form = await readFormData(request);
  const textOf = (name: string) => String(form.get(name) ?? "");
  const typed = { verdict: textOf("verdict"), answer: textOf("answer"), minuteNumber: textOf("minuteNumber") };
  const appealId = textOf("appealId");
  const decided = await decideAppeal(db, actor, { cohortId: cohort.id, appealId, ...typed, now: new Date() });
  if (decided.ok) {
    return redirect(`${paths.manage.appeals(cohort.id)}?open=${encodeURIComponent(appealId)}&done=${decided.value}`);
  }
  if (decided.refusal === "not-yours") throw notFound();
  const id = fieldOf[decided.refusal];
  const error: { readonly message: string; readonly id?: string } = {
    message: `appeals:refusal.${decided.refusal}`,
    ...(id ? { id } : {}),
  };
  return data({ error, typed }, { status: id ? 400 : 409 });
}

export default function AppealsPage() {
  const { t } = useTranslation();
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const doneSentence = page.done && !refused ? t(`appeals:staff.done.${page.done}`, { defaultValue: "" }) : "";
  const { manage } = paths;
  return (
    <>
      <PageHeader title={t("appeals:staff.title")} lead={t("appeals:staff.lead", { days: page.answerWithin })} />
      <ErrorSummary errors={refused ? [refused.error] : []} />
      {doneSentence && <Notice tone="success" role="status" title={doneSentence} />}
      {page.open && (
        <OpenAppeal
          key={page.open.id}
          appeal={page.open}
          cohortId={page.cohortId}
          typed={refused?.typed}
          error={refused?.error}
        />
      )}
      <DataTable
        caption={t("appeals:staff.caption")}
        rows={page.rows}
        rowKey={({ id }) => id}
        empty={t("appeals:staff.empty")}
        columns={[
          {
            key: "number",
            header: t("appeals:staff.number"),
            rowHeader: true,
            cell: ({ id, number }) => (
              <Link to={`${manage.appeals(page.cohortId)}?open=${encodeURIComponent(id)}`}>{number}</Link>
            ),
          },
          { key: "application", header: t("appeals:staff.application"), cell: (row) => row.applicationNumber },
          { key: "about", header: t("appeals:form.about"), cell: ({ about }) => about },
          { key: "ground", header: t("appeals:form.ground"), cell: ({ ground }) => t(`appeals:ground.${ground}`) },
          { key: "arrived", header: t("appeals:filed.arrivedAt"), cell: (row) => <TimeStamp value={row.arrivedAt} /> },
          {
            key: "due",
            header: t("appeals:filed.answerBy"),
            cell: ({ answerBy, left }) => (
              <>
                <TimeStamp value={answerBy} as="date" />
                {left !== null && <DaysLeft left={left} />}
              </>
            ),
          },
          { key: "status", header: t("appeals:staff.status"), cell: (row) => <AppealStatusTag status={row.status} /> },
        ]}
      />
    </>
  );
}

/** Business days to the last day for the answer. */
function DaysLeft({ left }: { readonly left: number }) {
  const { t } = useTranslation();
  const days = Math.abs(left);
  const key = left < 0 ? "overdue" : left === 0 ? "today" : "left";
  return (
    <>
      {" "}
      <strong>({t(`appeals:staff.${key}`, { days })})</strong>
    </>
  );
}
