import { z } from "zod";
import { estimateAdditiveSeverity } from "#app/domain/reliability/additive-severity.ts";
import { byName, ratingList } from "./severity-ratings.ts";

const shape = z.object({ ratings: ratingList });

export function answerSeverityAdditive(input: unknown): unknown {
  const fit = estimateAdditiveSeverity(shape.parse(input).ratings);
  if (!fit.ok) return { refused: fit.refusal.kind };
  const { applications, reviewers, panels, sigma, residualDegrees, residualSumOfSquares } = fit.value;
  const application = (item: { readonly application: string }): string => item.application;
  return {
    application_adjusted: byName(applications, application, ({ adjusted }) => adjusted),
    reviewer_severity: byName(
      reviewers,
      ({ reviewer }) => reviewer,
      ({ severity }) => severity,
    ),
    sigma,
    df_residual: residualDegrees,
    rss: residualSumOfSquares,
    se_application: byName(applications, application, ({ standardError }) => standardError),
    components: panels,
  };
}
