import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { documentsAction } from "./documents/documents-action.server.ts";
import { gapsView, holdersView, requestsView } from "./documents/documents-view.server.ts";
import { HolderList } from "./documents/holder-list.tsx";
import { fieldOfRefusal, RequestForm } from "./documents/request-form.tsx";
import { RequestTable } from "./documents/request-table.tsx";
import { requireManagedCohort } from "./managed-cohort.server.ts";
import { LinkButton } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { SectionCard } from "#app/components/layout/section-card.tsx";
import { Notice } from "#app/components/notice.tsx";
import { DataTable } from "#app/components/table/data-table.tsx";
import { findEvent } from "#app/domain/programme/calendar.ts";
import { text } from "#app/domain/programme/text.ts";
import { seoulInputValue } from "#app/i18n/seoul-time.ts";
import { reads } from "#app/runtime.server.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { cohort, language, t, titleOf } = await requireManagedCohort({ request, params });
  const definition = await getDefinition(reads, cohort.definitionId);
  const now = context.arrivedAt;
  const view = { cohort, definition, language, now };
  const search = new URL(request.url).searchParams;
  const pageOf = (name: string) => Math.max(1, Math.min(10_000, Math.trunc(Number(search.get(name))) || 1));
  const fixUntil = findEvent(definition, "documentFix")?.end;
  return {
    title: titleOf(t("documents:manage.title")),
    documents: definition.documents.map(({ id, label }) => ({ id, label: text(label, language) })),
    gaps: await gapsView(view),
    requests: await requestsView({ ...view, page: pageOf("requests") }),
    holders: await holdersView({ ...view, page: pageOf("holders") }),
    asked: {
      number: search.get("number")?.slice(0, 100) ?? "",
      document: search.get("document")?.slice(0, 100) ?? "",
      reason: "",
      dueAt: fixUntil && now < new Date(fixUntil) ? seoulInputValue(fixUntil) : "",
    },
  };
}

export const action = documentsAction;

export function meta({ data: page }: { readonly data?: { readonly title: string } | undefined }) {
  return [{ title: page?.title ?? "" }, { name: "robots", content: "noindex" }];
}

export default function DocumentsPage() {
  const { t } = useTranslation();
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof documentsAction>();
  const [search] = useSearchParams();
  const done = search.get("done");
  const doneSentence = done && !refused ? t(`documents:manage.done.${done}`, { defaultValue: "" }) : "";
  return (
    <>
      <PageHeader title={t("documents:manage.title")} lead={t("documents:manage.lead")} />
      <ErrorSummary errors={refused ? [{ message: refused.sentence, ...idOf(fieldOfRefusal[refused.code]) }] : []} />
      {doneSentence && (
        <Notice tone="success" role="status">
          {doneSentence}
        </Notice>
      )}
      <RequestForm
        key={`${page.asked.number}-${page.asked.document}`}
        documents={page.documents}
        typed={refused?.typed ?? page.asked}
        refused={refused}
      />
      <SectionCard title={t("documents:manage.gaps.title")}>
        <p>{t("documents:manage.gaps.lead")}</p>
        <DataTable
          caption={t("documents:manage.gaps.title")}
          captionHidden
          dense
          rows={page.gaps}
          rowKey={({ number, documentKey }) => `${number}-${documentKey}`}
          empty={t("documents:manage.gaps.none")}
          columns={[
            {
              key: "number",
              header: t("documents:manage.number"),
              rowHeader: true,
              cell: ({ number, name }) => `${number} ${name}`,
            },
            { key: "document", header: t("documents:manage.document"), cell: ({ document }) => document },
            {
              key: "act",
              header: t("documents:manage.act"),
              cell: ({ number, documentKey }) => (
                <LinkButton to={`?number=${number}&document=${documentKey}#request`} variant="tertiary">
                  {t("documents:manage.ask")}
                </LinkButton>
              ),
            },
          ]}
        />
      </SectionCard>
      <RequestTable requests={page.requests} />
      {page.holders && <HolderList holders={page.holders} />}
    </>
  );
}

function idOf(id: string | undefined): { readonly id?: string } {
  return id === undefined ? {} : { id };
}
