import { useTranslation } from "react-i18next";
import { buttonClass, LinkButton } from "#app/components/button.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { formatPeriod } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { paths } from "#app/paths.ts";
import type { ResultView } from "./result-view.server.ts";

type NextCardProps = Pick<ResultView, "contact" | "applicationId" | "hasCertificate" | "hasDates" | "mayAppeal">;

/** What can be taken along, how to object, and whom to ask. */
export function NextCard({ contact, applicationId, hasCertificate, hasDates, mayAppeal }: NextCardProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { period, organisation, phone, email } = contact;
  const window = period?.end ? formatPeriod({ start: period.start, end: period.end }, language) : "";
  return (
    <SectionCard title={t("applicant:result.next.title")}>
      <div className="actions">
        {hasCertificate && (
          <a className={buttonClass({ variant: "secondary" })} href={paths.my.certificatePdf(applicationId)} download>
            {t("applicant:result.next.certificate")}
          </a>
        )}
        {hasDates && (
          <a className={buttonClass({ variant: "secondary" })} href={paths.my.calendar(applicationId)} download>
            {t("applicant:result.next.calendar")}
          </a>
        )}
        {mayAppeal && (
          <LinkButton to={paths.my.appeals(applicationId)} variant="secondary">
            {t("applicant:result.next.appeal")}
          </LinkButton>
        )}
      </div>
      {mayAppeal && window !== "" && <p>{t("applicant:result.next.appealText", { period: window })}</p>}
      <p>
        {t("applicant:result.next.contact", { organisation })}{" "}
        <a className="nowrap" href={`tel:${phone.replaceAll(/[^\d+]/g, "")}`}>
          {phone}
        </a>
        , <a href={`mailto:${email}`}>{email}</a>
      </p>
    </SectionCard>
  );
}
