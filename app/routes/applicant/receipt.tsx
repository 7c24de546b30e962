import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { comingDates } from "./coming-dates.server.ts";
import { ownApplication } from "./own-application.server.ts";
import { titleOf } from "./page-title.server.ts";
import { receiptOf } from "./receipt-of.server.ts";
import { submissionChanges } from "./submission-changes.server.ts";
import { SubmissionChanges } from "./submission-changes.tsx";
import { SubmissionVersions } from "./submission-versions.tsx";
import { titleMeta } from "./title-meta.ts";
import { Button, buttonClass } from "#app/components/button.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { Notice } from "#app/components/notice.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";
import { windowOf } from "#app/domain/programme/calendar.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { languageOf } from "#app/i18n/language.server.ts";
import { paths } from "#app/paths.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const page = await ownApplication(args);
  const language = languageOf(args.request);
  const t = translator(language);
  const { application, definition, readOnly, closesAt } = page;
  const { url: _url, ...receipt } = await receiptOf(page, language);
  const applicationId = application.id;
  const last = receipt.submissions.length;
  const asked = Number(new URL(args.request.url).searchParams.get("changes") ?? last);
  const dates = await comingDates({ ...page, language, now: args.context.arrivedAt });
  return {
    ...receipt,
    title: titleOf(t, t("applicant:receipt.title")),
    applicationId,
    fingerprint: receipt.submissions.at(-1)?.sha256 ?? "",
    changes: last > 1 ? await submissionChanges({ applicationId, number: asked, language }) : null,
    closesAt: closesAt.toISOString(),
    isExtended: closesAt > windowOf(definition, "application").end,
    canChange: readOnly === undefined,
    hasDates: dates.length > 0,
  };
}

export default function ReceiptPage() {
  const { t } = useTranslation();
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("applicant:receipt.title")}
        lead={page.cohort}
        breadcrumbs={[
          { label: t("applicant:dashboard.title"), to: paths.my.dashboard() },
          { label: t("applicant:receipt.title") },
        ]}
        actions={<PrintButton />}
      />
      {page.isWithdrawn ? (
        <Notice tone="warning" title={t("applicant:receipt.withdrawn")} />
      ) : (
        <Notice tone="success" role="status" title={t("applicant:receipt.received")}>
          <p>{t("applicant:receipt.receivedText")}</p>
        </Notice>
      )}
      <SectionCard title={page.applicationNumber}>
        <DescriptionList
          items={[
            { term: t("applicant:application.number"), description: <strong>{page.applicationNumber}</strong> },
            { term: t("applicant:receipt.name"), description: page.name },
            {
              term: t("applicant:application.submittedAt"),
              description: <TimeStamp value={page.submittedAt} as="seconds" />,
            },
            { term: t("applicant:receipt.track"), description: page.firstChoice },
            { term: t("applicant:receipt.secondTrack"), description: page.secondChoice },
            {
              term: t("applicant:receipt.fingerprint"),
              description: page.fingerprint && <span className="code">{page.fingerprint}</span>,
            },
            { term: t("applicant:receipt.organisation"), description: page.organisation },
            { term: t("applicant:receipt.contact"), description: page.contact },
          ]}
        />
        <p className="muted small">{t("applicant:receipt.fingerprintText")}</p>
        <div className="actions no-print">
          <a className={buttonClass({})} href={paths.my.receiptPdf(page.applicationId)} download>
            {t("extension:receipt.pdf")}
          </a>
          {page.hasDates && (
            <a className={buttonClass({ variant: "secondary" })} href={paths.my.calendar(page.applicationId)} download>
              {t("extension:receipt.calendar")}
            </a>
          )}
        </div>
      </SectionCard>
      {page.submissions.length > 1 && (
        <SubmissionVersions submissions={page.submissions} shown={page.changes?.number ?? null} />
      )}
      {page.changes && <SubmissionChanges changes={page.changes} />}
      {page.canChange && (
        <p>
          {page.isExtended && <>{t("extension:receipt.extended")} </>}
          {t("applicant:receipt.mayChange")} <TimeStamp value={page.closesAt} />{" "}
          <Link to={paths.my.application(page.applicationId)}>{t("applicant:dashboard.change")}</Link>
        </p>
      )}
    </>
  );
}

/** Without scripts the browser's own menu prints. */
function PrintButton() {
  const { t } = useTranslation();
  const hasScripts = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
  if (!hasScripts) return null;
  return (
    <Button variant="secondary" onClick={() => window.print()}>
      {t("common:action.print")}
    </Button>
  );
}

function neverChanges() {
  return () => undefined;
}
