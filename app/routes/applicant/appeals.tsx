import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { AppealForm } from "./appeals/appeal-form.tsx";
import { appealsAction } from "./appeals/appeals-action.server.ts";
import { appealsView, type AppealsView } from "./appeals/appeals-view.server.ts";
import { FiledAppeal } from "./appeals/filed-appeal.tsx";
import { ownApplication } from "./own-application.server.ts";
import { titleOf } from "./page-title.server.ts";
import { titleMeta } from "./title-meta.ts";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { Notice } from "#app/components/notice.tsx";
import { formatInstant, formatInstantWithSeconds, formatPeriod } from "#app/i18n/format.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { languageOf } from "#app/i18n/language.server.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { paths } from "#app/paths.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { application } = await ownApplication(args);
  const language = languageOf(args.request);
  const t = translator(language);
  return {
    title: titleOf(t, t("appeals:title")),
    done: new URL(args.request.url).searchParams.get("done"),
    ...(await appealsView({ application, language, now: args.context.arrivedAt })),
  };
}

export const action = appealsAction;

export default function AppealsPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = refused?.errors ?? [];
  const mayFile = view.windows.some(({ door }) => door === "open");
  const newest = view.appeals[0];
  return (
    <>
      <PageHeader
        title={t("appeals:title")}
        lead={view.applicationNumber ? `${view.cohortTitle} · ${view.applicationNumber}` : view.cohortTitle}
        breadcrumbs={[
          { label: t("applicant:dashboard.title"), to: paths.my.dashboard() },
          { label: t("applicant:application.title"), to: paths.my.application(view.applicationId) },
          { label: t("appeals:title") },
        ]}
      />
      <ErrorSummary errors={errors} />
      {refused?.arrivedAt && (
        <Notice tone="warning" role="status" title={t("appeals:arrivedTitle")}>
          <p>{t("appeals:arrived", { at: formatInstantWithSeconds(refused.arrivedAt, language) })}</p>
        </Notice>
      )}
      {!refused && view.done === "filed" && newest && (
        <Notice tone="success" role="status" title={t("appeals:done.filed", { number: newest.number })}>
          <p>{t("appeals:done.filedText")}</p>
        </Notice>
      )}
      {!refused && view.done === "withdrawn" && (
        <Notice tone="success" role="status" title={t("appeals:done.withdrawn")} />
      )}
      {view.appeals.map((appeal) => (
        <FiledAppeal key={appeal.id} appeal={appeal} />
      ))}
      <Windows view={view} />
      <NotAccepted view={view} />
      {mayFile ? (
        <AppealForm view={view} typed={refused?.typed} errors={errors} hadFiles={refused?.hadFiles ?? false} />
      ) : (
        refused?.typed?.statement && <Kept statement={refused.typed.statement} />
      )}
      <p>
        <Link to={paths.my.result(view.applicationId)}>{t("applicant:dashboard.toResult")}</Link>
      </p>
    </>
  );
}

function Windows({ view }: { readonly view: AppealsView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <SectionCard title={t("appeals:window.title")}>
      <ul>
        {view.windows.map(({ about, title, door, ...period }) => (
          <li key={about}>
            <strong>{title}</strong>: {formatPeriod(period, language)} ({t(`appeals:window.${door}`)})
          </li>
        ))}
        {view.planned && (
          <li>
            <strong>{t("appeals:final")}</strong>: {t("appeals:window.planned")} {formatPeriod(view.planned, language)}
          </li>
        )}
      </ul>
      {view.planned && <p>{t("appeals:window.plannedText", { at: formatInstant(view.planned.start, language) })}</p>}
      <p className="muted small">{t("appeals:window.rule")}</p>
    </SectionCard>
  );
}

function NotAccepted({ view }: { readonly view: AppealsView }) {
  const { t } = useTranslation();
  if (view.notAccepted.length === 0) return null;
  return (
    <SectionCard title={t("appeals:notAcceptedTitle")}>
      <ul>
        {view.notAccepted.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </SectionCard>
  );
}

/** What came too late is not taken, but nobody has to write it twice. */
function Kept({ statement }: { readonly statement: string }) {
  const { t } = useTranslation();
  return (
    <SectionCard title={t("appeals:keptTitle")}>
      <p className="prose">{statement}</p>
    </SectionCard>
  );
}
