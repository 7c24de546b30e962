import { useTranslation } from "react-i18next";
import type { DeskAnswer } from "./desk-action.server.ts";
import type { DeskData } from "./desk-data.server.ts";
import { Notice } from "#app/components/notice.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";
import { text } from "#app/domain/programme/text.ts";
import { useLanguage } from "#app/i18n/use-language.ts";

type StaleSheetProps = {
  readonly desk: DeskData;
  readonly typed: DeskAnswer["typed"];
  readonly stored: NonNullable<DeskAnswer["stale"]>;
};

/** Saved in another window meanwhile: both side by side, the form below keeps what was typed here. */
export function StaleSheet({ desk, typed, stored }: StaleSheetProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const rows = [
    ...desk.rubric.criteria.map(({ id, label }) => ({
      key: id,
      label: text(label, language),
      stored: stored.scores[id] ?? "",
      typed: typed.scores[id] ?? "",
    })),
    { key: "comment", label: t("reviewer:desk.comment"), stored: stored.comment, typed: typed.comment },
  ];
  return (
    <Notice tone="warning" title={t("reviewer:desk.staleTitle")}>
      <p>{t("reviewer:desk.staleText")}</p>
      <DataTable
        caption={t("reviewer:desk.staleCaption")}
        dense
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: "label", header: t("reviewer:desk.criterion"), cell: ({ label }) => label, rowHeader: true },
          { key: "stored", header: t("reviewer:desk.stored"), cell: (row) => row.stored || t("common:answer.none") },
          { key: "typed", header: t("reviewer:desk.typed"), cell: (row) => row.typed || t("common:answer.none") },
        ]}
      />
    </Notice>
  );
}
