import { useTranslation } from "react-i18next";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";

export type Comparison = {
  readonly createdAt: string;
  readonly isSameDigest: boolean;
  readonly total: number;
  readonly changes: readonly { readonly applicationNo: string; readonly before: string; readonly after: string }[];
};

/** Whose outcome the run changed against the run before it. */
export function RunComparison({ createdAt, isSameDigest, total, changes }: Comparison) {
  const { t } = useTranslation();
  return (
    <SectionCard title={t("selection:run.comparison")}>
      <p>
        {t("selection:run.comparedWith")} <TimeStamp value={createdAt} as="seconds" />.{" "}
        {t(isSameDigest ? "selection:run.sameDigest" : "selection:run.otherDigest")}
      </p>
      {total === 0 ? (
        <p>{t("selection:run.noChange")}</p>
      ) : (
        <DataTable
          caption={t("selection:run.changes", { people: total })}
          rows={changes}
          rowKey={({ applicationNo }) => applicationNo}
          columns={[
            {
              key: "number",
              header: t("selection:applicationNumber"),
              rowHeader: true,
              cell: ({ applicationNo }) => applicationNo,
            },
            { key: "before", header: t("selection:run.before"), cell: ({ before }) => before },
            { key: "after", header: t("selection:run.after"), cell: ({ after }) => after },
          ]}
        />
      )}
    </SectionCard>
  );
}
