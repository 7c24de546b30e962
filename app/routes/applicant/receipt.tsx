import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { ownApplication } from "./own-application.server.ts";
import { titleOf } from "./page-title.server.ts";
import { titleMeta } from "./title-meta.ts";
import { Button } from "#app/components/button.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { Notice } from "#app/components/notice.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";
import { windowOf } from "#app/domain/programme/calendar.ts";
import { text } from "#app/domain/programme/text.ts";
import { notFound } from "#app/http/responses.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { languageOf } from "#app/i18n/language.server.ts";
import { paths } from "#app/paths.ts";
import { reads } from "#app/runtime.server.ts";
import { listSubmissions } from "#db/queries/submissions.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { application, definition, readOnly } = await ownApplication(args);
  const { applicationNumber, submittedAt } = application;
  if (applicationNumber === null || submittedAt === null) throw notFound();
  const language = languageOf(args.request);
  const t = translator(language);
  const track = (id: string | null) => text(definition.tracks.find((each) => each.id === id)?.title, language);
  const submissions = await listSubmissions(reads, application.id);
  return {
    title: titleOf(t, t("applicant:receipt.title")),
    applicationId: application.id,
    applicationNumber,
    submittedAt,
    name: application.name,
    cohortTitle: text(definition.title, language),
    organisation: text(definition.organisation.name, language),
    contact: `${definition.organisation.phone} · ${definition.organisation.email}`,
    firstChoice: track(application.firstChoice),
    secondChoice: track(application.secondChoice),
    fingerprint: submissions.at(-1)?.sha256 ?? "",
    submissions: submissions.map(({ number, arrivedAt, sha256 }) => ({ number, arrivedAt, sha256 })),
    closesAt: windowOf(definition, "application").end.toISOString(),
    canChange: readOnly === undefined,
    isWithdrawn: application.status === "withdrawn",
  };
}

export default function ReceiptPage() {
  const { t } = useTranslation();
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("applicant:receipt.title")}
        lead={page.cohortTitle}
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
      </SectionCard>
      {page.submissions.length > 1 && (
        <SectionCard title={t("applicant:receipt.submissions")}>
          <DataTable
            caption={t("applicant:receipt.submissions")}
            captionHidden
            rows={page.submissions}
            rowKey={({ number }) => number}
            columns={[
              { key: "number", header: t("applicant:receipt.ordinal"), cell: ({ number }) => number, rowHeader: true },
              {
                key: "arrivedAt",
                header: t("applicant:application.submittedAt"),
                cell: ({ arrivedAt }) => <TimeStamp value={arrivedAt} as="seconds" />,
              },
              {
                key: "sha256",
                header: t("applicant:receipt.fingerprint"),
                cell: ({ sha256 }) => <span className="code">{sha256}</span>,
              },
            ]}
          />
        </SectionCard>
      )}
      {page.canChange && (
        <p>
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
