import { expect, test } from "vitest";
import { negate, rational, rationalOf, toFractionString } from "#app/domain/exact/rational.ts";
import { finalScore } from "#app/domain/selection/scoring/carry-over.ts";
import { countReviews } from "#app/domain/selection/scoring/counted-reviews.ts";
import { missedCutOffs } from "#app/domain/selection/scoring/cut-offs.ts";
import { decideTie } from "#app/domain/selection/scoring/decide-tie.ts";
import { grantedBonus } from "#app/domain/selection/scoring/granted-bonus.ts";
import { meritKey } from "#app/domain/selection/scoring/merit-key.ts";
import { compareKeys, rankByKeys } from "#app/domain/selection/scoring/rank-by-keys.ts";
import type { CutOff } from "#app/domain/selection/scoring/scoring-rule.ts";
import { shortlistByKeys } from "#app/domain/selection/scoring/shortlist-by-keys.ts";
import { shortlistWithGuarantees } from "#app/domain/selection/scoring/shortlist-with-guarantees.ts";

const criteria = [
  { id: "plan", weight: "60", max: "30" },
  { id: "will", weight: "40", max: null },
];
const score = {
  criteria: [rationalOf("12"), rationalOf("7")],
  weightedTotal: rationalOf("59.72"),
  total: rationalOf("64.72"),
};

function missed(...cutOffs: readonly CutOff[]) {
  return missedCutOffs({ criteria, cutOffs, score }).map(({ cutOff, value }) => [cutOff.on, toFractionString(value)]);
}

test("a cut-off is met by equality and missed just below, in points and in percent of the maximum", () => {
  expect(missed({ on: "criterion", criterion: "plan", percent: "40" })).toEqual([]);
  expect(missed({ on: "criterion", criterion: "plan", percent: "40.01" })).toEqual([["criterion", "12/1"]]);
  expect(missed({ on: "criterion", criterion: "will", points: "7" })).toEqual([]);
  expect(missed({ on: "criterion", criterion: "will", points: "7.000001" })).toEqual([["criterion", "7/1"]]);
  expect(missed({ on: "base_total", points: "60" }, { on: "total", points: "60" })).toEqual([
    ["base_total", "1493/25"],
  ]);
  expect(missed({ on: "total", points: "65" }, { on: "base_total", points: "59.72" })).toEqual([["total", "1618/25"]]);
});

test("a cut-off on an unknown criterion, or in percent of no maximum, is a fault", () => {
  expect(() => missed({ on: "criterion", criterion: "none", points: "1" })).toThrow("no criterion none");
  expect(() => missed({ on: "criterion", criterion: "will", percent: "40" })).toThrow("a percentage of will");
});

test("each bonus item has its own cap, and all together have one", () => {
  const claims = [
    { item: "veteran", points: "4" },
    { item: "veteran", points: "3" },
    { item: "region", points: "2.5" },
  ];
  const granted = (cap: string | null, itemCaps: Readonly<Record<string, string>>) =>
    toFractionString(grantedBonus({ caps: { cap, itemCaps }, claims, maximum: null }));
  expect(granted(null, {})).toBe("19/2");
  expect(granted(null, { veteran: "5" })).toBe("15/2");
  expect(granted("9.5", {})).toBe("19/2");
  expect(granted("6", { veteran: "5", region: "3" })).toBe("6/1");
  expect(granted("6", { veteran: "0", region: "3" })).toBe("5/2");
  expect(() =>
    grantedBonus({ caps: { cap: null, itemCaps: {} }, claims: [{ item: "x", percent: "1" }], maximum: null }),
  ).toThrow("a percentage for x");
});

test("reviews are counted before and after the incomplete ones are left out", () => {
  const whole = { reviewer: "R1", scores: [rational(1n), rational(2n)] };
  const partial = { reviewer: "R2", scores: [rational(1n), null] };
  const count = (missingScore: "block" | "drop_review", minimumReviews: number) =>
    countReviews({ reviews: [whole, partial], missingScore, minimumReviews });
  expect(count("drop_review", 1)).toEqual({ status: "counted", reviews: [whole], leftOut: ["R2"] });
  expect(count("drop_review", 2)).toEqual({ status: "insufficient_reviews" });
  expect(count("block", 2)).toEqual({ status: "incomplete_review" });
  expect(count("block", 3)).toEqual({ status: "insufficient_reviews" });
});

const keys = (...given: readonly string[]) => given.map(rationalOf);

test("rows are ranked by the first key in which they differ", () => {
  const rows = [
    { row: "a", keys: keys("1", "9") },
    { row: "b", keys: keys("2", "1") },
    { row: "c", keys: keys("2", "3") },
    { row: "d", keys: keys("1", "9") },
  ];
  expect(rankByKeys(rows).map(({ row, rank, tiedRank }) => [row, rank, tiedRank])).toEqual([
    ["c", 1, 1],
    ["b", 2, 2],
    ["a", 3, 3],
    ["d", 4, 3],
  ]);
  expect(compareKeys(keys("1", "2"), keys("1", "3"))).toBe(-1);
  expect(compareKeys(keys("1", "3"), keys("1", "2"))).toBe(1);
  expect(compareKeys(keys("1", "3"), keys("1", "3"))).toBe(0);
});

