import { toExactString } from "#app/domain/exact/rounding.ts";
import { scoreApplications, type ScoredApplication } from "#app/domain/selection/scoring/score-applications.ts";
import { scoringQuestion } from "./scoring-input.ts";

/** Scores, ranks and the best `select`, in merit order. */
export function answerScoreSelect(given: unknown): unknown {
  const { input, select, ties } = scoringQuestion(given);
  const { applications, order } = scoreApplications(input);
  const tiedRank = new Map(applications.map((each) => [each.application, "rank" in each ? each.tiedRank : 0]));
  const selected = order.filter((id, place) => (ties === "all_ties" ? (tiedRank.get(id) ?? 0) : place + 1) <= select);
  return { apps: Object.fromEntries(applications.map((each) => [each.application, rowOf(each)])), selected };
}

function rowOf(each: ScoredApplication) {
  const isRanked = each.status === "qualified";
  const place = {
    qualified: isRanked,
    rank: isRanked ? each.rank : null,
    rank_min_ties: isRanked ? each.tiedRank : null,
  };
  if (each.score === null) return { status: each.status, criterion: null, weighted_total: null, total: null, ...place };
  const { criteria, weightedTotal, total } = each.score;
  return {
    criterion: criteria.map(toExactString),
    weighted_total: toExactString(weightedTotal),
    total: toExactString(total),
    ...place,
  };
}
