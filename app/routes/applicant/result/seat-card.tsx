import { useTranslation } from "react-i18next";
import { DescriptionList } from "#app/components/description-list.tsx";
import { CheckboxField } from "#app/components/form/checkbox-field.tsx";
import { ConfirmBox } from "#app/components/form/confirm-box.tsx";
import { HiddenIntent } from "#app/components/form/hidden-intent.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { Notice } from "#app/components/notice.tsx";
import { formatDate, formatInstant } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { SeatDocuments } from "./seat-documents.tsx";
import type { SeatView } from "./seat-view.server.ts";

type SeatCardProps = {
  readonly applicationId: string;
  readonly seat: SeatView;
  readonly pledgeErrors: readonly string[];
};

/** The seat, until when it can be answered, and the two answers; afterwards what came of it. */
export function SeatCard({ applicationId, seat, pledgeErrors }: SeatCardProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const choice = seat.choiceOrder === null ? "" : ` (${t("seats:result.seat.choice", { order: seat.choiceOrder })})`;
  const isOpen = seat.status === "open" && !seat.isLate;
  const items = [
    { term: t("seats:result.seat.track"), description: seat.track + choice },
    {
      term: t("seats:result.seat.until"),
      description: seat.status === "open" ? formatInstant(seat.respondBy, language) : "",
    },
    {
      term: t("seats:result.seat.startDate"),
      description:
        seat.startsAt && (isOpen || seat.status === "accepted") ? formatDate(new Date(seat.startsAt), language) : "",
    },
  ];
  return (
    <SectionCard title={t("seats:result.seat.title")}>
      <SeatState seat={seat} />
      <DescriptionList items={items} />
      {isOpen && <Answers seat={seat} pledgeErrors={pledgeErrors} />}
      {(isOpen || seat.status === "accepted") && <SeatDocuments seat={seat} applicationId={applicationId} />}
      {seat.mayGiveUp && (
        <>
          <p>{t("seats:result.seat.giveUpLead")}</p>
          <DeclineBox seat={seat} label={t("seats:result.seat.giveUp")} />
        </>
      )}
    </SectionCard>
  );
}

function Answers({ seat, pledgeErrors }: Omit<SeatCardProps, "applicationId">) {
  const { t } = useTranslation();
  return (
    <>
      <p className="muted small">{t("seats:result.seat.exact")}</p>
      <p>{t("seats:result.seat.choose")}</p>
      <SectionCard level={3} title={t("seats:result.seat.acceptTitle")}>
        <ConfirmBox
          label={t("seats:result.seat.accept")}
          explanation={<p>{t("applicant:result.seat.acceptExplanation", { track: seat.track })}</p>}
          confirmLabel={t("applicant:result.seat.acceptConfirm")}
          intent="accept"
          variant="primary"
          open={pledgeErrors.length > 0}
        >
          <HiddenIntent value={seat.offerId} name="offerId" />
          {seat.pledge && (
            <CheckboxField
              name="pledge"
              label={t("seats:result.seat.pledge", { pledge: seat.pledge.label })}
              help={seat.pledge.help || undefined}
              errors={pledgeErrors}
              required
            />
          )}
        </ConfirmBox>
      </SectionCard>
      <SectionCard level={3} title={t("seats:result.seat.declineTitle")}>
        <DeclineBox seat={seat} label={t("seats:result.seat.decline")} />
      </SectionCard>
    </>
  );
}

function DeclineBox({ seat, label }: { readonly seat: SeatView; readonly label: string }) {
  const { t } = useTranslation();
  return (
    <ConfirmBox
      label={label}
      explanation={
        <p>{t(seat.isFinal ? "seats:result.seat.declineExplanation" : "applicant:result.seat.declineExplanation")}</p>
      }
      confirmLabel={t(seat.isFinal ? "seats:result.seat.declineConfirm" : "applicant:result.seat.declineConfirm")}
      intent="decline"
    >
      <HiddenIntent value={seat.offerId} name="offerId" />
    </ConfirmBox>
  );
}

function SeatState({ seat }: { readonly seat: SeatView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const at = formatInstant(seat.answeredAt ?? seat.respondBy, language);
  if (seat.isLate) {
    return (
      <Notice tone="warning" title={t("seats:result.seat.late.title")}>
        {t("seats:result.seat.late.text", { until: formatInstant(seat.respondBy, language) })}
      </Notice>
    );
  }
  switch (seat.status) {
    case "accepted":
      return (
        <Notice tone="success" title={t("seats:result.seat.accepted.title")}>
          {t("seats:result.seat.accepted.text", { at })}
        </Notice>
      );
    case "declined":
      return (
        <Notice title={t("seats:result.seat.declined.title")}>{t("seats:result.seat.declined.text", { at })}</Notice>
      );
    case "lapsed":
      return (
        <Notice tone="warning" title={t("seats:result.seat.lapsed.title")}>
          {t("seats:result.seat.lapsed.text", { at })}
        </Notice>
      );
    case "cancelled":
      return (
        <Notice tone="danger" title={t("seats:result.seat.cancelled.title")}>
          {t("seats:result.seat.cancelled.text", { reason: seat.reason })}
        </Notice>
      );
    default:
      return null;
  }
}
