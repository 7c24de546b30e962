import type { Params } from "@remix-run/react";
import { requireRole } from "#app/auth/guards.server.ts";
import { can } from "#app/domain/access/policy.ts";
import { param } from "#app/http/params.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { languageOf } from "#app/i18n/language.server.ts";
import { reads } from "#app/runtime.server.ts";
import { findCohort } from "#db/queries/cohorts.ts";

/** The cohort of the address for somebody who may look into its records; 404 for one of another academy. */
export async function requireAuditedCohort({ request, params }: { request: Request; params: Params }) {
  const actor = await requireRole(request, "auditor", "administrator");
  const cohort = await findCohort(reads, param(params, "cohortId"));
  if (!cohort || !can(actor, "audit:view", cohort)) throw notFound();
  const language = languageOf(request);
  const t = translator(language);
  const name = language === "ko" ? cohort.titleKo : cohort.titleEn;
  const titleOf = (page: string) => t("common:site.title", { page: `${page} - ${name}` });
  return { cohort, name, titleOf, t };
}
