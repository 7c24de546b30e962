import { expect, test } from "vitest";
import { toFractionString } from "#app/domain/exact/rational.ts";
import { toExactString } from "#app/domain/exact/rounding.ts";
import { one, rule, run, totalOf } from "#tests/domain/selection/scoring/score-case.ts";

const [half, third] = [{ scale: 0, mode: "half_up" } as const, { scale: 1, mode: "down" } as const];

test("each criterion's mean counts its weight by its share of the maximum", () => {
  const { score } = one({}, [
    ["20", "5"],
    ["10", "8"],
    ["15", "5"],
  ]);
  expect(score?.criteria.map(toFractionString)).toEqual(["15/1", "6/1"]);
  expect(score && toFractionString(score.weightedTotal)).toBe("69/1");
  expect(totalOf({ contribution: "weight_times_score" }, [["1", "0.5"]])).toBe("80");
});

test("criteria without a maximum can be multiplied but not taken by their share", () => {
  const criteria = [{ id: "plan", weight: "1.2", max: null }];
  expect(totalOf({ criteria, contribution: "weight_times_score" }, [["500"]])).toBe("600");
  expect(() => totalOf({ criteria }, [["5"]])).toThrow("plan is weighted by its share of a maximum");
});

test("the level of aggregation matters once values are dropped or the median is taken", () => {
  const three = [
    ["20", "0"],
    ["0", "10"],
    ["4", "4"],
  ];
  const median = { aggregate: { kind: "median" } } as const;
  expect(totalOf({ level: "criterion", ...median }, three)).toBe("28");
  expect(totalOf({ level: "review_total", ...median }, three)).toBe("40");
  const four = [
    ["20", "0"],
    ["2", "10"],
    ["8", "4"],
    ["8", "4"],
  ];
  const drop = { aggregate: { kind: "drop_high_low", each: 1, enabledFrom: 3, tooFew: "mean_all" } } as const;
  expect(totalOf({ level: "criterion", ...drop }, four)).toBe("40");
  expect(totalOf({ level: "review_total", ...drop }, four)).toBe("43");
  expect(one({ level: "review_total", ...drop }, four).score?.panel.weightedTotal.dropped).toEqual({
    highest: ["R1"],
    lowest: ["R3"],
  });
});

test("a rounded value is the one that every later step uses", () => {
  const sheets = [
    ["17", "5"],
    ["18", "6"],
  ];
  expect(totalOf({}, sheets)).toBe("74.5");
  expect(totalOf({ rounding: { ...rule.rounding, criterion: half } }, sheets)).toBe("78");
  expect(totalOf({ rounding: { ...rule.rounding, weighted: half } }, sheets)).toBe("75");
  expect(totalOf({ rounding: { ...rule.rounding, total: half } }, sheets)).toBe("75");
  const odd = { criteria: [{ id: "plan", weight: "1.25", max: null }], contribution: "weight_times_score" } as const;
  expect(totalOf({ ...odd, rounding: { criterion: half, weighted: third, total: half } }, [["2.5"]])).toBe("4");
});

test("inside each review weighted scores are rounded before that review is summed", () => {
  const rounding = { ...rule.rounding, weighted: half };
  const sheets = [
    ["0.5", "0"],
    ["0.5", "0"],
  ];
  expect(totalOf({ level: "review_total", rounding }, sheets)).toBe("2");
  expect(totalOf({ level: "review_total" }, sheets)).toBe("1.5");
});

test("missing scores drop the review, leave only the criterion, or block the application", () => {
  const sheets = [
    ["20", null],
    ["10", "5"],
  ];
  expect(one({}, sheets)).toMatchObject({ status: "qualified", score: { leftOut: ["R1"] } });
  expect(totalOf({}, sheets)).toBe("50");
  expect(totalOf({ missingScore: "per_criterion" }, sheets)).toBe("65");
  expect(one({ missingScore: "per_criterion" }, sheets).score?.leftOut).toEqual([]);
  expect(one({ missingScore: "block" }, sheets)).toEqual({
    application: "A",
    status: "incomplete_review",
    score: null,
  });
  expect(totalOf({ missingScore: "block" }, [["10", "5"]])).toBe("50");
});

test("criterion by criterion a review without any score counts for nothing, and a criterion needs one value", () => {
  const each = { missingScore: "per_criterion" } as const;
  expect(
    one(each, [
      [null, null],
      ["10", "5"],
    ]).score?.leftOut,
  ).toEqual(["R1"]);
  expect(
    one({ ...each, minimumReviews: 2 }, [
      [null, null],
      ["10", "5"],
    ]).status,
  ).toBe("insufficient_reviews");
  expect(
    one(each, [
      ["10", null],
      ["12", null],
    ]).status,
  ).toBe("insufficient_reviews");
  expect(() => one({ ...each, level: "review_total" }, [["10", "5"]])).toThrow("level criterion only");
});

