import { z } from "zod";
import { compareText } from "#app/domain/exact/compare-text.ts";
import { negate, rationalOf, zero, type Rational } from "#app/domain/exact/rational.ts";
import { toExactString } from "#app/domain/exact/rounding.ts";
import { finalScore, type CarryOver } from "#app/domain/selection/scoring/carry-over.ts";
import { rankByKeys } from "#app/domain/selection/scoring/rank-by-keys.ts";
import { shortlistByKeys } from "#app/domain/selection/scoring/shortlist-by-keys.ts";
import { exactNumber, orderKeys } from "./scoring-input.ts";

/** By application the parts and the `total` of a stage; a bare number is its total. */
const stageScores = z.record(
  z.string(),
  z.union([z.record(z.string(), exactNumber.nullable()), exactNumber.nullable().transform((total) => ({ total }))]),
);
const multistageCase = z.object({
  stage1: stageScores,
  stage1_order: orderKeys,
  shortlist: z.number().int(),
  shortlist_ties: z.string().nullish(),
  stage2: stageScores,
  carry_over: z.union([z.literal("reset"), z.object({ stage1: exactNumber, stage2: exactNumber })]),
  final_order: orderKeys,
  final_select: z.number().int().nullish(),
});

type Person = { readonly id: string; readonly values: ReadonlyMap<string, Rational> };

/** Who reaches stage 2, the final scores by carry-over and the final order. Who did not stand in stage 2 is out. */
export function answerMultistage(given: unknown): unknown {
  const parsed = multistageCase.parse(given);
  const { stage1, stage2, stage1_order, final_order, final_select, shortlist_ties } = parsed;
  const people = Object.entries(stage1).map(([id, scores]): Person => ({ id, values: readScores(scores) }));
  const first = people.filter(({ values }) => values.has("total"));
  const entered = shortlistByKeys({
    rows: first.map((row) => ({ row, keys: keysOf(stage1_order, row) })),
    places: parsed.shortlist,
    tiesAtCut: shortlist_ties?.includes("all") ? "all_ties" : "none",
  });
  const carryOver = carryOverOf(parsed.carry_over);
  const byId = new Map(entered.map((person) => [person.id, person.values]));
  const finals = Object.entries(stage2).flatMap(([id, scores]) => {
    const values = byId.get(id);
    if (!values) return [];
    const later = readScores(scores);
    const [score1, score2] = [values.get("total") ?? null, later.get("total") ?? null];
    const final = finalScore(carryOver, [
      { stage: "stage1", score: score1 },
      { stage: "stage2", score: score2 },
    ]);
    if (final === null || score1 === null || score2 === null) return [];
    const named = [...prefixed("stage1", values), ...prefixed("stage2", later), ["final", final]] as const;
    return [{ id, final, values: new Map([...named, ["stage1", score1], ["stage2", score2]]) }];
  });
  const ranked = rankByKeys(finals.map((row) => ({ row, keys: keysOf(final_order, row) })));
  const order = ranked.map(({ row }) => row.id);
  return {
    shortlist: entered.map(({ id }) => id).toSorted(compareText),
    final_total: Object.fromEntries(finals.map(({ id, final }) => [id, toExactString(final)])),
    final_order: order,
    selected: order.slice(0, final_select ?? order.length),
  };
}

function readScores(scores: Readonly<Record<string, string | null>>): ReadonlyMap<string, Rational> {
  return new Map(
    Object.entries(scores).flatMap(([key, value]) => (value === null ? [] : [[key, rationalOf(value)] as const])),
  );
}

function prefixed(stage: string, values: ReadonlyMap<string, Rational>) {
  return [...values].map(([key, value]) => [`${stage}:${key}`, value] as const);
}

/** Who lacks a key stands behind everybody who has it. */
function keysOf(order: z.output<typeof orderKeys>, { values }: Person): readonly Rational[] {
  return order.flatMap(([key, direction]) => {
    const value = values.get(key);
    if (!value) return [zero, zero];
    return [one, direction === "desc" ? value : negate(value)];
  });
}

const one = rationalOf("1");

function carryOverOf(given: z.output<typeof multistageCase>["carry_over"]): CarryOver {
  if (given === "reset") return given;
  return { weights: { stage1: rationalOf(given.stage1), stage2: rationalOf(given.stage2) } };
}
