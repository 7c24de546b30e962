import { expect, test } from "vitest";
import { failuresOf } from "#app/domain/selection/qualify.ts";
import type { BonusRule, SelectionRule } from "#app/domain/selection/selection.ts";
import { aPerson, aRule, scored, select } from "#tests/domain/selection/cohort.ts";

const bonus: BonusRule = {
  cap: "5",
  items: [
    { id: "veteran", points: "5" },
    { id: "resident", points: "3" },
    { id: "care", points: "3" },
  ],
};

function twoStages(): SelectionRule["stages"] {
  const [interview] = aRule().stages;
  return [
    { ...interview!, id: "document", weightPercent: "50", minimum: "50" },
    { ...interview!, id: "interview", weightPercent: "50", minimum: "50" },
  ];
}

test("a weighted sum of 59.72 fails a minimum of 60, and no bonus lifts it", () => {
  const rule = aRule({ stages: twoStages(), bonus });
  const stages = { document: scored("59.44"), interview: scored("60") };
  const person = aPerson("1", "0", { stages, claims: ["veteran"] });
  expect(failuresOf(rule, person)).toEqual([{ code: "total_minimum", value: "59.72", minimum: "60" }]);
  expect(select({ rule, people: [person] }).selected).toEqual([]);
});

test("the minimum total is tested unrounded: 59.995 fails although it would round to 60.00", () => {
  const rule = aRule({ stages: twoStages() });
  const stages = { document: scored("59.99"), interview: scored("60") };
  expect(failuresOf(rule, aPerson("1", "0", { stages }))).toMatchObject([{ code: "total_minimum", value: "59.995" }]);
  const exactly = { document: scored("60"), interview: scored("60") };
  expect(failuresOf(rule, aPerson("1", "0", { stages: exactly }))).toEqual([]);
});

test("claims of 5 + 3 + 3 are capped at 5, and the same item counts once", () => {
  const rule = aRule({ bonus });
  const people = [
    aPerson("1", "80", { claims: ["veteran", "resident", "care"] }),
    aPerson("2", "80", { claims: ["resident", "resident"] }),
  ];
  const [first, second] = select({ rule, people }).order;
  expect(first).toMatchObject({ total: "85.00", bonus: { verified: "11", granted: "5", capped: true } });
  expect(second).toMatchObject({ total: "83.00", bonus: { verified: "3", granted: "3", capped: false } });
});

test("a claim that was only asked for gives nothing", () => {
  const people = [aPerson("1", "80", { claims: [], claimsAsked: ["veteran"] })];
  expect(select({ rule: aRule({ bonus }), people }).order[0]).toMatchObject({ total: "80.00", exactTotal: "80" });
});

test("who missed a stage minimum, was absent, did not reach a stage, is excluded or withdrawn is not selected", () => {
  const people = [
    aPerson("1", "59.99"),
    aPerson("2", "0", { stages: { interview: { outcome: "absent", score: null, criteria: {} } } }),
    aPerson("3", "0", { stages: {} }),
    aPerson("4", "90", { standing: "excluded" }),
    aPerson("5", "90", { standing: "withdrawn" }),
  ];
  const result = select({ rule: aRule(), people });
  expect(result.selected).toEqual([]);
  expect(result.notSelected.map(({ code }) => code)).toEqual([
    "stage_minimum",
    "absent",
    "not_reached",
    "excluded",
    "withdrawn",
  ]);
  expect(result.unfilled).toEqual([
    { track: "a", seats: 2, reason: "no_qualified_applicant_left" },
    { track: "b", seats: 2, reason: "no_qualified_applicant_left" },
  ]);
});

test("39.99 % in one criterion fails a total of 90", () => {
  const [interview] = aRule().stages;
  const stages = [{ ...interview!, criteria: [{ id: "will", max: "30", minPercent: "40" }] }];
  const person = aPerson("1", "90", { stages: { interview: scored("90", "35991/3000") } });
  expect(failuresOf(aRule({ stages }), person)).toEqual([
    { code: "criterion_minimum", stage: "interview", id: "will", value: "11.997", minimum: "12" },
  ]);
});
