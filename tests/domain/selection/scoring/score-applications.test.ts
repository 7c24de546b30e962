import { expect, test } from "vitest";
import { toFractionString } from "#app/domain/exact/rational.ts";
import { toExactString } from "#app/domain/exact/rounding.ts";
import { scoreApplications, type ScoringInput } from "#app/domain/selection/scoring/score-applications.ts";
import type { ScoringReview, ScoringRule } from "#app/domain/selection/scoring/scoring-rule.ts";

const rule: ScoringRule = {
  criteria: [
    { id: "plan", weight: "60", max: "20" },
    { id: "will", weight: "40", max: "10" },
  ],
  contribution: "weight_times_share",
  missingScore: "drop_review",
  minimumReviews: 1,
  level: "criterion",
  aggregate: { kind: "mean" },
  rounding: { criterion: null, weighted: null, total: null },
  cutOffs: [],
  bonus: { cap: null, itemCaps: {} },
  rankOn: "rounded",
  order: [{ by: "total", prefer: "high" }],
};

type Sheets = Readonly<Record<string, readonly (readonly (string | null)[])[]>>;

function reviewsOf(sheets: Sheets): readonly ScoringReview[] {
  return Object.entries(sheets).flatMap(([application, own]) =>
    own.map((scores, index) => ({ application, reviewer: `R${index + 1}`, scores })),
  );
}

function run(changed: Partial<ScoringRule>, sheets: Sheets, more: Partial<ScoringInput> = {}) {
  return scoreApplications({
    rule: { ...rule, ...changed },
    applications: Object.keys(sheets),
    reviews: reviewsOf(sheets),
    ...more,
  });
}

/** The one application `A`. */
function one(
  changed: Partial<ScoringRule>,
  sheets: readonly (readonly (string | null)[])[],
  more?: Partial<ScoringInput>,
) {
  const [scored] = run(changed, { A: sheets }, more).applications;
  if (!scored) throw new Error("nobody was scored");
  return scored;
}

function totalOf(...given: Parameters<typeof one>): string | undefined {
  const { score } = one(...given);
  return score ? toExactString(score.total) : undefined;
}

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

test("ties fall to the next published key, and who is equal in all keeps a shared rank", () => {
  const sheets = { A: [["10", "10"]], B: [["20", "2.5"]], C: [["20", "2.5"]], D: [["20", "10"]] };
  const order = [
    { by: "total", prefer: "high" },
    { by: "criterion", criterion: "plan", prefer: "high" },
  ] as const;
  const ranked = run({ order }, sheets);
  expect(ranked.order).toEqual(["D", "B", "C", "A"]);
  expect(ranked.applications.map((each) => "rank" in each && [each.application, each.rank, each.tiedRank])).toEqual([
    ["A", 4, 4],
    ["B", 2, 2],
    ["C", 3, 2],
    ["D", 1, 1],
  ]);
  expect(run({ order: [order[0], { ...order[1], prefer: "low" }] }, sheets).order).toEqual(["D", "A", "B", "C"]);
  expect(run({ order: [{ by: "criterion", criterion: "will", prefer: "low" }] }, sheets).order[0]).toBe("B");
  expect(() => run({ order: [{ by: "criterion", criterion: "none", prefer: "low" }] }, sheets)).toThrow(
    "no criterion none",
  );
});

test("weighted totals, named extras and the highest single review can be keys", () => {
  const sheets = {
    A: [
      ["20", "0"],
      ["0", "0"],
    ],
    B: [
      ["10", "0"],
      ["10", "0"],
    ],
    C: [
      ["0", "0"],
      ["16", "0"],
    ],
  };
  const extras = new Map([
    [
      "B",
      [
        { name: "views", amount: "3" },
        { name: "views", amount: "4" },
        { name: "other", amount: "9" },
      ],
    ],
    ["C", [{ name: "views", amount: "6" }]],
  ]);
  expect(run({ order: [{ by: "max_review", prefer: "high" }] }, sheets).order).toEqual(["A", "C", "B"]);
  expect(run({ order: [{ by: "max_review", prefer: "low" }] }, sheets).order).toEqual(["B", "C", "A"]);
  expect(run({ order: [{ by: "extra", extra: "views", prefer: "high" }] }, sheets, { extras }).order).toEqual([
    "B",
    "C",
    "A",
  ]);
  expect(run({ order: [{ by: "weighted_total", prefer: "high" }] }, sheets, { extras }).order).toEqual(["A", "B", "C"]);
  expect(run({ order: [{ by: "total", prefer: "high" }] }, sheets, { extras }).order).toEqual(["B", "A", "C"]);
  expect(run({ order: [] }, sheets).order).toEqual(["A", "B", "C"]);
});

// printf '%s' '5f1d|tie-1|A' | sha256sum begins with 05ced8, of B with f23edc, of C with fc3858.
test("a lottery orders by ticket, and the order of two does not change when a third leaves", () => {
  const draw = { seed: "5f1d", label: "tie-1" };
  const order = [
    { by: "total", prefer: "high" },
    { by: "lottery", prefer: "low" },
  ] as const;
  const sheets = { C: [["10", "5"]], A: [["10", "5"]], B: [["10", "5"]] };
  const all = run({ order }, sheets, { draw });
  expect(all.order).toEqual(["A", "B", "C"]);
  const reversed = run({ order: [order[0], { ...order[1], prefer: "high" }] }, sheets, { draw });
  expect(reversed.order).toEqual(all.order.toReversed());
  expect(all.applications.every((each) => "rank" in each && each.rank === each.tiedRank)).toBe(true);
  const { C: _, ...without } = sheets;
  expect(run({ order }, without, { draw }).order).toEqual(all.order.filter((id) => id !== "C"));
  expect(() => run({ order }, sheets)).toThrow("a lottery needs a draw");
});

test("only the eligible are ranked, and who is not may still see the score", () => {
  const sheets = { A: [["20", "10"]], B: [["10", "5"]], C: [["1", "1"]] };
  const cutOffs = [{ on: "criterion", criterion: "plan", percent: "40" }] as const;
  const { applications, order } = run({ cutOffs }, sheets, { eligible: new Set(["B"]) });
  expect(order).toEqual(["B"]);
  expect(applications.map(({ status }) => status)).toEqual(["ineligible", "qualified", "failed"]);
  expect(applications[0]?.score && toExactString(applications[0].score.total)).toBe("100");
});

test("nobody at all is an empty order", () => {
  expect(run({}, {})).toEqual({ applications: [], order: [] });
});

test("what no review can say is a fault", () => {
  const faults: readonly [string, () => unknown][] = [
    ["outside 0 to 20", () => one({}, [["21", "5"]])],
    ["outside 0 to 20", () => one({}, [["-1", "5"]])],
    ["not an exact number", () => one({}, [["1e1", "5"]])],
    ["one place for each criterion", () => one({}, [["10"]])],
    ["no application Z", () => run({}, {}, { reviews: reviewsOf({ Z: [["1", "1"]] }) })],
    ["an application stands twice", () => run({}, {}, { applications: ["A", "A"] })],
    [
      "a reviewer stands twice",
      () => run({}, { A: [] }, { reviews: [...reviewsOf({ A: [["1", "1"]] }), ...reviewsOf({ A: [["2", "1"]] })] }),
    ],
  ];
  for (const [message, fault] of faults) expect(fault).toThrow(message);
  const unbounded = [{ id: "plan", weight: "1", max: null }];
  const unlimited = { criteria: unbounded, contribution: "weight_times_score" } as const;
  expect(() => one(unlimited, [["-1"]])).toThrow("a score of -1 lies outside 0 to any maximum");
});
