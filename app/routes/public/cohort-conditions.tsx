import { useTranslation } from "react-i18next";
import type { CohortPageView } from "./cohort-page.server.ts";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";
import { formatPlainDate } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";

/** Who may apply, what is handed in when, and what is consented to. */
export function CohortConditions({ page }: { readonly page: CohortPageView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <>
      <SectionCard title={t("public:cohort.eligibility")}>
        <ul>
          {page.eligibility.map(({ id, text, born }) => (
            <li key={id}>
              {text}
              {born &&
                ` (${t("public:cohort.born", {
                  from: formatPlainDate(born.from, language),
                  to: formatPlainDate(born.to, language),
                })})`}
            </li>
          ))}
        </ul>
        {page.isOnlyFlagged && <p className="muted">{t("public:cohort.flagged")}</p>}
      </SectionCard>
      <SectionCard title={t("public:cohort.documents")}>
        <DataTable
          caption={t("public:cohort.documents")}
          captionHidden
          rows={page.documents}
          rowKey={({ id }) => id}
          columns={[
            { key: "label", header: t("public:cohort.document"), cell: ({ label }) => label, rowHeader: true },
            { key: "when", header: t("public:cohort.when"), cell: ({ when }) => t(`public:cohort.due.${when}`) },
            { key: "need", header: t("public:cohort.need"), cell: ({ need }) => t(`public:cohort.needs.${need}`) },
          ]}
        />
      </SectionCard>
      <SectionCard title={t("public:cohort.consents")}>
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
