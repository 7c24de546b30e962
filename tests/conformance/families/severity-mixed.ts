import { z } from "zod";
import type { MixedFit } from "#app/domain/reliability/mixed-model.ts";
import { estimateMixedSeverity } from "#app/domain/reliability/mixed-severity.ts";
import { byName, ratingList } from "./severity-ratings.ts";

const shape = z.object({ ratings: ratingList });

export function answerSeverityMixed(input: unknown): unknown {
  const fit = estimateMixedSeverity(shape.parse(input).ratings);
  if (!fit.ok) return { refused: fit.refusal.kind };
  return { ...effectsOf(fit.value), reml_deviance: fit.value.deviance, singular: fit.value.singular };
}

/** What both mixed families answer. */
export function effectsOf({ mean, meanStandardError, variances, applications, reviewers, panels }: MixedFit): object {
  return {
    mu: mean,
    se_mu: meanStandardError,
    var_app: variances.application,
    var_rev: variances.reviewer,
    var_res: variances.residual,
    blup_application: byName(
      applications,
      ({ application }) => application,
      ({ effect }) => effect,
    ),
    blup_reviewer: byName(
      reviewers,
      ({ reviewer }) => reviewer,
      ({ effect }) => effect,
    ),
    posterior_sd_application: byName(
      applications,
      ({ application }) => application,
      ({ standardDeviation }) => standardDeviation,
    ),
    components: panels,
  };
}
