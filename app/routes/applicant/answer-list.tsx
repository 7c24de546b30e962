import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ReviewSection } from "./review-sections.server.ts";
import { AnswerValues } from "#app/components/answers/answer-values.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";

type AnswerListProps = { readonly section: ReviewSection; readonly editable: boolean };

/** The answers of one section in two lists: what reviewers will see, and what they will not. */
export function AnswerList({ section, editable }: AnswerListProps) {
  const { t } = useTranslation();
  const edit = (
    <Link to={section.to} aria-label={t("applicant:submit.editSection", { section: section.title })}>
      {t("common:action.edit")}
    </Link>
  );
  return (
    <SectionCard title={section.title} level={3} actions={editable ? edit : undefined}>
      <h4>{t("applicant:submit.seen")}</h4>
      {section.seen.length === 0 && <p className="muted">{t("applicant:submit.nothingSeen")}</p>}
      <Answers fields={section.seen} />
      {section.seen.some(({ covered }) => covered) && <p className="muted small">{t("applicant:submit.covered")}</p>}
      {section.unseen.length > 0 && (
        <>
          <h4>{t("applicant:submit.unseen")}</h4>
          <Answers fields={section.unseen} />
        </>
      )}
      {section.empty.length > 0 && (
        <p className="muted small">{t("applicant:submit.empty", { fields: section.empty.join(", ") })}</p>
      )}
    </SectionCard>
  );
}

function Answers({ fields }: { readonly fields: ReviewSection["seen"] }) {
  if (fields.length === 0) return null;
  return (
    <DescriptionList
      items={fields.map((field) => ({ term: field.label, description: <AnswerValues answer={field} /> }))}
    />
  );
}
