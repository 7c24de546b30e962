import { useTranslation } from "react-i18next";
import { DescriptionList } from "#app/components/description-list.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";
import { formatInstant, formatNumber, formatPeriod } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import type { RulesView } from "./rules.server.ts";
import { StageRules } from "./stage-rules.tsx";

/** The rules in use, part by part. */
export function Rules(rules: RulesView) {
  return (
    <>
      <Tracks {...rules} />
      <Dates events={rules.events} />
      <Eligibility eligibility={rules.eligibility} />
      {rules.stages.map((stage) => (
        <StageRules key={stage.id} {...stage} />
      ))}
      <Bonus bonus={rules.bonus} />
      <Ranking {...rules} />
      <Reserve {...rules} />
    </>
  );
}

function Tracks({ tracks, seats, assignment }: Pick<RulesView, "tracks" | "seats" | "assignment">) {
  const { t } = useTranslation();
  return (
    <SectionCard title={t("administrator:rules.tracks")}>
      <DataTable
        caption={t("administrator:rules.tracksCaption", { seats: formatNumber(seats) })}
        rows={tracks}
        rowKey={({ id }) => id}
        columns={[
          { key: "track", header: t("administrator:rules.track"), rowHeader: true, cell: ({ title }) => title },
          {
            key: "seats",
            header: t("administrator:rules.seats"),
            align: "end",
            cell: (track) => formatNumber(track.seats),
          },
        ]}
      />
      <p>{t(`administrator:rules.assignment.${assignment}`)}</p>
    </SectionCard>
  );
}

function Dates({ events }: Pick<RulesView, "events">) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <SectionCard title={t("administrator:rules.calendar")}>
      <DescriptionList
        items={events.map(({ label, start, end }) => ({
          term: label,
          description: end === null ? formatInstant(start, language) : formatPeriod({ start, end }, language),
        }))}
      />
    </SectionCard>
  );
}

function Eligibility({ eligibility }: Pick<RulesView, "eligibility">) {
  const { t } = useTranslation();
  return (
    <SectionCard title={t("administrator:rules.eligibility")}>
      <ul>
        {eligibility.map(({ id, sentence }) => (
          <li key={id}>{sentence}</li>
        ))}
      </ul>
    </SectionCard>
  );
}

function Bonus({ bonus }: Pick<RulesView, "bonus">) {
  const { t } = useTranslation();
  return (
    <SectionCard title={t("administrator:rules.bonus")}>
      <p>{t("administrator:rules.cap", { points: formatNumber(bonus.cap) })}</p>
      {bonus.note && <p>{bonus.note}</p>}
      <DataTable
        caption={t("administrator:rules.bonus")}
        captionHidden
        rows={bonus.items}
        rowKey={({ id }) => id}
        columns={[
          { key: "item", header: t("administrator:rules.item"), rowHeader: true, cell: ({ label }) => label },
          {
            key: "points",
            header: t("administrator:rules.points"),
            align: "end",
            cell: ({ points }) => formatNumber(points),
          },
        ]}
      />
    </SectionCard>
  );
}

function Ranking({ minimumTotal, tieBreakers, quotas }: Pick<RulesView, "minimumTotal" | "tieBreakers" | "quotas">) {
  const { t } = useTranslation();
  return (
    <SectionCard title={t("administrator:rules.ranking")}>
      <p>{t("administrator:rules.minimumTotal", { points: formatNumber(minimumTotal) })}</p>
      <h3>{t("administrator:rules.tieBreakers")}</h3>
      <ol>
        {tieBreakers.map(({ order, label }) => (
          <li key={order}>{label}</li>
        ))}
      </ol>
      <h3>{t("administrator:rules.quotas")}</h3>
      {quotas.length === 0 && <p>{t("administrator:rules.noQuotas")}</p>}
      {quotas.map(({ id, type, values, method }) => (
        <p key={id}>
          {t(`administrator:rules.quotaOf.${type}`, values)} {method}
        </p>
      ))}
    </SectionCard>
  );
}

function Reserve({ reserve, confirmBy }: Pick<RulesView, "reserve" | "confirmBy">) {
  const { t } = useTranslation();
  return (
    <SectionCard title={t("administrator:rules.reserve")}>
      <DescriptionList
        items={[
          { term: t("administrator:rules.confirmBy"), description: <TimeStamp value={confirmBy} /> },
          {
            term: t("administrator:rules.reserveLength"),
            description: t("administrator:rules.ofCapacity", { percent: reserve.percent }),
          },
          { term: t("administrator:rules.validUntil"), description: <TimeStamp value={reserve.validUntil} /> },
          {
            term: t("administrator:rules.reply"),
            description: t("administrator:rules.replyHours", { hours: reserve.replyHours }),
          },
          {
            term: t("administrator:rules.crossTrack"),
            description: reserve.crossTrack ? t("common:answer.yes") : t("common:answer.no"),
          },
        ]}
      />
    </SectionCard>
  );
}
