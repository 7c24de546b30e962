import { useTranslation } from "react-i18next";
import type { PanelData } from "./panel-data.server.ts";
import { ConfirmBox } from "#app/components/form/confirm-box.tsx";
import { StatusTag } from "#app/components/status-tag.tsx";
import { DataTable, type Column } from "#app/components/table/data-table.tsx";

type Member = PanelData["members"][number];

/** Who reads in this stage, whether they are ready, and how far they have come. */
export function PanelTable({ page }: { readonly page: PanelData }) {
  const { t } = useTranslation();
  const track: Column<Member> = { key: "track", header: t("panel:pool.track"), cell: (row) => row.track };
  return (
    <DataTable
      caption={t("panel:pool.caption")}
      captionHidden
      rows={page.members}
      rowKey={({ memberId }) => memberId}
      empty={t("panel:pool.empty")}
      columns={[
        { key: "name", header: t("panel:pool.reviewer"), cell: ({ name }) => name, rowHeader: true },
        ...(page.tracks.length > 0 ? [track] : []),
        {
          key: "kind",
          header: t("panel:pool.kind"),
          cell: ({ isExternal }) => t(isExternal ? "panel:pool.external" : "panel:pool.internal"),
        },
        {
          key: "pledge",
          header: t("panel:pool.pledge"),
          cell: ({ hasPledged }) => <DoneTag isDone={hasPledged} />,
        },
        {
          key: "conflicts",
          header: t("panel:pool.conflicts"),
          cell: ({ hasDeclared }) => <DoneTag isDone={hasDeclared} />,
        },
        { key: "total", header: t("panel:pool.assigned"), cell: ({ total }) => total, align: "end" },
        { key: "started", header: t("panel:pool.started"), cell: ({ started }) => started, align: "end" },
        { key: "submitted", header: t("panel:pool.submitted"), cell: ({ submitted }) => submitted, align: "end" },
        { key: "left", header: t("panel:pool.left"), cell: ({ total, submitted }) => total - submitted, align: "end" },
        ...(page.mayChange ? [removal(t("panel:pool.actions"))] : []),
      ]}
    />
  );
}

function removal(header: string): Column<Member> {
  return { key: "remove", header, cell: (member) => <RemovalBox member={member} /> };
}

function RemovalBox({ member }: { readonly member: Member }) {
  const { t } = useTranslation();
  return (
    <ConfirmBox
      label={t("common:action.remove")}
      explanation={<p>{t("panel:pool.removeExplanation", { name: member.name })}</p>}
      confirmLabel={t("panel:pool.removeConfirm")}
      intent="remove"
    >
      <input type="hidden" name="memberId" value={member.memberId} />
    </ConfirmBox>
  );
}

function DoneTag({ isDone }: { readonly isDone: boolean }) {
  const { t } = useTranslation();
  return (
    <StatusTag tone={isDone ? "success" : "warning"}>{t(isDone ? "panel:pool.done" : "panel:pool.open")}</StatusTag>
  );
}