test("a shortlist has its places, and where all ties pass also who ties with the last", () => {
  const rows = ["9", "7", "7", "7", "3"].map((points, at) => ({ row: `P${at}`, keys: keys(points) }));
  const shortlist = (places: number, tiesAtCut: "all_ties" | "none") => shortlistByKeys({ rows, places, tiesAtCut });
  expect(shortlist(2, "none")).toEqual(["P0", "P1"]);
  expect(shortlist(2, "all_ties")).toEqual(["P0", "P1", "P2", "P3"]);
  expect(shortlist(1, "all_ties")).toEqual(["P0"]);
  expect(shortlist(0, "all_ties")).toEqual([]);
  expect(shortlist(9, "none")).toHaveLength(5);
});

test("the final score carries each stage over by its weight, or starts again", () => {
  const stages = [
    { stage: "document", score: rationalOf("80") },
    { stage: "interview", score: rationalOf("91.5") },
  ];
  const final = (carryOver: Parameters<typeof finalScore>[0], given = stages as Parameters<typeof finalScore>[1]) => {
    const value = finalScore(carryOver, given);
    return value && toFractionString(value);
  };
  const weights = { document: rationalOf("0.25"), interview: rationalOf("1") };
  expect(final({ weights })).toBe("223/2");
  expect(final("reset")).toBe("183/2");
  expect(final({ weights }, [])).toBe("0/1");
  expect(() => final({ weights: { document: rational(1n) } })).toThrow("no weight for stage interview");
});

test("who was absent in a stage has no final score, even where that stage weighs nothing", () => {
  const absent = [
    { stage: "document", score: null },
    { stage: "interview", score: rationalOf("90") },
  ];
  expect(finalScore("reset", absent)).toBeNull();
  expect(finalScore({ weights: { document: rational(0n), interview: rational(1n) } }, absent)).toBeNull();
});

test("a shortlist with guarantees widens places and guarantees by the multiple, each rounded up", () => {
  const pool = { order: new Uint32Array(), groupNames: ["a", "b"], masks: new Uint32Array() };
  const asked: unknown[] = [];
  const ask = (seats: number, own: readonly number[]) =>
    shortlistWithGuarantees({
      rule: {
        multiple: "1.5",
        seats,
        guaranteed: own.map((count, at) => ({ group: pool.groupNames[at]!, seats: count })),
      },
      pool,
      choose: (rule, people) => {
        asked.push(rule);
        expect(people).toBe(pool);
        return { chosen: people.order, seats: [], report: { seats: 0, filled: 0, groups: [], shortages: [] } };
      },
    });
  ask(11, [3, 2]);
  ask(2, [1, 1]);
  expect(asked).toEqual([
    {
      kind: "guarantee",
      seats: 17,
      guaranteed: [
        { group: "a", seats: 5 },
        { group: "b", seats: 3 },
      ],
    },
    {
      kind: "guarantee",
      seats: 4,
      guaranteed: [
        { group: "a", seats: 2 },
        { group: "b", seats: 2 },
      ],
    },
  ]);
});

const person = {
  stages: { test: { outcome: "scored", score: "80.5", criteria: { coding: "121/3" } } },
  claims: ["veteran"],
} as const;

test("a tie-breaker is a number of which more is better", () => {
  expect(meritKey({ by: "claim", item: "veteran" }, person)).toEqual(rational(1n));
  expect(meritKey({ by: "claim", item: "region" }, person)).toEqual(rational(0n));
  expect(meritKey({ by: "claim", item: "veteran" }, { stages: {} })).toEqual(rational(0n));
  expect(meritKey({ by: "stage", stage: "test", prefer: "high" }, person)).toEqual(rationalOf("80.5"));
  expect(meritKey({ by: "stage", stage: "test", prefer: "low" }, person)).toEqual(negate(rationalOf("80.5")));
  const coding = { by: "criterion", stage: "test", criterion: "coding", prefer: "high" } as const;
  expect(meritKey(coding, person)).toEqual(rational(121n, 3n));
  expect(meritKey({ ...coding, stage: "interview" }, person)).toEqual(rational(0n));
  expect(meritKey({ by: "stage", stage: "interview", prefer: "high" }, person)).toEqual(rational(0n));
  expect(meritKey({ by: "lottery" }, person)).toEqual(rational(0n));
  expect(meritKey({ by: "committee_decision" }, person)).toEqual(rational(0n));
});

test("a tie is decided by the draw, or by the recorded order of exactly these people", () => {
  const base = { tied: ["C", "A"], lastKey: "committee_decision", draw: undefined } as const;
  const decide = (...tieDecisions: readonly (readonly string[])[]) => decideTie({ ...base, tieDecisions });
  expect(decide()).toBeNull();
  expect(decide(["A"], ["A", "B"], ["A", "B", "C"], ["A", "A"], ["A", "C"], ["C", "A"])).toEqual(["A", "C"]);
  const draw = { seed: "5f1d", label: "tie-1" };
  expect(decideTie({ ...base, lastKey: "lottery", draw, tieDecisions: [["C", "A"]] })).toEqual(["A", "C"]);
  expect(decideTie({ ...base, lastKey: "lottery", tieDecisions: [["C", "A"]] })).toBeNull();
  expect(decideTie({ ...base, draw, tieDecisions: [] })).toBeNull();
});
