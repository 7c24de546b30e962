import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { CohortCardView } from "./cohort-card.server.ts";
import { DaysLeft } from "#app/components/clock/days-left.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { StatusTag } from "#app/components/status-tag.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";
import { formatNumber } from "#app/i18n/format.ts";
import { paths } from "#app/paths.ts";

/** A cohort on the first page: how many seats, until when, and the way in. */
export function CohortCard({ card }: { readonly card: CohortCardView }) {
  const { t } = useTranslation();
  const isOpen = card.door === "open";
  return (
    <SectionCard
      level={3}
      title={<Link to={paths.cohort(card.slug)}>{card.title}</Link>}
      actions={
        <StatusTag tone={isOpen ? "success" : "neutral"}>
          {t(`public:door.${card.door}`)}
          {isOpen && " · "}
          {isOpen && <DaysLeft days={card.daysLeft} />}
        </StatusTag>
      }
    >
      <p>{card.summary}</p>
      <DescriptionList
        items={[
          {
            term: t("public:cohort.seats"),
            description: t("public:cohort.seatsInTracks", { seats: formatNumber(card.seats), tracks: card.tracks }),
          },
          {
            term: t(card.door === "not_yet" ? "public:cohort.opensAt" : "public:cohort.closesAt"),
            description: <TimeStamp value={card.door === "not_yet" ? card.opensAt : card.closesAt} />,
          },
          { term: t("public:cohort.organisation"), description: card.organisation },
        ]}
      />
    </SectionCard>
  );
}
