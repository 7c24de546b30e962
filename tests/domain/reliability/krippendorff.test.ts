import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alphaLevel } from "#app/domain/reliability/agreement-level.ts";
import { krippendorffAlpha, measurementLevels, type MeasurementLevel } from "#app/domain/reliability/krippendorff.ts";
import { instances } from "#tests/support/instances.ts";

type Table = readonly (readonly (number | null)[])[];

function alpha(table: Table, level: MeasurementLevel): number | null {
  const result = krippendorffAlpha(table, level);
  if (result.kind !== "estimated") throw new Error("too few");
  return result.alpha;
}

function transposed(observers: Table): Table {
  return observers[0]!.map((_, unit) => observers.map((scores) => scores[unit] ?? null));
}

/** Krippendorff 2011, Computing Krippendorff's alpha-reliability, example C: four observers, twelve units, missing scores. */
const example = transposed([
  [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
  [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
]);

const score = fc.option(fc.integer({ min: 0, max: 5 }), { nil: null, freq: 4 });
const table = fc.array(fc.array(score, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 7 });

describe("Krippendorff's alpha", () => {
  test("has the values of his worked examples", () => {
    const rounded = measurementLevels.map((level) => alpha(example, level)?.toFixed(3));
    expect(rounded).toEqual(["0.743", "0.815", "0.849", "0.797"]);
    // The same paper, example A: two observers, ten units, two values.
    const binary = transposed([
      [0, 1, 0, 0, 0, 0, 0, 0, 1, 0],
      [1, 1, 1, 0, 0, 1, 0, 0, 0, 0],
    ]);
    expect(alpha(binary, "nominal")).toBeCloseTo(0.095, 3);
  });

  test("says how much it rests on: applications with two scores or more, and their scores", () => {
    expect(krippendorffAlpha(example, "nominal")).toMatchObject({ applications: 11, scores: 40 });
  });

  test("equals the definition, summed over all pairs of scores", () => {
    fc.assert(
      fc.property(table, fc.constantFrom(...measurementLevels), (ratings, level) => {
        const expected = byDefinition(ratings, level);
        const result = krippendorffAlpha(ratings, level);
        if (expected === "too_few") expect(result.kind).toBe("too_few");
        else if (Number.isFinite(expected)) expect(alpha(ratings, level)).toBeCloseTo(expected, 9);
        else expect(alpha(ratings, level)).toBeNull();
      }),
      { numRuns: instances },
    );
  });

  test("does not depend on the order of applications or reviewers, nor interval alpha on the unit of the scores", () => {
    const moved = example.toReversed().map((row) => row.toReversed());
    for (const level of measurementLevels) expect(alpha(moved, level)).toBeCloseTo(alpha(example, level)!, 12);
    const shifted = example.map((row) => row.map((value) => (value === null ? null : 10 * value - 3)));
    expect(alpha(shifted, "interval")).toBeCloseTo(alpha(example, "interval")!, 12);
    expect(alpha(shifted, "ordinal")).toBeCloseTo(alpha(example, "ordinal")!, 12);
  });

  test("is one for perfect agreement and null where everybody gave one and the same score", () => {
    expect(alpha([[1, 1], [2, 2], [4, 4, 4]], "ordinal")).toBe(1); // prettier-ignore
    for (const level of measurementLevels) expect(alpha([[3, 3], [3, 3, null]], level)).toBeNull(); // prettier-ignore
  });

  test("of ratio scores is null where a score meets its own negative", () => {
    expect(alpha([[1, -1], [2, 2]], "ratio")).toBeNull(); // prettier-ignore
    expect(alpha([[0, 0], [2, 2]], "ratio")).toBe(1); // prettier-ignore
  });

  test("needs one application with two scores", () => {
    const needed = { kind: "too_few", of: "pairable_scores", needed: 2, have: 0 };
    expect(krippendorffAlpha([], "nominal")).toEqual(needed);
    expect(krippendorffAlpha([[1, null], [null, 2], [null, null]], "interval")).toEqual(needed); // prettier-ignore
  });

  test("has a word by Krippendorff 2004", () => {
    expect([-1, 0.666, 0.667, 0.79, 0.8, 1].map(alphaLevel)).toEqual([
      "unreliable",
      "unreliable",
      "tentative",
      "tentative",
      "reliable",
      "reliable",
    ]);
  });
});

/** 1 − D_o / D_e over ordered pairs, with the ordinal difference summed category by category as printed. */
function byDefinition(ratings: Table, level: MeasurementLevel): number | "too_few" {
  const units = ratings.map((row) => row.filter((value) => value !== null)).filter((row) => row.length >= 2);
  const all = units.flat();
  if (all.length === 0) return "too_few";
  const count = (value: number): number => all.filter((other) => other === value).length;
  const difference = (left: number, right: number): number => {
    if (left === right) return 0;
    if (level === "nominal") return 1;
    if (level === "interval") return (left - right) ** 2;
    if (level === "ratio") return ((left - right) / (left + right)) ** 2;
    const [low, high] = [Math.min(left, right), Math.max(left, right)];
    const between = [...new Set(all)].filter((value) => value >= low && value <= high);
    return (between.reduce((sum, value) => sum + count(value), 0) - (count(low) + count(high)) / 2) ** 2;
  };
  const pairs = (values: readonly number[]): number =>
    values.reduce((sum, left) => sum + values.reduce((inner, right) => inner + difference(left, right), 0), 0);
  const observed = units.reduce((sum, unit) => sum + pairs(unit) / (unit.length - 1), 0) / all.length;
  return 1 - observed / (pairs(all) / (all.length * (all.length - 1)));
}
