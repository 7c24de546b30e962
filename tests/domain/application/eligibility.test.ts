import { expect, test } from "vitest";
import { flagsOf } from "#app/domain/application/eligibility.ts";
import type { Answers } from "#app/domain/application/answers.ts";
import { aDefinition, completeAnswers } from "#tests/factories/cohort.ts";

const gcc = aDefinition();
const age = gcc.eligibility.find(({ type }) => type === "age_range");
const { bornFrom, bornTo } = age?.type === "age_range" ? age : { bornFrom: "", bornTo: "" };

function flags(answers: Answers) {
  return flagsOf(gcc, completeAnswers(gcc, answers)).map(({ ruleKey, detail }) => [ruleKey, detail.reason]);
}

function dayBefore(day: string) {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

test("somebody who meets every rule is not flagged", () => {
  expect(flags({})).toEqual([]);
});

test("the birth window holds its first and last day, and nobody outside it", () => {
  expect(flags({ birthDate: bornFrom })).toEqual([]);
  expect(flags({ birthDate: bornTo })).toEqual([]);
  expect(flags({ birthDate: dayBefore(bornFrom) })).toEqual([["age", "too_old"]]);
  expect(flags({ birthDate: `${Number(bornTo.slice(0, 4)) + 1}${bornTo.slice(4)}` })).toEqual([["age", "too_young"]]);
});

test.each([
  ["11", 1],
  ["12", 2],
  ["24", 3],
])("%s months of service raise the age limit by %i years", (serviceMonths, years) => {
  const first = `${Number(bornFrom.slice(0, 4)) - years}${bornFrom.slice(4)}`;

  expect(flags({ military: "done", serviceMonths, birthDate: first })).toEqual([]);
  expect(flags({ military: "done", serviceMonths, birthDate: dayBefore(first) })).toEqual([["age", "too_old"]]);
});

test("employment, studies and nationality outside the list are flagged, not refused", () => {
  expect(flags({ employment: "employed", educationStatus: "enrolled", nationality: "foreign" })).toEqual([
    ["unemployed", "not_allowed"],
    ["not_student", "not_allowed"],
    ["nationality", "not_allowed"],
  ]);
});
