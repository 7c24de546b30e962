import { useTranslation } from "react-i18next";
import { AnswerValues } from "#app/components/answers/answer-values.tsx";
import type { LocalSection } from "#app/components/answers/local-answer.ts";
import { DescriptionList } from "#app/components/description-list.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";

/** The form as it was answered, section by section. */
export function AnswerSections({ sections }: { readonly sections: readonly LocalSection[] }) {
  const { t } = useTranslation();
  return (
    <SectionCard title={t("administrator:application.answers")}>
      {sections.map(({ id, heading, fields }) => (
        <SectionCard key={id} level={3} plain title={heading}>
          <DescriptionList
            items={fields.map((field) => ({ term: field.label, description: <AnswerValues answer={field} /> }))}
          />
        </SectionCard>
      ))}
    </SectionCard>
  );
}
