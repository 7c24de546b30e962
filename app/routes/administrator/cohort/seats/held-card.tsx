import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { HiddenIntent } from "#app/components/form/hidden-intent.tsx";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";
import { formatInstant } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import type { HeldView, SeatsView } from "./seats-view.server.ts";

type HeldCardProps = Pick<SeatsView, "held" | "tellAt" | "now" | "needsApproval">;

/** Seats that already belong to somebody who does not know it yet. */
export function HeldCard({ held, tellAt, now, needsApproval }: HeldCardProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const at = tellAt === null ? "" : formatInstant(tellAt, language);
  const waiting = needsApproval ? held.filter(({ isApproved }) => !isApproved) : [];
  return (
    <SectionCard title={t("seats:manage.held.title")}>
      {held.length === 0 ? (
        <p className="muted">{t("seats:manage.held.none")}</p>
      ) : (
        <>
          <p>{t("seats:manage.held.lead")}</p>
          <p>
            {tellAt === null
              ? t("seats:manage.held.over")
              : tellAt <= now
                ? t("seats:manage.held.sendsNow")
                : t("seats:manage.held.sends", { at })}
          </p>
          <DataTable
            caption={t("seats:manage.held.title")}
            captionHidden
            rows={held}
            rowKey={({ id }) => id}
            columns={[
              { key: "number", header: t("seats:manage.column.number"), cell: ({ number }) => number, rowHeader: true },
              { key: "name", header: t("seats:manage.column.name"), cell: ({ name }) => name },
              { key: "track", header: t("seats:manage.column.track"), cell: ({ track }) => track },
              { key: "why", header: t("seats:manage.held.why"), cell: (row) => <Why row={row} /> },
              {
                key: "act",
                header: t("seats:manage.column.act"),
                cell: (row) =>
                  needsApproval && !row.isApproved ? (
                    <Approve offerId={row.id} isSecondary />
                  ) : (
                    t("seats:manage.held.approvedSends", { at })
                  ),
              },
            ]}
          />
          {waiting.length > 1 && tellAt !== null && <Approve offerId="" isSecondary={false} />}
        </>
      )}
    </SectionCard>
  );
}

function Approve({ offerId, isSecondary }: { readonly offerId: string; readonly isSecondary: boolean }) {
  const { t } = useTranslation();
  return (
    <Form method="post" noValidate>
      <HiddenIntent name="offerId" value={offerId} />
      <SubmitButton intent="approve" variant={isSecondary ? "secondary" : "primary"}>
        {offerId === "" ? t("seats:manage.held.approveAll") : t("seats:manage.held.approve")}
      </SubmitButton>
    </Form>
  );
}

function Why({ row: { track, reserve, why } }: { readonly row: HeldView }) {
  const { t } = useTranslation();
  if (!why) return null;
  return (
    <>
      <p>{t(`seats:manage.held.${why.how}`, { track, number: reserve, from: why.from })}</p>
      {why.passedOver.length === 0 ? (
        <p className="muted small">{t("seats:manage.held.nobodyPassed")}</p>
      ) : (
        <ul className="small">
          {why.passedOver.map(({ applicationNo, reason }) => (
            <li key={applicationNo}>{t(`seats:manage.held.passed.${reason}`, { number: applicationNo })}</li>
          ))}
        </ul>
      )}
    </>
  );
}
