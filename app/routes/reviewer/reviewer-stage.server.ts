import { redirect } from "@remix-run/node";
import type { Params } from "@remix-run/react";
import { requireRole } from "#app/auth/guards.server.ts";
import { text } from "#app/domain/programme/text.ts";
import { param } from "#app/http/params.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { languageOf } from "#app/i18n/language.server.ts";
import { paths } from "#app/paths.ts";
import { reads } from "#app/runtime.server.ts";
import { findStageContext } from "#app/use-cases/stage-context.ts";
import { listSeatsOfReviewer } from "#db/queries/panels.ts";
import { findPledge } from "#db/queries/pledges.ts";

/** The stage of the address for a reviewer who was called to it, pledge signed; 404 for everybody else. */
export async function requireReviewerStage({ request, params }: { request: Request; params: Params }) {
  const actor = await requireRole(request, "reviewer");
  const of = { cohortId: param(params, "cohortId"), stageKey: param(params, "stageKey") };
  const reviewerId = actor.accountId;
  const [context, seats, pledge] = await Promise.all([
    findStageContext(reads, of),
    listSeatsOfReviewer(reads, { ...of, reviewerId }),
    findPledge(reads, { cohortId: of.cohortId, reviewerId }),
  ]);
  if (!context || seats.length === 0) throw notFound();
  if (!pledge) throw redirect(paths.review.pledge(of.cohortId));
  const language = languageOf(request);
  const t = translator(language);
  const stageTitle = text(context.rule.title, language);
  return {
    actor,
    ...of,
    ...context,
    seats,
    language,
    t,
    cohortTitle: language === "ko" ? context.cohort.titleKo : context.cohort.titleEn,
    stageTitle,
    isDeclared: seats.every(({ conflictsDeclaredAt }) => conflictsDeclaredAt !== null),
    titleOf: (page: string) => t("common:site.title", { page: `${page} - ${stageTitle}` }),
  };
}
