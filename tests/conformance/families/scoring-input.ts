import { z } from "zod";
import { roundingModes } from "#app/domain/exact/rounding.ts";
import type { AggregateRule } from "#app/domain/selection/scoring/aggregate.ts";
import type { ScoringInput } from "#app/domain/selection/scoring/score-applications.ts";
import type { CutOff, OrderKey, ScoringRule } from "#app/domain/selection/scoring/scoring-rule.ts";

/** A decimal, written as text or as a JSON number. */
export const exactNumber = z.union([z.string(), z.number()]).transform(String);

const rounding = z.object({ places: z.number().int().min(0), mode: z.enum(roundingModes) }).nullish();
const aggregate = z.object({
  kind: z.enum(["mean", "median", "drop_high_low"]),
  drop: z.number().int().min(0).nullish(),
  min_reviews_for_drop: z.number().int().nullish(),
});
const cutOffValue = z.union([exactNumber, z.record(z.string(), exactNumber.nullable())]).nullish();
const cutOffs = z.record(z.string(), cutOffValue);

export const orderKeys = z.array(z.tuple([z.string(), z.enum(["asc", "desc"])]));

const scoringCase = z.object({
  criteria: z.array(z.object({ id: z.string(), weight: exactNumber, max: exactNumber.nullish() })),
  reviews: z.array(z.tuple([z.string(), z.string(), z.array(exactNumber.nullable())])),
  extras: z.record(z.string(), z.array(z.tuple([z.string(), exactNumber]))).nullish(),
  bonus: z.record(z.string(), z.array(z.tuple([z.string(), exactNumber]))).nullish(),
  eligible: z.union([z.array(z.string()), z.record(z.string(), z.boolean())]).nullish(),
  rule: z.object({
    normalise: z.string().nullish(),
    missing_score: z.enum(["drop_review", "per_criterion", "block"]).nullish(),
    min_valid_reviews: z.number().int().nullish(),
    aggregate_level: z.enum(["criterion", "review_total"]).nullish(),
    aggregate: aggregate.nullish(),
    round_criterion: rounding,
    round_weighted: rounding,
    round_total: rounding,
    cutoffs: cutOffs.nullish(),
    bonus_cap: exactNumber.nullish(),
    order: orderKeys.nullish(),
    lottery: z
      .object({ algorithm: z.literal("sha256_order").nullish(), seed: z.string(), label: z.string() })
      .nullish(),
    select: z.number().int().nullish(),
    ties: z.string().nullish(),
  }),
});

type ScoringCase = z.output<typeof scoringCase>;

export type ScoringQuestion = {
  readonly input: ScoringInput;
  readonly select: number;
  readonly ties: "all_ties" | "none";
};

/** Reads a case of `score_select` or `scoring_edge` as a question to the scoring pipeline. */
export function scoringQuestion(given: unknown): ScoringQuestion {
  const parsed = scoringCase.parse(given);
  const { reviews, extras, bonus, eligible, rule } = parsed;
  const adjusted = [...Object.keys(extras ?? {}), ...Object.keys(bonus ?? {})];
  const applications = [...new Set([...reviews.map(([application]) => application), ...adjusted])];
  const listed = Array.isArray(eligible) ? eligible : applications.filter((id) => eligible?.[id] !== false);
  const input: ScoringInput = {
    rule: ruleOf(parsed),
    applications,
    reviews: reviews.map(([application, reviewer, scores]) => ({ application, reviewer, scores })),
    bonus: mapOf(bonus, ([item, points]) => ({ item, points })),
    extras: mapOf(extras, ([name, amount]) => ({ name, amount })),
    eligible: new Set(listed),
    ...(rule.lottery ? { draw: rule.lottery } : {}),
  };
  // A rule that speaks of ties keeps people together whom no key separates, also at the last place.
  const takesAll = rule.ties !== null && rule.ties !== undefined && !/none|strict|lottery/.test(rule.ties);
  return { input, select: rule.select ?? applications.length, ties: takesAll ? "all_ties" : "none" };
}

