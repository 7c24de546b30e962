import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ConfirmBox } from "#app/components/form/confirm-box.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { StatusTag } from "#app/components/status-tag.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";
import { paths } from "#app/paths.ts";
import type { ListedExtension } from "#db/queries/extensions.ts";

type Row = ListedExtension & { readonly state: "running" | "over" | "revoked" };

/** Every extension that was given, with what became of it. */
export function ExtensionTable({
  cohortId,
  extensions,
}: {
  readonly cohortId: string;
  readonly extensions: readonly Row[];
}) {
  const { t } = useTranslation();
  return (
    <SectionCard title={t("extension:manage.list")}>
      <DataTable
        caption={t("extension:manage.list")}
        captionHidden
        rows={extensions}
        rowKey={({ id }) => id}
        empty={t("extension:manage.none")}
        columns={[
          {
            key: "person",
            header: t("extension:manage.person"),
            rowHeader: true,
            cell: ({ applicationId, applicationNumber, name }) => (
              <Link to={paths.manage.application(cohortId, applicationId)}>
                {applicationNumber ?? t("extension:manage.draft")} · {name}
              </Link>
            ),
          },
          { key: "until", header: t("extension:manage.until"), cell: ({ until }) => <TimeStamp value={until} /> },
          { key: "reason", header: t("extension:manage.reason"), cell: ({ reason }) => reason },
          {
            key: "granted",
            header: t("extension:manage.grantedBy"),
            cell: ({ grantedByName, grantedAt }) => (
              <>
                {grantedByName} <TimeStamp value={grantedAt} />
              </>
            ),
          },
          {
            key: "state",
            header: t("extension:manage.state"),
            cell: ({ state, status }) => (
              <>
                <StatusTag tone={state === "running" ? "info" : "neutral"}>{t(`extension:manage.${state}`)}</StatusTag>{" "}
                <span className="small muted">
                  {t(`extension:manage.${status === "draft" || status === "expired" ? "notSubmitted" : "submitted"}`)}
                </span>
              </>
            ),
          },
          {
            key: "revoke",
            header: t("extension:manage.revoke"),
            cell: ({ id, state }) =>
              state === "running" && (
                <ConfirmBox
                  label={t("extension:manage.revoke")}
                  explanation={<p>{t("extension:manage.revokeText")}</p>}
                  confirmLabel={t("extension:manage.revokeConfirm")}
                  intent="revoke"
                >
                  <input type="hidden" name="extensionId" value={id} />
                </ConfirmBox>
              ),
          },
        ]}
      />
    </SectionCard>
  );
}
