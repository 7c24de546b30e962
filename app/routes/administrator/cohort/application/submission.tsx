import { useTranslation } from "react-i18next";
import { DescriptionList } from "#app/components/description-list.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";
import { StatusTag } from "#app/components/status-tag.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";
import { formatBytes } from "#app/i18n/format.ts";
import { paths } from "#app/paths.ts";

type SubmissionProps = {
  readonly account: string;
  readonly createdAt: string;
  readonly submittedAt: string | null;
  readonly submissions: readonly { readonly number: number; readonly arrivedAt: string; readonly sha256: string }[];
  readonly files: readonly {
    readonly id: string;
    readonly document: string;
    readonly name: string;
    readonly size: number;
    readonly scan: "off" | "waiting" | "clean" | "infected";
    readonly fault: string | null;
  }[];
  readonly consents: readonly {
    readonly id: string;
    readonly name: string;
    readonly givenAt: string;
    readonly withdrawnAt: string | null;
  }[];
};

/** How and when it arrived, what came with it, and what was agreed to. */
export function Submission({ account, createdAt, submittedAt, submissions, files, consents }: SubmissionProps) {
  const { t } = useTranslation();
  return (
    <SectionCard title={t("administrator:application.submission")}>
      <DescriptionList
        items={[
          { term: t("administrator:application.account"), description: account },
          { term: t("administrator:application.begun"), description: <TimeStamp value={createdAt} /> },
          {
            term: t("administrator:application.submitted"),
            description: submittedAt && <TimeStamp value={submittedAt} as="seconds" />,
          },
        ]}
      />
      {submissions.length > 0 && (
        <DataTable
          caption={t("administrator:application.submissions")}
          dense
          rows={submissions}
          rowKey={({ number }) => number}
          columns={[
            {
              key: "number",
              header: t("administrator:application.submissionNumber"),
              rowHeader: true,
              cell: ({ number }) => number,
            },
            {
              key: "arrived",
              header: t("administrator:application.arrived"),
              cell: ({ arrivedAt }) => <TimeStamp value={arrivedAt} as="seconds" />,
            },
            { key: "sha256", header: "SHA-256", cell: ({ sha256 }) => <span className="code">{sha256}</span> },
          ]}
        />
      )}
      <h3>{t("administrator:application.files")}</h3>
      {files.length === 0 && <p>{t("administrator:application.noFiles")}</p>}
      <ul>
        {files.map(({ id, document, name, size, scan, fault }) => (
          <li key={id}>
            {document}: {isOpen(scan) ? <a href={paths.file(id)}>{name}</a> : name} ({formatBytes(size)})
            {scan !== "off" && ` · ${t(`administrator:application.fileScan.${scan}`)}`}
            {fault !== null && (
              <>
                {" "}
                <StatusTag tone="warning">{t(`administrator:application.fileFault.${fault}`)}</StatusTag>
              </>
            )}
          </li>
        ))}
      </ul>
      {files.some(({ scan }) => scan === "off") && (
        <p className="muted">{t("administrator:application.fileScan.off")}</p>
      )}
      <h3>{t("administrator:application.consents")}</h3>
      {consents.length === 0 && <p>{t("administrator:application.noConsents")}</p>}
      <ul>
        {consents.map(({ id, name, givenAt, withdrawnAt }) => (
          <li key={id}>
            {name} · <TimeStamp value={givenAt} />
            {withdrawnAt && (
              <>
                {" "}
                · {t("administrator:application.consentWithdrawn")} <TimeStamp value={withdrawnAt} />
              </>
            )}
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}

function isOpen(scan: SubmissionProps["files"][number]["scan"]): boolean {
  return scan === "off" || scan === "clean";
}
