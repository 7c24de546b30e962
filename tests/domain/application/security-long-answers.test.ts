import { expect, test } from "vitest";
import { MAX_ANSWER_CHARACTERS, tidyAnswer } from "#app/domain/application/answers.ts";
import { problemOf } from "#app/domain/application/field-problem.ts";
import { containsResidentNumber } from "#app/domain/application/resident-number.ts";
import type { FormField } from "#app/domain/programme/definition.ts";
import { aDefinition } from "#tests/factories/cohort.ts";

const definition = aDefinition();
const long = (part: string) => part.repeat(Math.floor(MAX_ANSWER_CHARACTERS / part.length));
const hostile = [long("."), `a@${long(".").slice(3)}@`, long("1-"), long("9 "), long(" "), long("a"), `${long("1")}x`];

function milliseconds(work: () => unknown): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

test.each(["email", "tel", "url", "date", "number", "text", "textarea"] as const)(
  "the longest answers to a %s field without a limit are checked in no time",
  (type) => {
    const field = { id: "hostile", type, required: true, label: { ko: "가", en: "a" } } as FormField;
    for (const answer of hostile) {
      const check = () => {
        const tidied = tidyAnswer(field, answer);
        return problemOf({ definition, field, answers: { hostile: tidied ?? "" }, today: "2026-11-25" });
      };
      expect(milliseconds(check), answer.slice(0, 10)).toBeLessThan(100);
    }
  },
);

test("a pattern that goes to and fro is not tried on a long text", () => {
  const field = { id: "hostile", type: "text", required: true, label: { ko: "가", en: "a" }, pattern: "\\d*\\d*\\d*x" };
  const check = () =>
    problemOf({ definition, field: field as FormField, answers: { hostile: long("1") }, today: "2026-11-25" });
  expect(milliseconds(check)).toBeLessThan(100);
  expect(check()).toEqual({ problem: "pattern" });
});

test("looking for a resident number in a long text takes no time", () => {
  for (const text of hostile) expect(milliseconds(() => containsResidentNumber(text))).toBeLessThan(100);
});

test("an answer of two million characters is cut, and names of the prototype are only names", () => {
  const huge = "가".normalize("NFD").repeat(1_000_000);
  expect(tidyAnswer({ type: "textarea" }, huge)).toHaveLength(MAX_ANSWER_CHARACTERS);
  expect(milliseconds(() => tidyAnswer({ type: "textarea" }, huge))).toBeLessThan(100);
  const field = { id: "__proto__", type: "text", required: true, label: { ko: "가", en: "a" } } as FormField;
  expect(problemOf({ definition, field, answers: {}, today: "2026-11-25" })).toEqual({ problem: "required" });
  expect(tidyAnswer({ type: "address" }, JSON.parse('{"__proto__":{"sido":"x"},"road":"r"}'))).toMatchObject({
    sido: "",
    road: "r",
  });
});
