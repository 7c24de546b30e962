import { Link, useSearchParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { LaterRefusal } from "./document-card.tsx";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Notice } from "#app/components/notice.tsx";
import { paths } from "#app/paths.ts";

type LaterPageProps = {
  readonly applicationId: string;
  readonly title: string;
  readonly lead: string;
  readonly refused: LaterRefusal | undefined;
  readonly children: ReactNode;
};

const fieldOf: Readonly<Record<string, string>> = { "certificate-number": "number", "issued-on": "issued" };

/** The frame of both pages of documents after the close. */
export function LaterPage({ applicationId, title, lead, refused, children }: LaterPageProps) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const field = fieldOf[refused?.field ?? ""] ?? "file";
  return (
    <>
      <PageHeader
        title={title}
        lead={lead}
        breadcrumbs={[
          { label: t("applicant:dashboard.title"), to: paths.my.dashboard() },
          { label: t("applicant:application.title"), to: paths.my.application(applicationId) },
          { label: title },
        ]}
      />
      <ErrorSummary
        errors={(refused?.messages ?? []).map((message) => ({ message, id: `${field}-${refused?.documentId ?? ""}` }))}
      />
      {search.has("saved") && !refused && (
        <Notice tone="success" role="status">
          {t("documents:completion.saved")}
        </Notice>
      )}
      <Notice tone="info">{t("documents:completion.mask")}</Notice>
      {children}
      <p>
        <Link to={paths.my.application(applicationId)}>{t("documents:completion.back")}</Link>
      </p>
    </>
  );
}
