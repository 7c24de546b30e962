import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { holdersView } from "./documents-view.server.ts";
import { PAGE_SIZE } from "./page-size.ts";
import { LinkButton } from "#app/components/button.tsx";
import { HiddenIntent } from "#app/components/form/hidden-intent.tsx";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { StatusTag } from "#app/components/status-tag.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";
import { Pagination } from "#app/components/table/pagination.tsx";
import { formatPlainDate } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";

type Holders = NonNullable<Awaited<ReturnType<typeof holdersView>>>;
type Document = Holders["rows"][number]["documents"][number];

/** Who has a seat, a row for each document: what is there, the number of the certificate, and what staff say of it. */
export function HolderList({ holders }: { readonly holders: Holders }) {
  const { t } = useTranslation();
  const rows = holders.rows.flatMap(({ documents, ...holder }) =>
    documents.map((document, index) => ({ ...holder, document, isFirst: index === 0 })),
  );
  return (
    <SectionCard title={t("documents:manage.holders.title")}>
      <p>{t("documents:manage.holders.lead")}</p>
      <DataTable
        caption={t("documents:manage.holders.title")}
        captionHidden
        dense
        rows={rows}
        rowKey={({ applicationId, document }) => `${applicationId}-${document.id}`}
        empty={t("documents:manage.holders.none")}
        columns={[
          {
            key: "number",
            header: t("documents:manage.number"),
            rowHeader: true,
            cell: ({ number, name, status, isFirst }) => (
              <>
                {number} {name}
                {isFirst && <div className="muted small">{t(`seats:state.${status}`)}</div>}
              </>
            ),
          },
          { key: "document", header: t("documents:manage.document"), cell: ({ document }) => document.label },
          { key: "files", header: t("documents:manage.files"), cell: ({ document }) => <Files document={document} /> },
          {
            key: "state",
            header: t("documents:manage.state"),
            cell: ({ document: { isChecked, files } }) => (
              <StatusTag tone={isChecked ? "success" : files.length > 0 ? "info" : "warning"}>
                {t(
                  isChecked
                    ? "documents:afterSelection.checked"
                    : files.length > 0
                      ? "documents:afterSelection.there"
                      : "documents:afterSelection.missing",
                )}
              </StatusTag>
            ),
          },
          {
            key: "act",
            header: t("documents:manage.act"),
            cell: ({ applicationId, number, document }) => (
              <div className="actions">
                {document.files.length > 0 && !document.isChecked && (
                  <Form method="post">
                    <HiddenIntent value={applicationId} name="applicationId" />
                    <HiddenIntent value={document.id} name="document" />
                    <SubmitButton intent="check" variant="secondary">
                      {t("documents:manage.holders.check")}
                    </SubmitButton>
                  </Form>
                )}
                <LinkButton to={`?number=${number}&document=${document.id}#request`} variant="tertiary">
                  {t("documents:manage.ask")}
                </LinkButton>
              </div>
            ),
          },
        ]}
      />
      <Pagination
        page={holders.page}
        pageSize={PAGE_SIZE}
        total={holders.total}
        hrefOf={(page) => `?holders=${page}`}
      />
    </SectionCard>
  );
}

function Files({ document: { files } }: { readonly document: Document }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return files.map(({ id, name, href, number, issuedOn, hint }) => (
    <div key={id}>
      <a href={href}>{name}</a>
      {number && (
        <div className="small">
          {t("documents:certificate.number")}: <span className="nowrap">{number}</span>
        </div>
      )}
      {issuedOn && (
        <div className="small">
          {t("documents:certificate.issuedOn")}: {formatPlainDate(issuedOn, language)}
        </div>
      )}
      {hint && <StatusTag tone="warning">{t(`documents:manage.hint.${hint}`)}</StatusTag>}
    </div>
  ));
}
