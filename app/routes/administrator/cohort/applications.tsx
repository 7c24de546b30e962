import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Pagination } from "#app/components/table/pagination.tsx";
import { searchForm } from "#app/domain/cohort/form.ts";
import { hasReached } from "#app/domain/cohort/phase.ts";
import { text } from "#app/domain/programme/text.ts";
import { readFormData } from "#app/http/form.server.ts";
import { refusalText } from "#app/http/refusal-text.ts";
import { notFound } from "#app/http/responses.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { paths } from "#app/paths.ts";
import { db, reads } from "#app/runtime.server.ts";
import { searchApplications } from "#app/use-cases/search-applications.ts";
import { proofDocuments, verifyClaims, CLAIMS_AT_ONCE } from "#app/use-cases/verify-claims.ts";
import {
  APPLICATIONS_A_PAGE,
  countApplicationsOfCohort,
  listApplicationsOfCohort,
} from "#db/queries/application-list.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import { listClaimsWithProof } from "#db/queries/screening.ts";
import { pageMeta } from "../page-meta.ts";
import { ApplicationFilters } from "./applications/application-filters.tsx";
import { ApplicationSearch } from "./applications/application-search.tsx";
import { ApplicationTable } from "./applications/application-table.tsx";
import { addressOf, wishesOf } from "./applications/list-wishes.ts";
import { VerifyClaimsBox } from "./applications/verify-claims-box.tsx";
import { requireManagedCohort } from "./managed-cohort.server.ts";

export const meta = pageMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { cohort, language, t, titleOf } = await requireManagedCohort({ request, params });
  const definition = await getDefinition(reads, cohort.definitionId);
  const wishes = wishesOf(
    new URL(request.url).searchParams,
    definition.tracks.map(({ id }) => id),
  );
  const filter = { cohortId: cohort.id, ...wishes.filter };
  const documentKeys = proofDocuments(definition);
  const mayVerify = !hasReached(cohort.phase, "confirmed");
  const [rows, total, provenClaims] = await Promise.all([
    listApplicationsOfCohort(reads, filter, wishes),
    countApplicationsOfCohort(reads, filter),
    mayVerify ? listClaimsWithProof(reads, { cohortId: cohort.id, documentKeys, limit: CLAIMS_AT_ONCE }) : [],
  ]);
  return {
    title: titleOf(t("administrator:nav.applications")),
    cohortId: cohort.id,
    wishes,
    rows,
    total,
    pageSize: APPLICATIONS_A_PAGE,
    provenClaims: provenClaims.length,
    tracks: definition.tracks.map(({ id, title }) => ({ id, title: text(title, language) })),
  };
}

const nothing = {
  search: "",
  found: null as Awaited<ReturnType<typeof listApplicationsOfCohort>> | null,
  errors: [] as readonly string[],
  refusal: null as string | null,
};

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, cohort, t } = await requireManagedCohort({ request, params });
  const formData = await readFormData(request);
  const input = { cohortId: cohort.id, now: context.arrivedAt };
  if (formData.get("intent") === "verifyClaims") {
    const verified = await verifyClaims(db, actor, input);
    if (verified.ok) return redirect(`${paths.manage.applications(cohort.id)}?verified=${verified.value.verified}`);
    if (verified.refusal === "not-yours") throw notFound();
    return data({ ...nothing, refusal: refusalText(t, "administrator", verified.refusal) }, { status: 409 });
  }

  const typed = String(formData.get("search") ?? "");
  const read = searchForm.safeParse({ search: typed });
  if (!read.success) {
    const errors = read.error.issues.map(({ message }) => message);
    return data({ ...nothing, search: typed, errors }, { status: 400 });
  }
  const found = await searchApplications(db, actor, { ...input, search: read.data.search });
  if (!found.ok) throw notFound();
  return { ...nothing, search: read.data.search, found: found.value };
}

export default function Applications() {
  const { t } = useTranslation();
  const { cohortId, wishes, rows, total, pageSize, provenClaims, tracks } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const place = { cohortId, tracks };
  return (
    <>
      <PageHeader title={t("administrator:nav.applications")} lead={t("administrator:applications.lead")} />
      {wishes.verified !== null && (
        <Notice tone="success" role="status">
          {t("administrator:applications.verified", { claims: formatNumber(wishes.verified) })}
        </Notice>
      )}
      {answer?.refusal && (
        <Notice tone="danger" role="alert">
          {answer.refusal}
        </Notice>
      )}
      <ApplicationSearch search={answer?.search ?? ""} errors={answer?.errors ?? []} />
      {answer?.found ? (
        <ApplicationTable
          {...place}
          rows={answer.found}
          caption={t("administrator:applications.found", { applications: formatNumber(answer.found.length) })}
        />
      ) : (
        <>
          <ApplicationFilters wishes={wishes} tracks={tracks} />
          <ApplicationTable
            {...place}
            wishes={wishes}
            rows={rows}
            caption={t("administrator:applications.caption", { applications: formatNumber(total) })}
          />
          <Pagination
            page={wishes.page}
            pageSize={pageSize}
            total={total}
            hrefOf={(page) => addressOf({ ...wishes, page })}
          />
        </>
      )}
      {provenClaims > 0 && <VerifyClaimsBox claims={provenClaims} />}
    </>
  );
}
