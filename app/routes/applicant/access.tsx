import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ownApplication } from "./own-application.server.ts";
import { titleOf } from "./page-title.server.ts";
import { titleMeta } from "./title-meta.ts";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";
import { fieldById } from "#app/domain/programme/form.ts";
import { documentById } from "#app/domain/programme/documents.ts";
import { text } from "#app/domain/programme/text.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { languageOf } from "#app/i18n/language.server.ts";
import { paths } from "#app/paths.ts";
import { reads } from "#app/runtime.server.ts";
import { listAccess } from "#db/queries/access-log.ts";

const SHOWN = 500;

export const meta = titleMeta;

/** Role, academy, time and what; never a name: reviewers are anonymous to applicants. */
export async function loader(args: LoaderFunctionArgs) {
  const { application, definition } = await ownApplication(args);
  const language = languageOf(args.request);
  const t = translator(language);
  const rows = await listAccess(reads, { applicationId: application.id, limit: SHOWN + 1 });
  const labelOf = (key: string) =>
    text(documentById(definition, key)?.label ?? fieldById(definition, key)?.label, language) ||
    t("rights:access.file");
  return {
    title: titleOf(t, t("rights:access.title")),
    applicationId: application.id,
    isCut: rows.length > SHOWN,
    rows: rows.slice(0, SHOWN).map(({ sequence, at, event, role, academyKo, academyEn, document }) => ({
      sequence,
      at,
      event,
      role,
      academy: text({ ko: academyKo ?? "", en: academyEn ?? "" }, language),
      document: document === null ? "" : labelOf(document),
    })),
  };
}

export default function AccessPage() {
  const { t } = useTranslation();
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("rights:access.title")}
        lead={t("rights:access.lead")}
        breadcrumbs={[
          { label: t("applicant:dashboard.title"), to: paths.my.dashboard() },
          { label: t("applicant:application.title"), to: paths.my.application(page.applicationId) },
          { label: t("rights:access.title") },
        ]}
      />
      <DataTable
        caption={t("rights:access.caption")}
        rows={page.rows}
        rowKey={({ sequence }) => sequence}
        empty={t("rights:access.empty")}
        columns={[
          { key: "at", header: t("rights:access.at"), cell: ({ at }) => <TimeStamp value={at} as="seconds" /> },
          {
            key: "role",
            header: t("rights:access.role"),
            rowHeader: true,
            cell: ({ role }) => t([`rights:role.${role}`, "rights:role.system"]),
          },
          { key: "academy", header: t("rights:access.academy"), cell: ({ academy }) => academy },
          {
            key: "what",
            header: t("rights:access.what"),
            cell: ({ event, document }) => t(`rights:access.event.${event}`, { document }),
          },
        ]}
      />
      {page.isCut && <p>{t("rights:access.cut", { shown: page.rows.length })}</p>}
      <p className="muted small">{t("rights:access.rule")}</p>
    </>
  );
}
