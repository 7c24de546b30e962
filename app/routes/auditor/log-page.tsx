import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ChainCheck } from "./chain-check.tsx";
import type { RecordNames } from "./log-detail.tsx";
import { LogTable, type LogRow } from "./log-table.tsx";

type LogPageProps = {
  readonly rows: readonly LogRow[];
  readonly names: RecordNames;
  readonly isFirst: boolean;
  /** The sequence before which the next page begins; null on the last. */
  readonly older: number | null;
  readonly checked: { readonly size: number; readonly brokenAt: number | null } | undefined;
};

/** The log of a cohort, for administrators and auditors alike. */
export function LogPage({ rows, names, isFirst, older, checked }: LogPageProps) {
  const { t } = useTranslation();
  return (
    <>
      <ChainCheck checked={checked} />
      <LogTable rows={rows} names={names} caption={t("auditor:log.caption")} />
      <nav className="actions" aria-label={t("common:pagination.label")}>
        {!isFirst && <Link to="?">{t("auditor:log.newest")}</Link>}
        {older !== null && <Link to={`?before=${older}`}>{t("auditor:log.older")}</Link>}
      </nav>
    </>
  );
}
