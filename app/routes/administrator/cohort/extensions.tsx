import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Notice } from "#app/components/notice.tsx";
import { mayBeExtended } from "#app/domain/application/door.ts";
import { findEvent, windowOf } from "#app/domain/programme/calendar.ts";
import { stagesInOrder } from "#app/domain/programme/stage.ts";
import { readFormData } from "#app/http/form.server.ts";
import { refusalText } from "#app/http/refusal-text.ts";
import { notFound } from "#app/http/responses.server.ts";
import { instantOfSeoulInput } from "#app/i18n/seoul-time.ts";
import { paths } from "#app/paths.ts";
import { db, reads } from "#app/runtime.server.ts";
import { grantExtension } from "#app/use-cases/grant-extension.ts";
import { revokeExtension } from "#app/use-cases/revoke-extension.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import { findExtendable, listExtensions, type Extendable } from "#db/queries/extensions.ts";
import { pageMeta } from "../page-meta.ts";
import { ExtensionForm, type RefusedExtension } from "./extensions/extension-form.tsx";
import { ExtensionTable } from "./extensions/extension-table.tsx";
import { requireManagedCohort } from "./managed-cohort.server.ts";

export const meta = pageMeta;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { cohort, t, titleOf } = await requireManagedCohort({ request, params });
  const definition = await getDefinition(reads, cohort.definitionId);
  const first = stagesInOrder(definition)[0];
  const now = context.arrivedAt.toISOString();
  return {
    title: titleOf(t("extension:manage.title")),
    cohortId: cohort.id,
    closed: mayBeExtended(cohort.phase) ? null : cohort.phase === "draft" ? "not-open" : "first-stage-opened",
    end: windowOf(definition, "application").end.toISOString(),
    firstStageAt: (first && findEvent(definition, first.id)?.start) ?? null,
    // Linked from an application's page by its id; an address holds no name.
    who: new URL(request.url).searchParams.get("application") ?? "",
    extensions: (await listExtensions(reads, cohort.id)).map((extension) => ({
      ...extension,
      state: extension.revokedAt
        ? ("revoked" as const)
        : extension.until <= now
          ? ("over" as const)
          : ("running" as const),
    })),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, cohort, t } = await requireManagedCohort({ request, params });
  const form = await readFormData(request);
  const given = (name: string) => String(form.get(name) ?? "").trim();
  const [cohortId, now, path] = [cohort.id, new Date(), paths.manage.extensions(cohort.id)];
  const typed = { who: given("who"), until: given("until"), reason: given("reason") };
  const refused = (field: string | null, refusal: string, found: readonly Extendable[] = []) =>
    data({ typed, field, sentence: refusalText(t, "extension", refusal), found } satisfies RefusedExtension, {
      status: field === null ? 409 : 400,
    });

  if (form.get("intent") === "revoke") {
    const revoked = await revokeExtension(db, actor, { cohortId, extensionId: given("extensionId"), now });
    if (revoked.ok) return redirect(`${path}?done=taken`);
    if (revoked.refusal === "not-yours") throw notFound();
    return refused(null, revoked.refusal);
  }
  if (typed.who === "") return refused("who", "who-missing");
  const found = await findExtendable(reads, { academyId: cohort.academyId, cohortId, who: typed.who });
  const chosen = found.length === 1 ? found[0] : found.find(({ id }) => id === given("applicationId"));
  if (found.length === 0) return refused("who", "nobody-found");
  const until = instantOfSeoulInput(typed.until);
  if (!until) return refused("until", "until-missing", found);
  if (typed.reason === "") return refused("reason", "reason-missing", found);
  if (!chosen) return refused("which", "which", found);

  const { id: applicationId } = chosen;
  const granted = await grantExtension(db, actor, { cohortId, applicationId, until, reason: typed.reason, now });
  if (granted.ok) return redirect(`${path}?done=given`);
  const { refusal } = granted;
  if (refusal === "not-yours") throw notFound();
  return refused(
    refusal.startsWith("reason") ? "reason" : refusal.startsWith("until") ? "until" : "who",
    refusal,
    found,
  );
}

export default function ExtensionsPage() {
  const { t } = useTranslation();
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [search] = useSearchParams();
  const done = search.get("done");
  return (
    <>
      <PageHeader title={t("extension:manage.title")} lead={t("extension:manage.lead")} />
      <ErrorSummary
        errors={refused ? [{ message: refused.sentence, ...(refused.field ? { id: refused.field } : {}) }] : []}
      />
      {!refused && (done === "given" || done === "taken") && (
        <Notice tone="success" role="status" title={t(`extension:manage.${done}`)} />
      )}
      {page.closed ? (
        <Notice title={t("extension:manage.closed")}>
          <p>{t(`extension:refusal.${page.closed}`)}</p>
        </Notice>
      ) : (
        <ExtensionForm end={page.end} firstStageAt={page.firstStageAt} who={page.who} refused={refused} />
      )}
      <ExtensionTable cohortId={page.cohortId} extensions={page.extensions} />
    </>
  );
}
