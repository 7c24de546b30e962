import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { DryRun } from "./scores-action.server.ts";
import { HiddenIntent } from "#app/components/form/hidden-intent.tsx";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Stat, Stats } from "#app/components/stat.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";

type DryRunCardProps = {
  readonly dryRun: DryRun;
  /** How many applications have imported scores now, which the file replaces. */
  readonly replaces: number;
};

/** What the file would bring, before anything is stored. */
export function DryRunCard({ dryRun, replaces }: DryRunCardProps) {
  const { t } = useTranslation();
  const { columns, rows, absent, absentCount, looksLikeShares } = dryRun;
  return (
    <SectionCard title={t("panel:dryRun.title")}>
      <Notice>{t("panel:dryRun.nothingStored", { file: dryRun.fileName })}</Notice>
      <Stats>
        <Stat value={dryRun.rowCount} label={t("panel:dryRun.rows")} />
        <Stat value={absentCount} label={t("panel:dryRun.absent")} />
        <Stat value={replaces} label={t("panel:dryRun.replaces")} />
      </Stats>
      {looksLikeShares.length > 0 && (
        <Notice tone="warning">{t("panel:dryRun.shares", { columns: looksLikeShares.join(", ") })}</Notice>
      )}
      <DataTable
        caption={t("panel:dryRun.firstRows")}
        rows={rows}
        rowKey={({ number }) => number}
        columns={[
          { key: "number", header: t("panel:scores.number"), cell: ({ number }) => number, rowHeader: true },
          ...columns.map((header, index) => ({
            key: `column-${index}`,
            header,
            align: "end" as const,
            cell: ({ values }: (typeof rows)[number]) => values[index] ?? "",
          })),
        ]}
      />
      {absentCount > 0 && (
        <Notice tone="warning" title={t("panel:dryRun.absentTitle", { applications: absentCount })}>
          <p>{t("panel:dryRun.absentText")}</p>
          <p>{absent.join(", ")}</p>
        </Notice>
      )}
      <Form method="post">
        <HiddenIntent value="import" />
        <input type="hidden" name="sha256" value={dryRun.sha256} />
        <input type="hidden" name="fileName" value={dryRun.fileName} />
        <div className="actions">
          <SubmitButton>{t("panel:dryRun.confirm", { rows: dryRun.rowCount })}</SubmitButton>
          <a href="?">{t("common:action.cancel")}</a>
        </div>
      </Form>
    </SectionCard>
  );
}