function ruleOf({ criteria, rule }: ScoringCase): ScoringRule {
  return {
    criteria: criteria.map(({ max, ...criterion }) => ({ ...criterion, max: max ?? null })),
    contribution: rule.normalise ? "weight_times_share" : "weight_times_score",
    missingScore: rule.missing_score ?? "drop_review",
    minimumReviews: rule.min_valid_reviews ?? 1,
    level: rule.aggregate_level ?? "criterion",
    aggregate: aggregateRule(rule.aggregate),
    rounding: {
      criterion: roundingOf(rule.round_criterion),
      weighted: roundingOf(rule.round_weighted),
      total: roundingOf(rule.round_total),
    },
    cutOffs: cutOffsOf({ criteria, rule }),
    bonus: { cap: rule.bonus_cap ?? null, itemCaps: {} },
    rankOn: "rounded",
    order: (rule.order ?? [["total", "desc"] as const]).map(([key, direction]) => orderKey(key, direction)),
  };
}

function aggregateRule(rule: z.output<typeof aggregate> | null | undefined): AggregateRule {
  if (!rule) return { kind: "mean" };
  if (rule.kind !== "drop_high_low") return { kind: rule.kind };
  const { drop, min_reviews_for_drop } = rule;
  return { kind: rule.kind, each: drop ?? 1, enabledFrom: min_reviews_for_drop ?? 3, tooFew: "mean_all" };
}

function roundingOf(given: z.output<typeof rounding>) {
  return given ? { scale: given.places, mode: given.mode } : null;
}

/** Criteria in their order first, then the base total, then the total, as a reader expects failures to be listed. */
function cutOffsOf({ criteria, rule }: Pick<ScoringCase, "criteria" | "rule">): readonly CutOff[] {
  const given = Object.entries(rule.cutoffs ?? {}).flatMap(([key, value]) => {
    return value === null || value === undefined ? [] : [cutOffsNamed(key, value, criteria)];
  });
  const places = ["criterion", "base_total", "total"];
  const idsInOrder = criteria.map(({ id }) => id);
  return given.flat().toSorted((left, right) => {
    const byKind = places.indexOf(left.on) - places.indexOf(right.on);
    if (byKind !== 0 || left.on !== "criterion" || right.on !== "criterion") return byKind;
    return idsInOrder.indexOf(left.criterion) - idsInOrder.indexOf(right.criterion);
  });
}

function cutOffsNamed(
  key: string,
  value: NonNullable<z.output<typeof cutOffValue>>,
  criteria: ScoringCase["criteria"],
): readonly CutOff[] {
  if (key === "base_total" || key === "weighted_total") return [{ on: "base_total", points: exactNumber.parse(value) }];
  if (key === "total") return [{ on: "total", points: exactNumber.parse(value) }];
  const own = criteria.find(({ id }) => id === key);
  const [kind = "", ...named] = own ? ["criterion", own.id] : key.split(":");
  if (!/^(min_)?criterion/.test(kind)) throw new RangeError(`a cut-off on ${key} is not known`);
  const ids = named.length > 0 ? [named.join(":")] : criteria.map(({ id }) => id);
  return ids.flatMap((criterion): CutOff[] => {
    const cut = typeof value === "string" ? value : (value[criterion] ?? null);
    if (cut === null) return [];
    return kind.includes("percent")
      ? [{ on: "criterion", criterion, percent: cut }]
      : [{ on: "criterion", criterion, points: cut }];
  });
}

function orderKey(key: string, direction: "asc" | "desc"): OrderKey {
  const prefer = direction === "desc" ? "high" : "low";
  if (key.startsWith("criterion:")) return { by: "criterion", criterion: key.slice("criterion:".length), prefer };
  if (key.startsWith("extra:")) return { by: "extra", extra: key.slice("extra:".length), prefer };
  return { by: z.enum(["total", "weighted_total", "max_review", "lottery"]).parse(key), prefer };
}

function mapOf<Given, Read>(
  given: Readonly<Record<string, readonly Given[]>> | null | undefined,
  read: (one: Given) => Read,
) {
  return new Map(Object.entries(given ?? {}).map(([id, entries]) => [id, entries.map(read)]));
}
