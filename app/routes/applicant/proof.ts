import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireRole } from "#app/auth/guards.server.ts";
import { can } from "#app/domain/access/policy.ts";
import { param } from "#app/http/params.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { reads } from "#app/runtime.server.ts";
import { getCohort } from "#db/queries/cohorts.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import { findOwnStanding } from "#db/queries/own-result.ts";
import { findAnnouncedAt } from "#db/queries/public-results.ts";
import { findOwnProof } from "./result/proof-view.server.ts";

/** The own row of the published record, with its salt and the path to the root: whoever holds it can check that it is in. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireRole(request, "applicant");
  const own = await findOwnStanding(reads, param(params, "applicationId"));
  if (!own || !can(actor, "application:write", own)) throw notFound();
  const cohort = await getCohort(reads, own.cohortId);
  const definition = await getDefinition(reads, cohort.definitionId);
  const announcedAt = await findAnnouncedAt(reads, cohort.id);
  const opening = await findOwnProof(own.id, { definition, announcedAt, now: context.arrivedAt });
  if (!opening) throw notFound();

  const proof = {
    format: "seonbal-own-row-1",
    cohort: cohort.slug,
    row: JSON.parse(opening.disclosed) as unknown,
    salt: opening.disclosedSalt,
    index: opening.leafIndex,
    size: opening.size,
    proof: JSON.parse(opening.proof) as unknown,
    disclosedRoot: opening.disclosedRoot,
    root: opening.root,
  };
  return new Response(`${JSON.stringify(proof, null, 2)}\n`, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": 'attachment; filename="proof.json"',
      "Cache-Control": "private, no-store",
      "X-Robots-Tag": "noindex",
    },
  });
}
