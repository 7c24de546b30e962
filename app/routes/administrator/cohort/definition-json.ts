import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireRole } from "#app/auth/guards.server.ts";
import { can } from "#app/domain/access/policy.ts";
import { param } from "#app/http/params.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { reads } from "#app/runtime.server.ts";
import { findCohort } from "#db/queries/cohorts.ts";
import { getDefinitionText, listDefinitionVersions } from "#db/queries/definition-versions.ts";

/** A version of the definition, byte for byte as its digest was taken. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireRole(request, "administrator", "auditor");
  const cohort = await findCohort(reads, param(params, "cohortId"));
  if (!cohort || !can(actor, "cohort:view", cohort)) throw notFound();
  const versionId = param(params, "file").replace(/\.json$/, "");
  const version = (await listDefinitionVersions(reads, cohort.id)).find(({ id }) => id === versionId);
  if (!version) throw notFound();
  return new Response(await getDefinitionText(reads, version.id), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="${cohort.slug}-v${version.version}.json"`,
      "Cache-Control": "private, no-store",
    },
  });
}
