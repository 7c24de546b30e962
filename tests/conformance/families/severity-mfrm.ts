import { z } from "zod";
import { estimateRaschSeverity } from "#app/domain/reliability/rasch-severity.ts";
import { byName, name, number } from "./severity-ratings.ts";

/** `[application, reviewer, score per criterion...]`. */
const shape = z.object({ rows: z.array(z.tuple([name, name]).rest(number.nullable())) });

export function answerSeverityMfrm(input: unknown): unknown {
  const reviews = shape
    .parse(input)
    .rows.map(([application, reviewer, ...scores]) => ({ application, reviewer, scores }));
  const fit = estimateRaschSeverity(reviews);
  if (!fit.ok) return { refused: fit.refusal.kind };
  const { reviewers, applications, abilityVariance, deviance } = fit.value;
  const reviewer = (item: { readonly reviewer: string }): string => item.reviewer;
  return {
    reviewer_severity: byName(reviewers, reviewer, ({ severity }) => severity),
    severity_se: byName(reviewers, reviewer, ({ standardError }) => standardError),
    infit: byName(reviewers, reviewer, ({ infit }) => infit),
    outfit: byName(reviewers, reviewer, ({ outfit }) => outfit),
    person_eap: byName(
      applications,
      ({ application }) => application,
      ({ ability }) => ability,
    ),
    variance_theta: abilityVariance,
    deviance,
  };
}
