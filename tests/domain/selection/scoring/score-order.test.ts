import { expect, test } from "vitest";
import { toExactString } from "#app/domain/exact/rounding.ts";
import { one, reviewsOf, run } from "#tests/domain/selection/scoring/score-case.ts";

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
