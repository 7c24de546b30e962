import { useTranslation } from "react-i18next";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";
import type { CohortPageView } from "./cohort-page.server.ts";

type CohortDocument = CohortPageView["documents"][number];

/** What is handed in, apart by when: most of it only by those who were selected. */
export function CohortDocuments({ page }: { readonly page: CohortPageView }) {
  const { t } = useTranslation();
  const dues = (["application", "after_selection"] as const)
    .map((due) => ({ due, documents: page.documents.filter(({ when }) => when === due) }))
    .filter(({ documents }) => documents.length > 0);
  return (
    <SectionCard id="documents" title={t("public:cohort.documents")}>
      {dues.map(({ due, documents }) => (
        <DataTable
          key={due}
          caption={t(`public:cohort.due.${due}`)}
          rows={documents}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "label",
              header: t("public:cohort.document"),
              rowHeader: true,
              cell: (document) => (
                <>
                  {document.label}
                  <p className="small">
                    <Limits document={document} />
                  </p>
                  {document.help && <p className="muted small">{document.help}</p>}
                </>
              ),
            },
            { key: "need", header: t("public:cohort.need"), cell: ({ need }) => t(`public:cohort.needs.${need}`) },
          ]}
        />
      ))}
      <p className="muted">{page.documentsReturn}</p>
    </SectionCard>
  );
}

function Limits({ document }: { readonly document: CohortDocument }) {
  const { t } = useTranslation();
  const { formats, maxMB, maxFiles, orUrl, issuedWithinDays } = document;
  const limits = [
    formats.join(", "),
    t("public:cohort.maxMB", { size: maxMB }),
    t("public:cohort.maxFiles", { count: maxFiles }),
    orUrl ? t("public:cohort.orUrl") : "",
    issuedWithinDays === null ? "" : t("public:cohort.issuedWithin", { count: issuedWithinDays }),
  ];
  return <>{limits.filter((limit) => limit !== "").join(" · ")}</>;
}
