import { useTranslation } from "react-i18next";
import { DescriptionList } from "#app/components/description-list.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";

type Section = {
  readonly id: string;
  readonly title: string;
  readonly answers: readonly { readonly id: string; readonly label: string; readonly value: string }[];
};

/** The form as it was answered, section by section. */
export function AnswerSections({ sections }: { readonly sections: readonly Section[] }) {
  const { t } = useTranslation();
  return (
    <SectionCard title={t("administrator:application.answers")}>
      {sections.map(({ id, title, answers }) => (
        <SectionCard key={id} level={3} plain title={title}>
          <DescriptionList
            items={answers.map(({ label, value }) => ({
              term: label,
              description: <span className="prose">{value}</span>,
            }))}
          />
        </SectionCard>
      ))}
    </SectionCard>
  );
}
