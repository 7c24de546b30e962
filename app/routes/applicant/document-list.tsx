import { useTranslation } from "react-i18next";
import type { reviewDocuments } from "./review-sections.server.ts";
import { DescriptionList } from "#app/components/description-list.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";

type Documents = ReturnType<typeof reviewDocuments>;

/** The files of an application in two lists, as its answers are. */
export function DocumentList({ documents }: { readonly documents: Documents }) {
  const { t } = useTranslation();
  const seen = documents.filter(({ reviewersSee }) => reviewersSee);
  const unseen = documents.filter(({ reviewersSee }) => !reviewersSee);
  return (
    <SectionCard title={t("applicant:documents.title")} level={3}>
      {seen.length > 0 && (
        <>
          <h4>{t("applicant:submit.seen")}</h4>
          <p className="muted small">{t("applicant:submit.fileNamesHidden")}</p>
          <Files documents={seen} />
        </>
      )}
      {unseen.length > 0 && (
        <>
          <h4>{t("applicant:submit.unseen")}</h4>
          <Files documents={unseen} />
        </>
      )}
    </SectionCard>
  );
}

function Files({ documents }: { readonly documents: Documents }) {
  const { t } = useTranslation();
  return (
    <DescriptionList
      items={documents.map(({ label, files }) => ({
        term: label,
        description: files.length > 0 ? files.join(", ") : t("applicant:submit.noFile"),
      }))}
    />
  );
}
