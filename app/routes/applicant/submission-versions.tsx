import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";
import type { Receipt } from "#app/print/documents/receipt.ts";

type SubmissionVersionsProps = {
  readonly submissions: Receipt["submissions"];
  /** Whose changes are on the page. */
  readonly shown: number | null;
};

/** Every submission with when it arrived, and a way to what it changed. */
export function SubmissionVersions({ submissions, shown }: SubmissionVersionsProps) {
  const { t } = useTranslation();
  const changesOf = (number: number) => {
    if (number === 1) return t("extension:versions.first");
    if (number === shown) return <a href="#changes">{t("extension:versions.shown")}</a>;
    return (
      <Link to={`?changes=${number}#changes`} preventScrollReset>
        {t("extension:versions.show")}
      </Link>
    );
  };
  return (
    <SectionCard title={t("extension:versions.title")}>
      <p>{t("extension:versions.count", { times: submissions.length })}</p>
      <DataTable
        caption={t("extension:versions.title")}
        captionHidden
        rows={submissions}
        rowKey={({ number }) => number}
        columns={[
          { key: "number", header: t("applicant:receipt.ordinal"), cell: ({ number }) => number, rowHeader: true },
          {
            key: "arrivedAt",
            header: t("applicant:application.submittedAt"),
            cell: ({ arrivedAt }) => <TimeStamp value={arrivedAt} as="seconds" />,
          },
          { key: "changes", header: t("extension:versions.answers"), cell: ({ number }) => changesOf(number) },
          {
            key: "sha256",
            header: t("applicant:receipt.fingerprint"),
            cell: ({ sha256 }) => <span className="code">{sha256}</span>,
          },
        ]}
      />
    </SectionCard>
  );
}
