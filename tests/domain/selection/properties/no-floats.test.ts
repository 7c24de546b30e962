import * as fc from "fast-check";
import { expect, test } from "vitest";
import { isExactNumber } from "#app/domain/exact/exact-number.ts";
import { parseRational } from "#app/domain/exact/rational.ts";
import { selectionInputSchema } from "#app/domain/selection/input-schema.ts";
import { selectCohort } from "#app/domain/selection/select-cohort.ts";
import type { SelectionPerson } from "#app/domain/selection/selection.ts";
import { aPerson, aRule, scored } from "#tests/domain/selection/cohort.ts";
import { instances } from "#tests/support/instances.ts";

const rule = aRule({ bonus: { cap: "5", items: [{ id: "veteran", points: "5" }] }, quotas: [] });
const input = { rule, people: [aPerson("1", "80")] };

/** Every place where the input says a number as text. */
const places: readonly (readonly (string | number)[])[] = [
  ["rule", "stages", 0, "weightPercent"],
  ["rule", "stages", 0, "minimum"],
  ["rule", "stages", 0, "criteria", 0, "max"],
  ["rule", "bonus", "cap"],
  ["rule", "bonus", "items", 0, "points"],
  ["rule", "minimumTotal"],
  ["rule", "reserve", "percentOfSeats"],
  ["people", 0, "stages", "interview", "score"],
  ["people", 0, "stages", "interview", "criteria", "will"],
];

function withValue(path: readonly (string | number)[], value: unknown): unknown {
  const copy = structuredClone(input) as unknown;
  const parent = path.slice(0, -1).reduce((at, step) => (at as Record<string, unknown>)[step], copy);
  (parent as Record<string, unknown>)[path.at(-1) ?? ""] = value;
  return copy;
}

test("the input as text is read; a floating-point number in any place of an exact one is refused at the door", () => {
  expect(selectionInputSchema.safeParse(input).success).toBe(true);
  const numbers = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(NaN, Infinity, 59.72, 0.1));
  fc.assert(
    fc.property(fc.constantFrom(...places), numbers, (path, value) => {
      const read = selectionInputSchema.safeParse(withValue(path, value));
      expect(read.success).toBe(false);
      expect(read.error?.issues[0]?.path.slice(0, path.length)).toEqual(path);
    }),
    { numRuns: instances },
  );
});

test("a type does not let a floating-point number in, and the engine refuses one that comes all the same", () => {
  const standing = { outcome: "scored" as const, score: 80.5, criteria: {} };
  // @ts-expect-error a score is exact text
  const person: SelectionPerson = { ...aPerson("1", "80"), stages: { interview: standing } };
  expect(selectCohort({ rule, people: [person] })).toEqual({
    status: "refused",
    refusal: { reason: "malformed_number", subject: "1" },
  });
  // @ts-expect-error a minimum is exact text
  expect(selectCohort({ rule: aRule({ minimumTotal: 60 }), people: [] })).toMatchObject({ status: "refused" });
});

test("exponents, separators, signs and spaces are refused in a score", () => {
  for (const text of [
    "8e1",
    "80.",
    ".5",
    "+80",
    "80,5",
    " 80",
    "NaN",
    "Infinity",
    "80.1234567",
    "1/0",
    "1/00",
    "80\n",
  ]) {
    expect(selectCohort({ rule, people: [aPerson("1", text)] })).toMatchObject({ status: "refused" });
    const stages = { interview: scored("80", text) };
    expect(selectCohort({ rule, people: [aPerson("1", "80", { stages })] })).toMatchObject({ status: "refused" });
  }
});

test("what is an exact number is exactly what can be read as one", () => {
  const text = fc.oneof(
    fc.stringMatching(/^-?\d{0,3}(\.\d{0,8})?$/),
    fc.stringMatching(/^-?\d{1,3}\/0{0,2}\d{0,3}$/),
    fc.string({ unit: fc.constantFrom(..."01.9/-e +"), maxLength: 8 }),
  );
  fc.assert(
    fc.property(text, (each) => {
      expect(isExactNumber(each)).toBe(parseRational(each).ok);
    }),
    { numRuns: 5 * instances },
  );
});
