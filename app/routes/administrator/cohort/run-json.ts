import type { LoaderFunctionArgs } from "@remix-run/node";
import { param } from "#app/http/params.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { reads } from "#app/runtime.server.ts";
import { findStoredRun } from "#db/queries/selection-runs.ts";
import { requireManagedCohort } from "./managed-cohort.server.ts";

/** Input or result of a run, byte for byte as they are stored. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { cohort } = await requireManagedCohort({ request, params });
  const file = param(params, "file");
  const run = await findStoredRun(reads, param(params, "runId"));
  if (!run || run.cohortId !== cohort.id || (file !== "input.json" && file !== "result.json")) throw notFound();
  return new Response(file === "input.json" ? run.input : run.result, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="${cohort.slug}-${run.digest.slice(0, 12)}-${file}"`,
      "Cache-Control": "no-store",
    },
  });
}
