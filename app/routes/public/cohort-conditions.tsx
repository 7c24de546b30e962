import { useTranslation } from "react-i18next";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { formatPlainDate } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { CohortDocuments } from "./cohort-documents.tsx";
import type { CohortPageView } from "./cohort-page.server.ts";

/** Who may apply, what is handed in when, and what is consented to. */
export function CohortConditions({ page }: { readonly page: CohortPageView }) {
  const { t } = useTranslation();
  return (
    <>
      <SectionCard id="eligibility" title={t("public:cohort.eligibility")}>
        <p>{t("public:cohort.eligibilityLead")}</p>
        <ul>
          {page.eligibility.map((rule) => (
            <li key={rule.id}>
              {rule.text}
              <Born {...rule} />
            </li>
          ))}
        </ul>
        {page.isOnlyFlagged && <p className="muted">{t("public:cohort.flagged")}</p>}
      </SectionCard>
      <CohortDocuments page={page} />
      <SectionCard id="consents" title={t("public:cohort.consents")}>
        <ul>
          {page.consents.map(({ id, title, required }) => (
            <li key={id}>
              {title} ({t(required ? "common:field.required" : "common:field.optional")})
            </li>
          ))}
        </ul>
        <p className="muted">{t("public:cohort.consentsText")}</p>
      </SectionCard>
    </>
  );
}

/** Birth dates instead of counting years, and how much later one may be born after service. */
function Born({ born, service }: CohortPageView["eligibility"][number]) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (!born) return null;
  return (
    <ul>
      <li>
        <strong>
          {t("public:cohort.born", {
            from: formatPlainDate(born.from, language),
            to: formatPlainDate(born.to, language),
          })}
        </strong>
      </li>
      {service && (
        <li>
          {t("public:cohort.service")}{" "}
          {service
            .map(({ from, to, years }) =>
              t(to === null ? "public:cohort.serviceFrom" : "public:cohort.serviceBetween", { from, to, count: years }),
            )
            .join(", ")}
        </li>
      )}
    </ul>
  );
}
