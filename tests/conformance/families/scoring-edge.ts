import { toExactString } from "#app/domain/exact/rounding.ts";
import { scoreApplications, type ScoredApplication } from "#app/domain/selection/scoring/score-applications.ts";
import type { CutOff } from "#app/domain/selection/scoring/scoring-rule.ts";
import { scoringQuestion } from "./scoring-input.ts";

/** Status, parts of the total and missed cut-offs of everybody, the merit order and the best `select`. */
export function answerScoringEdge(given: unknown): unknown {
  const { input, select } = scoringQuestion(given);
  const { applications, order } = scoreApplications(input);
  return {
    apps: Object.fromEntries(applications.map((each) => [each.application, rowOf(each)])),
    order,
    selected: order.slice(0, select),
  };
}

function rowOf(each: ScoredApplication) {
  if (each.score === null) return { status: each.status };
  const { criteria, weightedTotal, bonus, total, failed } = each.score;
  return {
    status: each.status === "qualified" ? "ranked" : each.status,
    criterion: criteria.map(toExactString),
    base_total: toExactString(weightedTotal),
    bonus: toExactString(bonus),
    total: toExactString(total),
    ...(each.status === "qualified"
      ? { rank: each.rank, rank_min_ties: each.tiedRank }
      : { failed: failed.map(({ cutOff }) => nameOf(cutOff)) }),
  };
}

function nameOf(cutOff: CutOff): string {
  return cutOff.on === "criterion" ? `criterion:${cutOff.criterion}` : cutOff.on;
}
