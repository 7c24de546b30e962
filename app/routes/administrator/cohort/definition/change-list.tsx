import { useTranslation } from "react-i18next";
import { Notice } from "#app/components/notice.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";
import type { DefinitionChange } from "#app/domain/cohort/definition-changes.ts";
import { formatNumber } from "#app/i18n/format.ts";

const SHOWN_AT_MOST = 200;

type ChangeListProps = {
  readonly changes: readonly DefinitionChange[];
  readonly touched: { readonly submitted: number; readonly drafts: number };
};

/** What a new version would change, place by place, and how many people applied under the rules in use. */
export function ChangeList({ changes, touched }: ChangeListProps) {
  const { t } = useTranslation();
  return (
    <>
      <Notice role="status" title={t("administrator:definition.changes", { changes: formatNumber(changes.length) })}>
        <p>
          {t("administrator:definition.touched", {
            submitted: formatNumber(touched.submitted),
            drafts: formatNumber(touched.drafts),
          })}
        </p>
      </Notice>
      <DataTable
        caption={t("administrator:definition.changesCaption")}
        dense
        rows={changes.slice(0, SHOWN_AT_MOST)}
        rowKey={({ path }, index) => `${path} ${index}`}
        columns={[
          {
            key: "path",
            header: t("administrator:definition.path"),
            rowHeader: true,
            cell: ({ path }) => <span className="code">{path}</span>,
          },
          {
            key: "before",
            header: t("administrator:definition.before"),
            cell: ({ before }) => <Value value={before} absent={t("administrator:definition.absent")} />,
          },
          {
            key: "after",
            header: t("administrator:definition.after"),
            cell: ({ after }) => <Value value={after} absent={t("administrator:definition.absent")} />,
          },
        ]}
      />
      {changes.length > SHOWN_AT_MOST && (
        <p>{t("administrator:definition.moreChanges", { more: formatNumber(changes.length - SHOWN_AT_MOST) })}</p>
      )}
    </>
  );
}

function Value({ value, absent }: { readonly value: string | undefined; readonly absent: string }) {
  if (value === undefined) return <span className="muted">{absent}</span>;
  return value.length > 300 ? `${value.slice(0, 300)}…` : value;
}
