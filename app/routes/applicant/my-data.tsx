import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ApplicationStatusTag } from "./application-status-tag.tsx";
import { titleOf } from "./page-title.server.ts";
import { AccountCard } from "./rights/account-card.tsx";
import { KeptClasses, KeptWhy } from "./rights/kept-card.tsx";
import { myDataAction } from "./rights/my-data-action.server.ts";
import { ownDataView } from "./rights/own-data-view.server.ts";
import { AskedRequest, AskForm } from "./rights/request-card.tsx";
import { titleMeta } from "./title-meta.ts";
import { requireRole } from "#app/auth/guards.server.ts";
import { buttonClass } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { Notice } from "#app/components/notice.tsx";
import { translator } from "#app/i18n/i18n.server.ts";
import { languageOf } from "#app/i18n/language.server.ts";
import { paths } from "#app/paths.ts";

export const meta = titleMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireRole(request, "applicant");
  const language = languageOf(request);
  const t = translator(language);
  return {
    title: titleOf(t, t("rights:data.title")),
    done: new URL(request.url).searchParams.get("done"),
    ...(await ownDataView({ actor, language, now: context.arrivedAt })),
  };
}

export const action = myDataAction;

export default function MyDataPage() {
  const { t } = useTranslation();
  const { account, applications, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const doneSentence = done && !refused ? t(`rights:data.done.${done}`, { defaultValue: "" }) : "";
  const errorsOf = (id: string) =>
    (refused?.errors ?? []).filter((error) => error.id === id).map(({ message }) => message);
  const typed = refused?.typed;
  return (
    <>
      <PageHeader
        title={t("rights:data.title")}
        lead={t("rights:data.lead")}
        breadcrumbs={[
          { label: t("applicant:dashboard.title"), to: paths.my.dashboard() },
          { label: t("rights:data.title") },
        ]}
      />
      <ErrorSummary errors={refused?.errors ?? []} />
      {doneSentence && <Notice tone="success" role="status" title={doneSentence} />}
      <SectionCard title={t("rights:download.title")}>
        <p>{t("rights:download.text")}</p>
        <p className="muted small">{t("rights:download.limits")}</p>
        <a className={buttonClass({})} href={paths.my.dataArchive()} download>
          {t("rights:download.button")}
        </a>
      </SectionCard>
      {applications.length === 0 && <p>{t("rights:data.none")}</p>}
      {applications.map((kept) => (
        <SectionCard
          key={kept.id}
          title={kept.applicationNumber ? `${kept.title} · ${kept.applicationNumber}` : kept.title}
          actions={<ApplicationStatusTag status={kept.status} />}
        >
          <KeptClasses kept={kept} />
          <details>
            <summary>{t("rights:kept.why")}</summary>
            <KeptWhy kept={kept} />
          </details>
          <p>
            {t("rights:data.correct")}{" "}
            <Link to={paths.my.application(kept.id)}>{t("applicant:application.title")}</Link>
          </p>
          {kept.requests.map((request) => (
            <AskedRequest key={request.id} request={request} />
          ))}
          <AskForm
            applicationId={kept.id}
            typed={typed?.applicationId === kept.id ? typed : undefined}
            errorsOf={errorsOf}
          />
        </SectionCard>
      ))}
      <AccountCard account={account} typedName={typed?.name || undefined} errorsOf={errorsOf} />
    </>
  );
}
