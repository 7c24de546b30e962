import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "#app/components/empty-state.tsx";
import { ConfirmBox } from "#app/components/form/confirm-box.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { Notice } from "#app/components/notice.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";
import { formatBytes } from "#app/i18n/format.ts";
import { paths } from "#app/paths.ts";

type Attachment = {
  readonly id: string;
  readonly labelKo: string;
  readonly labelEn: string;
  readonly name: string;
  readonly size: number;
  readonly createdAt: string;
};

type AttachmentTableProps = {
  readonly slug: string;
  readonly isPublic: boolean;
  readonly attachments: readonly Attachment[];
};

/** What lies beside the notice, and the way to take it off. */
export function AttachmentTable({ slug, isPublic, attachments }: AttachmentTableProps) {
  const { t } = useTranslation();
  if (attachments.length === 0) return <EmptyState title={t("notice:attachments.empty")} />;
  return (
    <SectionCard title={t("notice:attachments.current")}>
      {!isPublic && <Notice>{t("notice:attachments.notPublic")}</Notice>}
      <DataTable
        caption={t("notice:attachments.current")}
        captionHidden
        rows={attachments}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "label",
            header: t("notice:attachments.label"),
            rowHeader: true,
            cell: ({ id, labelKo, labelEn, name, size, createdAt }) => (
              <>
                <span lang="ko">{labelKo}</span> / <span lang="en">{labelEn}</span>
                <p>
                  <a href={paths.cohortAttachment(slug, id)} download>
                    {name}
                  </a>{" "}
                  <span className="muted nowrap">({formatBytes(size)})</span>
                </p>
                <p className="muted small">
                  <TimeStamp value={createdAt} />
                </p>
              </>
            ),
          },
          { key: "remove", header: t("notice:attachments.act"), cell: (row) => <RemoveBox {...row} /> },
        ]}
      />
    </SectionCard>
  );
}

function RemoveBox({ id, name }: Pick<Attachment, "id" | "name">) {
  const { t } = useTranslation();
  return (
    <Form method="post" noValidate>
      <ConfirmBox
        insideForm
        label={t("common:action.remove")}
        explanation={t("notice:remove.explanation", { name })}
        confirmLabel={t("notice:remove.confirm")}
        intent="remove"
      >
        <input type="hidden" name="attachmentId" value={id} />
      </ConfirmBox>
    </Form>
  );
}
