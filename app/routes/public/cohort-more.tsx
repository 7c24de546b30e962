import { useTranslation } from "react-i18next";
import { DescriptionList } from "#app/components/description-list.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { formatBytes } from "#app/i18n/format.ts";
import { paths } from "#app/paths.ts";
import type { CohortPageView } from "./cohort-page.server.ts";

/** The notice as files, what people ask, and whom to ask. */
export function CohortMore({ page }: { readonly page: CohortPageView }) {
  const { t } = useTranslation();
  const { attachments, faq, contact } = page;
  return (
    <>
      {attachments.length > 0 && (
        <SectionCard id="attachments" title={t("public:cohort.attachments")}>
          <ul>
            {attachments.map(({ id, label, format, size }) => (
              <li key={id}>
                <a href={paths.cohortAttachment(page.slug, id)} download>
                  {label}
                </a>{" "}
                <span className="muted nowrap">
                  ({format}, {formatBytes(size)})
                </span>
              </li>
            ))}
          </ul>
        </SectionCard>
      )}
      {faq.length > 0 && (
        <SectionCard id="faq" title={t("public:cohort.faq")}>
          <DescriptionList items={faq.map(({ question, answer }) => ({ term: question, description: answer }))} />
        </SectionCard>
      )}
      <SectionCard id="contact" title={t("public:cohort.contact")}>
        <DescriptionList
          items={[
            { term: t("public:cohort.organisation"), description: contact.name },
            { term: t("public:cohort.host"), description: contact.host },
            {
              term: t("public:cohort.phone"),
              description: <a href={`tel:${contact.phone.replaceAll(/[^\d+]/g, "")}`}>{contact.phone}</a>,
            },
            { term: t("public:cohort.email"), description: <a href={`mailto:${contact.email}`}>{contact.email}</a> },
            { term: t("public:cohort.officer"), description: contact.officer },
          ]}
        />
      </SectionCard>
    </>
  );
}
