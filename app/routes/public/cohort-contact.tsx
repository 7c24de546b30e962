import { useTranslation } from "react-i18next";
import type { CohortPageView } from "./cohort-page.server.ts";
import { DescriptionList } from "#app/components/description-list.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";

/** Whom to ask. */
export function CohortContact({ contact }: Pick<CohortPageView, "contact">) {
  const { t } = useTranslation();
  return (
      <SectionCard title={t("public:cohort.contact")}>
        <DescriptionList
          items={[
            { term: t("public:cohort.organisation"), description: contact.name },
            { term: t("public:cohort.host"), description: contact.host },
            { term: t("public:cohort.phone"), description: contact.phone },
            {
              term: t("public:cohort.email"),
              description: <a href={`mailto:${contact.email}`}>{contact.email}</a>,
            },
            { term: t("public:cohort.officer"), description: contact.officer },
          ]}
        />
      </SectionCard>
  );
}
