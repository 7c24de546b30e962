import type { Params } from "@remix-run/react";
import { requireAdministrator } from "#app/auth/guards.server.ts";
import { can } from "#app/domain/access/policy.ts";
import { param } from "#app/http/params.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { languageOf } from "#app/i18n/language.server.ts";
import { reads } from "#app/runtime.server.ts";
import { findCohort } from "#db/queries/cohorts.ts";

/** The cohort of the address and who is looking at it; 404 for a cohort of another academy. */
export async function requireManagedCohort({ request, params }: { request: Request; params: Params }) {
  const actor = await requireAdministrator(request);
  const cohort = await findCohort(reads, param(params, "cohortId"));
  if (!cohort || !can(actor, "cohort:manage", cohort)) throw notFound();
  const language = languageOf(request);
  const t = translator(language);
  const name = language === "ko" ? cohort.titleKo : cohort.titleEn;
  const titleOf = (page: string) => t("common:site.title", { page: `${page} - ${name}` });
  return { actor, cohort, language, t, titleOf };
}
