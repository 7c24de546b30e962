import { useTranslation } from "react-i18next";
import { PAGE_SIZE } from "./page-size.ts";
import type { requestsView } from "./documents-view.server.ts";
import { RequestStateTag } from "#app/routes/applicant/later/request-state-tag.tsx";
import { ConfirmBox } from "#app/components/form/confirm-box.tsx";
import { HiddenIntent } from "#app/components/form/hidden-intent.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";
import { Pagination } from "#app/components/table/pagination.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";

type Requests = Awaited<ReturnType<typeof requestsView>>;

/** Every request with where it stands; one that waits can be taken back. */
export function RequestTable({ requests }: { readonly requests: Requests }) {
  const { t } = useTranslation();
  return (
    <SectionCard title={t("documents:manage.requests.title")}>
      <DataTable
        caption={t("documents:manage.requests.title")}
        captionHidden
        dense
        rows={requests.rows}
        rowKey={({ id }) => id}
        empty={t("documents:manage.requests.none")}
        columns={[
          {
            key: "number",
            header: t("documents:manage.number"),
            rowHeader: true,
            cell: ({ number, name }) => `${number} ${name}`,
          },
          {
            key: "document",
            header: t("documents:manage.document"),
            cell: ({ document, reason }) => (
              <>
                {document}
                <div className="muted small">{reason}</div>
              </>
            ),
          },
          { key: "due", header: t("documents:manage.due"), cell: ({ dueAt }) => <TimeStamp value={dueAt} /> },
          {
            key: "state",
            header: t("documents:manage.state"),
            cell: ({ state, fulfilledAt }) => (
              <>
                <RequestStateTag state={state} />
                {fulfilledAt && (
                  <div className="small">
                    <TimeStamp value={fulfilledAt} />
                  </div>
                )}
              </>
            ),
          },
          {
            key: "files",
            header: t("documents:manage.files"),
            cell: ({ files }) =>
              files.map(({ id, name, href }) => (
                <div key={id}>
                  <a href={href}>{name}</a>
                </div>
              )),
          },
          {
            key: "act",
            header: t("documents:manage.act"),
            cell: ({ id, state }) =>
              (state === "waiting" || state === "overdue") && (
                <ConfirmBox
                  label={t("documents:manage.requests.cancel")}
                  explanation={<p>{t("documents:manage.requests.cancelText")}</p>}
                  confirmLabel={t("documents:manage.requests.cancelConfirm")}
                  intent="cancel"
                  variant="secondary"
                >
                  <HiddenIntent value={id} name="requestId" />
                </ConfirmBox>
              ),
          },
        ]}
      />
      <Pagination
        page={requests.page}
        pageSize={PAGE_SIZE}
        total={requests.total}
        hrefOf={(page) => `?requests=${page}`}
      />
    </SectionCard>
  );
}
