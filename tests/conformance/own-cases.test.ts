import { describe, expect, test } from "vitest";
import { families } from "./families.ts";
import { agreement } from "./own-cases/agreement.ts";
import { choosing } from "./own-cases/choosing.ts";
import { draws } from "./own-cases/draws.ts";
import { matching } from "./own-cases/matching.ts";
import { differences, type OwnCases } from "./own-cases/own-case.ts";
import { proving } from "./own-cases/proving.ts";
import { scale } from "./own-cases/scale.ts";
import { scoring } from "./own-cases/scoring.ts";
import { severity } from "./own-cases/severity.ts";
import { stages } from "./own-cases/stages.ts";

const ownCases: OwnCases = {
  ...scoring,
  ...stages,
  ...choosing,
  ...matching,
  ...agreement,
  ...severity,
  ...proving,
  ...draws,
  ...scale,
};

test("every family has at least two cases of our own", () => {
  const few = Object.keys(families).filter((family) => (ownCases[family]?.length ?? 0) < 2);
  expect(few).toEqual([]);
  expect(Object.keys(ownCases).filter((family) => !(family in families))).toEqual([]);
});

describe.each(Object.entries(ownCases))("%s", (family, cases) => {
  test.each(cases)("$what", ({ input, expected, tolerance }) => {
    const answer: unknown = JSON.parse(JSON.stringify(families[family]!(input)));
    expect(differences(expected, answer, tolerance)).toEqual([]);
  });
});

test("a difference is found wherever it is, and a number is no text", () => {
  const expected = { a: [1, { b: "x" }], c: null };
  expect(differences(expected, { a: [1, { b: "x" }], c: null, more: 1 })).toEqual([]);
  expect(differences(expected, { a: [2, { b: "y" }] })).toEqual([
    ".a[0]: 2 is not 1",
    '.a[1].b: "y" is not "x"',
    ".c: undefined is not null",
  ]);
  expect(differences([1], ["1"])).toEqual(['[0]: "1" is not 1']);
  expect(differences([1], [1, 2])).toEqual([": [1,2] is not [1]"]);
  expect(differences(1, 1.05, 0.1)).toEqual([]);
});
