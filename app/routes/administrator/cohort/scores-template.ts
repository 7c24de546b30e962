import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireManagedCohort } from "./managed-cohort.server.ts";
import { csvLine } from "#app/domain/review/csv.ts";
import { numberHeaders } from "#app/domain/review/score-import.ts";
import { param } from "#app/http/params.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { reads } from "#app/runtime.server.ts";
import { columnsOf } from "#app/use-cases/import-scores.ts";
import { findStageContext } from "#app/use-cases/stage-context.ts";
import { listStageEntries } from "#db/queries/stage-entries.ts";

/** The numbers of the stage with empty columns, as a spreadsheet opens them (byte order mark, CRLF). */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { cohort } = await requireManagedCohort({ request, params });
  const of = { cohortId: cohort.id, stageKey: param(params, "stageKey") };
  const context = await findStageContext(reads, of);
  const columns = context ? columnsOf(context) : [];
  if (columns.length === 0) throw notFound();
  const entries = await listStageEntries(reads, of);
  const lines = entries
    .filter(({ applicationStatus }) => applicationStatus === "submitted")
    .map(({ applicationNumber }) => csvLine([applicationNumber, ...columns.map(() => "")]));
  const head = csvLine([numberHeaders[0], ...columns.map(({ header }) => header)]);
  return new Response(`\uFEFF${head}${lines.join("")}`, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="scores-${of.stageKey}.csv"`,
      "Cache-Control": "no-store",
    },
  });
}
