import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DescriptionList } from "#app/components/description-list.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { Notice } from "#app/components/notice.tsx";
import { hasReached } from "#app/domain/cohort/phase.ts";
import { offerStatuses } from "#app/domain/offer/offer.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { reads } from "#app/runtime.server.ts";
import { listLedger } from "#db/queries/seat-ledger.ts";
import { requireManagedCohort } from "./managed-cohort.server.ts";
import { pageNumberOf } from "./page-number.ts";
import { HeldCard } from "./seats/held-card.tsx";
import { LedgerCard } from "./seats/ledger-card.tsx";
import { seatsAction } from "./seats/seats-action.server.ts";
import { ReserveLists } from "./seats/reserve-lists.tsx";
import { seatsView, type SeatsView } from "./seats/seats-view.server.ts";
import { TrackTable } from "./seats/track-table.tsx";
import { TieOrderForm } from "./tie-order-form.tsx";

const PAGE_SIZE = 50;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { cohort, language, t, titleOf } = await requireManagedCohort({ request, params });
  const base = { title: titleOf(t("seats:manage.title")), cohortId: cohort.id };
  if (!hasReached(cohort.phase, "published")) return { ...base, seats: null, ledger: null };

  const seats = await seatsView({ cohort, language, now: context.arrivedAt });
  const search = new URL(request.url).searchParams;
  const status = offerStatuses.find((each) => each === search.get("status"));
  const track = seats.tracks.find(({ id }) => id === search.get("track"))?.id;
  const page = pageNumberOf(search);
  const { rows, total } = await listLedger(reads, { cohortId: cohort.id, status, track, page, pageSize: PAGE_SIZE });
  const ledger = {
    total,
    page,
    pageSize: PAGE_SIZE,
    status: status ?? "",
    track: track ?? "",
    rows: rows.map(({ id, applicationId, applicationNumber, name, trackKey, respondBy, answeredAt, ...row }) => ({
      id,
      applicationId,
      number: applicationNumber,
      name,
      track: seats.tracks.find((each) => each.id === trackKey)?.title ?? trackKey,
      status: row.status,
      origin: row.origin,
      respondBy: respondBy?.toISOString() ?? null,
      answeredAt: answeredAt?.toISOString() ?? null,
      reason: row.reason ?? "",
    })),
  };
  return { ...base, seats, ledger };
}

export const action = seatsAction;

export function meta({ data: page }: { readonly data?: { readonly title: string } | undefined }) {
  return [{ title: page?.title ?? "" }, { name: "robots", content: "noindex" }];
}

export default function SeatsPage() {
  const { t } = useTranslation();
  const { cohortId, seats, ledger } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof seatsAction>();
  const [search] = useSearchParams();
  const done = search.get("done");
  const doneSentence = done && !refused ? t(`seats:manage.done.${done}`, { defaultValue: "" }) : "";
  return (
    <>
      <PageHeader title={t("seats:manage.title")} />
      <ErrorSummary errors={refused ? [{ message: refused.sentence }] : []} />
      {doneSentence && (
        <Notice tone="success" role="status">
          {doneSentence}
        </Notice>
      )}
      {seats && ledger ? (
        <>
          {seats.tie.length > 0 && (
            <SectionCard title={t("seats:manage.tieTitle")} id="tie">
              <Notice tone="warning">{t("seats:manage.tie", { numbers: seats.tie.join(", ") })}</Notice>
              <TieOrderForm group={seats.tie} typed={refused?.typed ?? {}} />
            </SectionCard>
          )}
          <TrackTable tracks={seats.tracks} />
          <HeldCard {...seats} />
          <Calendar calendar={seats.calendar} />
          <LedgerCard
            cohortId={cohortId}
            ledger={ledger}
            tracks={seats.tracks.map(({ id, title }) => ({ value: id, label: title }))}
            cancelReasons={seats.cancelReasons}
          />
          <ReserveLists cohortId={cohortId} reserves={seats.reserves} />
        </>
      ) : (
        <EmptyState title={t("seats:manage.before")} />
      )}
    </>
  );
}

function Calendar({ calendar }: Pick<SeatsView, "calendar">) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { confirmBy, fillFrom, validUntil, replyHours, notBefore, nextLapse } = calendar;
  const items = [
    { term: t("seats:manage.confirmBy"), description: formatInstant(confirmBy, language) },
    { term: t("seats:manage.fillFrom"), description: formatInstant(fillFrom, language) },
    { term: t("seats:manage.validUntil"), description: formatInstant(validUntil, language) },
    {
      term: t("seats:manage.reply"),
      description: t("seats:manage.replyHours", { hours: replyHours, from: notBefore }),
    },
  ];
  return (
    <SectionCard title={t("seats:manage.calendar")}>
      <DescriptionList items={items} />
      <p>
        {nextLapse === null
          ? t("seats:manage.lapseNone")
          : t("seats:manage.lapse", { at: formatInstant(nextLapse, language) })}
      </p>
    </SectionCard>
  );
}