test("who has fewer valid reviews than the minimum is not ranked", () => {
  const sheets = {
    A: [["20", "10"]],
    B: [
      ["10", "5"],
      ["10", "5"],
    ],
    C: [
      ["1", null],
      ["1", "1"],
    ],
    D: [],
  };
  const { applications, order } = run({ minimumReviews: 2 }, sheets);
  expect(order).toEqual(["B"]);
  expect(applications.map(({ status }) => status)).toEqual([
    "insufficient_reviews",
    "qualified",
    "insufficient_reviews",
    "insufficient_reviews",
  ]);
});

test("too few values to drop may hold an application, or are averaged and flagged", () => {
  const drop = { kind: "drop_high_low", each: 1, enabledFrom: 3 } as const;
  const sheets = [
    ["20", "10"],
    ["10", "5"],
  ];
  for (const level of ["criterion", "review_total"] as const) {
    const held = one({ level, aggregate: { ...drop, tooFew: "hold" } }, sheets);
    expect(held).toEqual({ application: "A", status: "held", score: null });
    const averaged = one({ level, aggregate: { ...drop, tooFew: "mean_all" } }, sheets);
    expect(averaged.score?.panel.weightedTotal).toMatchObject({ tooFewToDrop: true });
  }
  const partly = one({ missingScore: "per_criterion", aggregate: { ...drop, tooFew: "mean_all" } }, [
    ["20", "10"],
    ["10", "5"],
    ["15", null],
  ]);
  expect(partly.score?.panel.weightedTotal.tooFewToDrop).toBe(true);
  const empty = [
    ["20", null],
    ["10", null],
  ];
  const lacking = one({ missingScore: "per_criterion", aggregate: { ...drop, tooFew: "mean_all" } }, empty);
  expect(lacking.status).toBe("insufficient_reviews");
  const enough = one({ aggregate: { ...drop, tooFew: "hold" } }, [...sheets, ["15", "6"]]);
  expect(enough.score?.panel).toMatchObject({ weightedTotal: { tooFewToDrop: false, dropped: null } });
});

test("58 points and 5 of bonus fail a base cut-off of 60, whatever the total", () => {
  const bonus = new Map([["A", [{ item: "veteran", points: "5" }]]]);
  const cutOffs = [{ on: "base_total", points: "60" }] as const;
  const scored = one({ cutOffs }, [["16", "2.5"]], { bonus });
  expect(scored).toMatchObject({ status: "failed", score: { failed: [{ cutOff: cutOffs[0] }] } });
  expect(scored.score && toExactString(scored.score.total)).toBe("63");
  expect(one({ cutOffs: [{ on: "total", points: "60" }] }, [["16", "2.5"]], { bonus }).status).toBe("qualified");
  expect(one({ cutOffs: [{ on: "base_total", points: "58" }] }, [["16", "2.5"]]).status).toBe("qualified");
});

test("a cut-off on the total is tested on what is ranked: rounded, or exact", () => {
  const changed = { cutOffs: [{ on: "total", points: "75" }], rounding: { ...rule.rounding, total: half } } as const;
  const sheets = [
    ["17", "5"],
    ["18", "6"],
  ];
  expect(one(changed, sheets).status).toBe("qualified");
  expect(one({ ...changed, rankOn: "exact" }, sheets)).toMatchObject({
    status: "failed",
    score: { total: { numerator: 75n } },
  });
});

test("a percentage of bonus is of the largest total, never of one's own score", () => {
  const bonus = new Map([["A", [{ item: "veteran", percent: "10" }]]]);
  expect(totalOf({}, [["10", "5"]], { bonus })).toBe("60");
  expect(totalOf({ contribution: "weight_times_score" }, [["1", "0"]], { bonus })).toBe("220");
  const unbounded = [{ id: "plan", weight: "2", max: null }];
  const given = { criteria: unbounded, contribution: "weight_times_score" } as const;
  expect(() => totalOf(given, [["10"]], { bonus })).toThrow("there is no maximum");
});

test("signed extras are added after the bonus and before the total is rounded", () => {
  const extras = new Map([
    [
      "A",
      [
        { name: "TES", amount: "30.26" },
        { name: "deduction", amount: "-1" },
      ],
    ],
  ]);
  const bonus = new Map([["A", [{ item: "x", points: "1" }]]]);
  const { score } = one({ rounding: { ...rule.rounding, total: { scale: 1, mode: "half_up" } } }, [["10", "5"]], {
    extras,
    bonus,
  });
  const { weightedTotal, bonus: granted, extras: added, exactTotal, total } = score!;
  expect([weightedTotal, granted, added, exactTotal, total].map(toExactString)).toEqual([
    "50",
    "1",
    "29.26",
    "80.26",
    "80.3",
  ]);
});
