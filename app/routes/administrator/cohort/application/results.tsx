import { useTranslation } from "react-i18next";
import { DescriptionList } from "#app/components/description-list.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";
import { formatNumber } from "#app/i18n/format.ts";

type ResultsProps = {
  readonly entries: readonly {
    readonly id: string;
    readonly stage: string;
    readonly evaluationNumber: string;
    readonly outcome: string;
    readonly score: string | null;
    readonly reason: string | null;
  }[];
  readonly decision:
    | {
        readonly outcome: string;
        readonly track: string;
        readonly reserveNumber: number | null;
        readonly total: string | null;
        readonly publishedAt: string;
      }
    | undefined;
  readonly offers: readonly {
    readonly id: string;
    readonly track: string;
    readonly status: string;
    readonly heldAt: string;
    readonly respondBy: string | null;
    readonly answeredAt: string | null;
  }[];
  readonly messages: readonly {
    readonly id: string;
    readonly kind: string;
    readonly status: string;
    readonly subject: string | null;
    readonly createdAt: string;
    readonly sentAt: string | null;
  }[];
};

/** Stages, the published decision, offers, and everything this person was told. */
export function Results({ entries, decision, offers, messages }: ResultsProps) {
  const { t } = useTranslation();
  return (
    <SectionCard title={t("administrator:application.results")}>
      <DataTable
        caption={t("administrator:application.stages")}
        rows={entries}
        rowKey={({ id }) => id}
        columns={[
          { key: "stage", header: t("administrator:application.stage"), rowHeader: true, cell: ({ stage }) => stage },
          {
            key: "number",
            header: t("administrator:application.evaluationNumber"),
            cell: (entry) => entry.evaluationNumber,
          },
          {
            key: "outcome",
            header: t("administrator:application.outcome"),
            cell: ({ outcome, reason }) => `${t(`administrator:outcome.${outcome}`)}${reason ? ` (${reason})` : ""}`,
          },
          {
            key: "score",
            header: t("administrator:application.score"),
            align: "end",
            cell: ({ score }) => (score === null ? "" : formatNumber(score)),
          },
        ]}
      />
      {decision && (
        <DescriptionList
          items={[
            {
              term: t("administrator:application.decision"),
              description: t(`administrator:decision.${decision.outcome}`),
            },
            { term: t("administrator:application.track"), description: decision.track },
            { term: t("administrator:application.reserveNumber"), description: decision.reserveNumber },
            { term: t("administrator:application.total"), description: decision.total && formatNumber(decision.total) },
            { term: t("administrator:application.published"), description: <TimeStamp value={decision.publishedAt} /> },
          ]}
        />
      )}
      {offers.length > 0 && (
        <DataTable
          caption={t("administrator:application.offers")}
          rows={offers}
          rowKey={({ id }) => id}
          columns={[
            { key: "track", header: t("administrator:application.track"), rowHeader: true, cell: ({ track }) => track },
            {
              key: "status",
              header: t("administrator:application.offerStatus"),
              cell: ({ status }) => t(`administrator:offer.${status}`),
            },
            {
              key: "held",
              header: t("administrator:application.heldAt"),
              cell: ({ heldAt }) => <TimeStamp value={heldAt} />,
            },
            {
              key: "respondBy",
              header: t("administrator:application.respondBy"),
              cell: ({ respondBy }) => respondBy && <TimeStamp value={respondBy} />,
            },
            {
              key: "answered",
              header: t("administrator:application.answeredAt"),
              cell: ({ answeredAt }) => answeredAt && <TimeStamp value={answeredAt} />,
            },
          ]}
        />
      )}
      <DataTable
        caption={t("administrator:application.messages")}
        empty={t("administrator:application.noMessages")}
        rows={messages}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "kind",
            header: t("administrator:application.message"),
            rowHeader: true,
            cell: ({ kind, subject }) =>
              subject ?? t([`administrator:message.${kind}`, "administrator:message.other"], { kind }),
          },
          {
            key: "status",
            header: t("administrator:application.messageStatus"),
            cell: ({ status }) => t(`administrator:messageStatus.${status}`),
          },
          {
            key: "when",
            header: t("administrator:application.when"),
            cell: ({ createdAt, sentAt }) => <TimeStamp value={sentAt ?? createdAt} />,
          },
        ]}
      />
    </SectionCard>
  );
}
