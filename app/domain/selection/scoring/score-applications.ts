import { seededOrder, type DrawOf } from "#app/domain/draw/seeded-order.ts";
import { negate, rational, rationalOf, sum, zero, type Rational } from "#app/domain/exact/rational.ts";
import { readScore, type ReadReview } from "#app/domain/selection/scoring/counted-reviews.ts";
import { rankByKeys, type RankedRow } from "#app/domain/selection/scoring/rank-by-keys.ts";
import {
  scoreApplication,
  type ApplicationScore,
  type UnscoredReason,
} from "#app/domain/selection/scoring/score-application.ts";
import type {
  BonusClaim,
  Extra,
  OrderKey,
  ScoringReview,
  ScoringRule,
} from "#app/domain/selection/scoring/scoring-rule.ts";

export type ScoringInput = {
  readonly rule: ScoringRule;
  /** Every application, each once; people whom no key separates are listed in this order. */
  readonly applications: readonly string[];
  readonly reviews: readonly ScoringReview[];
  readonly bonus?: ReadonlyMap<string, readonly BonusClaim[]>;
  readonly extras?: ReadonlyMap<string, readonly Extra[]>;
  /** Who may be ranked; everybody when it is not given. */
  readonly eligible?: ReadonlySet<string>;
  /** Needed when a key is `lottery`. */
  readonly draw?: DrawOf;
};

/**
 * `failed`: a cut-off was missed. Only who is `qualified` has a rank from 1, strict, and a `tiedRank`, which all share whom
 * no key separates; where the two differ the order within the tie is only that of the list.
 */
export type ScoredApplication = { readonly application: string } & (
  | {
      readonly status: "qualified";
      readonly score: ApplicationScore;
      readonly rank: number;
      readonly tiedRank: number;
    }
  | { readonly status: "failed" | "ineligible"; readonly score: ApplicationScore }
  | { readonly status: UnscoredReason; readonly score: null }
);

export type Scoring = {
  /** As the applications were listed. */
  readonly applications: readonly ScoredApplication[];
  /** The qualified, best first. */
  readonly order: readonly string[];
};

/**
 * Scores every application and orders the qualified by the published keys (SELECTION A2, A8), in exact rationals.
 * Throws on a review of an unknown application, scores out of range or of another number than the criteria, malformed
 * numbers, an unknown criterion, and a lottery without a draw.
 */
export function scoreApplications(input: ScoringInput): Scoring {
  const scored = scoreEach(input);
  const qualified = scored.flatMap(({ application, result }) => {
    const isIn = result.score?.failed.length === 0 && (input.eligible?.has(application) ?? true);
    return result.score && isIn ? [{ application, score: result.score }] : [];
  });
  const ranked = orderQualified(input, qualified);
  const places = new Map(ranked.map((place) => [place.row.application, place]));
  return {
    applications: scored.map(({ application, result }): ScoredApplication => {
      const place = places.get(application);
      if (result.score === null) return { application, ...result };
      if (place) return { ...place.row, status: "qualified", rank: place.rank, tiedRank: place.tiedRank };
      return { application, status: result.score.failed.length > 0 ? "failed" : "ineligible", score: result.score };
    }),
    order: ranked.map(({ row }) => row.application),
  };
}

function scoreEach({ rule, applications, reviews, bonus, extras }: ScoringInput) {
  if (rule.missingScore === "per_criterion" && rule.level === "review_total") {
    throw new RangeError("review totals need whole reviews: per_criterion goes with level criterion only");
  }
  const reviewsOf = new Map(applications.map((application) => [application, new Array<ReadReview>()]));
  if (reviewsOf.size !== applications.length) throw new RangeError("an application stands twice");
  for (const { application, reviewer, scores } of reviews) {
    const own = reviewsOf.get(application);
    if (!own) throw new RangeError(`no application ${application}`);
    if (scores.length !== rule.criteria.length) throw new RangeError("a review needs one place for each criterion");
    const read = rule.criteria.map(({ max }, at) => {
      const text = scores[at] ?? null;
      return text === null ? null : readScore(text, max);
    });
    own.push({ reviewer, scores: read });
  }
  return [...reviewsOf].map(([application, own]) => {
    const adjustments = { claims: bonus?.get(application) ?? [], extras: extras?.get(application) ?? [] };
    return { application, result: scoreApplication({ rule, reviews: own, ...adjustments }) };
  });
}

function orderQualified(input: ScoringInput, qualified: readonly Qualified[]): readonly RankedRow<Qualified>[] {
  const { order } = input.rule;
  const tickets = order.some(({ by }) => by === "lottery") ? ticketPlaces(input.draw, qualified) : new Map();
  return rankByKeys(
    qualified.map((row) => ({
      row,
      keys: order.map((key) => {
        const value = keyValue({ ...input, tickets }, key, row);
        return key.prefer === "high" ? value : negate(value);
      }),
    })),
  );
}

type Qualified = { readonly application: string; readonly score: ApplicationScore };

/** The place of each ticket in the draw, the smallest ticket first. */
function ticketPlaces(draw: DrawOf | undefined, qualified: readonly Qualified[]): ReadonlyMap<string, Rational> {
  if (!draw) throw new RangeError("a lottery needs a draw");
  const ids = seededOrder({ ...draw, ids: qualified.map(({ application }) => application) });
  return new Map(ids.map((id, place) => [id, rational(BigInt(place))]));
}

type ToCompare = ScoringInput & { readonly tickets: ReadonlyMap<string, Rational> };

function keyValue({ rule, extras, tickets }: ToCompare, key: OrderKey, { application, score }: Qualified): Rational {
  switch (key.by) {
    case "criterion": {
      const value = score.criteria[rule.criteria.findIndex(({ id }) => id === key.criterion)];
      if (value === undefined) throw new RangeError(`no criterion ${key.criterion}`);
      return value;
    }
    case "extra": {
      const named = extras?.get(application)?.filter(({ name }) => name === key.extra) ?? [];
      return sum(named.map(({ amount }) => rationalOf(amount)));
    }
    case "max_review":
      return score.highestReview;
    case "weighted_total":
      return score.weightedTotal;
    case "total":
      return score.compared;
    case "lottery":
      return tickets.get(application) ?? zero;
  }
}
