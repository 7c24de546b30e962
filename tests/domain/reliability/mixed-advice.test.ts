import { describe, expect, test } from "vitest";
import { changedSides } from "#app/domain/reliability/mixed-cut-sides.ts";
import { reliabilityOfMean } from "#app/domain/reliability/mixed-reliability.ts";
import { severityTable } from "#app/domain/reliability/mixed-severity-table.ts";

describe("the reliability of a mean of k reviews", () => {
  test("grows with k as the error shrinks", () => {
    const variances = { application: 3, reviewer: 1, residual: 2 };
    expect(reliabilityOfMean(variances, 1)).toEqual({ reliability: 0.5, errorOfMeasurement: Math.sqrt(3) });
    expect(reliabilityOfMean(variances, 3)).toEqual({ reliability: 0.75, errorOfMeasurement: 1 });
  });

  test("is undefined without any variation", () => {
    const none = { application: 0, reviewer: 0, residual: 0 };
    expect(reliabilityOfMean(none, 3)).toEqual({ reliability: null, errorOfMeasurement: 0 });
    expect(reliabilityOfMean({ ...none, application: 1 }, 3).reliability).toBe(1);
  });

  test.each([0, -1, 1.5, Number.NaN])("is not asked for %s reviews", (reviews) => {
    expect(() => reliabilityOfMean({ application: 1, reviewer: 1, residual: 1 }, reviews)).toThrow(RangeError);
  });
});

describe("the severity table", () => {
  test("lists reviewers by severity, then name, with limits and a mark on those with few reviews", () => {
    const table = severityTable([
      { reviewer: "b", reviews: 15, severity: 0.5, standardError: 0.25 },
      { reviewer: "c", reviews: 14, severity: 2, standardError: null },
      { reviewer: "a", reviews: 30, severity: 0.5, standardError: 0 },
    ]);
    expect(table.map(({ reviewer, unsteady }) => [reviewer, unsteady])).toEqual([
      ["c", true],
      ["a", false],
      ["b", false],
    ]);
    expect(table.map(({ interval }) => interval)).toEqual([
      null,
      { lower: 0.5, upper: 0.5 },
      { lower: expect.closeTo(0.01, 12), upper: expect.closeTo(0.99, 12) },
    ]);
  });
});

describe("applications on different sides of the cut", () => {
  const order = ["a", "b", "c", "d", "e"];
  const predicted = [5, 3, 4, 3, 9].map((calibrated, at) => ({ application: order[at]!, calibrated }));

  test("are those whose calibrated rank crosses it, in the official order", () => {
    // By the model: e, a, c, then b and d in the official order.
    expect(changedSides({ order, predicted, seats: 2 })).toEqual([
      { application: "b", rank: 2, calibratedRank: 4, model: "outside" },
      { application: "e", rank: 5, calibratedRank: 1, model: "inside" },
    ]);
  });

  test("are none where everybody or nobody is inside", () => {
    expect(changedSides({ order, predicted, seats: 5 })).toEqual([]);
    expect(changedSides({ order, predicted, seats: 9 })).toEqual([]);
    expect(changedSides({ order, predicted, seats: 0 })).toEqual([]);
  });

  test("are not made by equal calibrated scores", () => {
    const equal = predicted.map((item) => ({ ...item, calibrated: 1 }));
    for (const seats of [1, 2, 3, 4]) expect(changedSides({ order, predicted: equal, seats })).toEqual([]);
  });

  test("turn round where lower scores are better", () => {
    const sides = changedSides({ order, predicted, seats: 1, lowerIsBetter: true });
    expect(sides.map(({ application, model }) => [application, model])).toEqual([
      ["a", "outside"],
      ["b", "inside"],
    ]);
  });

  test("leave out whom the model or the order does not know", () => {
    const sides = changedSides({
      order: ["unread", ...order],
      predicted: [...predicted, { application: "x", calibrated: 99 }],
      seats: 2,
    });
    expect(sides.map(({ application }) => application)).toEqual(["b", "e"]);
  });
});
