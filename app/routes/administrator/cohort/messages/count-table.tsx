import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";
import { formatNumber } from "#app/i18n/format.ts";

export type KindCount = { readonly kind: string } & Readonly<Record<"queued" | "sent" | "failed" | "stopped", number>>;

const states = ["queued", "sent", "failed", "stopped"] as const;

/** How many messages of each kind are in which state; every number leads to its list. */
export function CountTable({ counts }: { readonly counts: readonly KindCount[] }) {
  const { t } = useTranslation();
  const sum = (state: (typeof states)[number]) => counts.reduce((all, count) => all + count[state], 0);
  const all = { kind: "", queued: sum("queued"), sent: sum("sent"), failed: sum("failed"), stopped: sum("stopped") };
  return (
    <SectionCard title={t("seats:messages.counts")}>
      <DataTable
        caption={t("seats:messages.counts")}
        captionHidden
        dense
        rows={[...counts, all]}
        rowKey={({ kind }) => kind}
        columns={[
          {
            key: "kind",
            header: t("seats:messages.kind"),
            rowHeader: true,
            cell: ({ kind }) =>
              kind === "" ? t("seats:messages.all") : t(`seats:messages.kinds.${kind}`, { defaultValue: kind }),
          },
          ...states.map((state) => ({
            key: state,
            header: t(`seats:messages.state.${state}`),
            align: "end" as const,
            cell: (count: KindCount) =>
              count[state] === 0 ? (
                "0"
              ) : (
                <Link to={`?${new URLSearchParams({ kind: count.kind, status: state }).toString()}`}>
                  {formatNumber(count[state])}
                </Link>
              ),
          })),
        ]}
      />
    </SectionCard>
  );
}
