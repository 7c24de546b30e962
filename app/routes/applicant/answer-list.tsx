import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ReviewSection } from "./review-sections.server.ts";
import { DescriptionList } from "#app/components/description-list.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";

type AnswerListProps = { readonly section: ReviewSection; readonly editable: boolean };

/** The answers of one section, each with who will read it. */
export function AnswerList({ section, editable }: AnswerListProps) {
  const { t } = useTranslation();
  const edit = (
    <Link to={section.to} aria-label={t("applicant:submit.editSection", { section: section.title })}>
      {t("common:action.edit")}
    </Link>
  );
  return (
    <SectionCard title={section.title} level={3} actions={editable ? edit : undefined}>
      <DescriptionList
        items={section.fields.map(({ label, value, reviewersSee }) => ({
          term: label,
          description: (
            <>
              <span className="prose">{value || t("applicant:submit.unanswered")}</span>{" "}
              <span className="muted small">
                ({t(reviewersSee ? "applicant:submit.reviewersSee" : "applicant:submit.reviewersDoNotSee")})
              </span>
            </>
          ),
        }))}
      />
    </SectionCard>
  );
}
