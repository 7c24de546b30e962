import { describe, expect, test } from "vitest";
import type { Answers } from "#app/domain/application/answers.ts";
import { tidyAnswer } from "#app/domain/application/answers.ts";
import { problemOf } from "#app/domain/application/field-problem.ts";
import { fieldById } from "#app/domain/programme/form.ts";
import { aDefinition } from "#tests/factories/cohort.ts";

const definition = aDefinition();
const today = "2026-11-25";

function problem(fieldId: string, answers: Answers) {
  const field = fieldById(definition, fieldId);
  if (!field) throw new Error(fieldId);
  const typed = tidyAnswer(field, answers[fieldId]);
  return problemOf({ definition, field, answers: typed === undefined ? {} : { ...answers, [fieldId]: typed }, today });
}

describe("limits count characters with spaces after NFC", () => {
  test.each([
    ["199 characters are too few", "가".repeat(199), { problem: "tooShort", values: { min: 200, short: 1 } }],
    ["200 are enough", "가".repeat(200), undefined],
    ["spaces and line breaks count", `가${" ".repeat(100)}\r\n${" ".repeat(97)}나`, undefined],
    ["a Mac's decomposed syllables count once", "한".normalize("NFD").repeat(700), undefined],
    [
      "700 characters and one more",
      "한".normalize("NFD").repeat(701),
      { problem: "tooLong", values: { max: 700, over: 1 } },
    ],
    ["a face outside the basic plane is one character", "😀".repeat(700), undefined],
  ])("%s", (_what, q1, expected) => {
    expect(problem("q1", { q1 })).toEqual(expected);
  });
});

test("limits leave spaces and line breaks out where the definition says so", () => {
  const q1 = fieldById(definition, "q1");
  const field = { ...q1!, minLength: 3, maxLength: 5, countSpaces: false };
  const of = (text: string) => problemOf({ definition, field, answers: { q1: text }, today });

  expect(of("가 나 다\n라 마")).toBeUndefined();
  expect(of("가 나 다 라 마 바")).toEqual({ problem: "tooLongWithoutSpaces", values: { max: 5, over: 1 } });
  expect(of("가 \n 나")).toEqual({ problem: "tooShortWithoutSpaces", values: { min: 3, short: 1 } });
});

test.each<[string, string, Answers, string | undefined]>([
  ["a required field is empty", "name", {}, "required"],
  ["only blanks were typed", "name", { name: "   " }, "required"],
  ["an optional field is empty", "nameEn", {}, undefined],
  ["a phone number without hyphens", "phone", { phone: "01012345678" }, undefined],
  ["a land line as mobile", "phone", { phone: "062-123-4567" }, "pattern"],
  ["a mail address without a dot", "email", { email: "me@here" }, "notAnEmail"],
  ["a day as Koreans write it", "birthDate", { birthDate: "2000. 1. 31." }, undefined],
  ["a day without separators", "birthDate", { birthDate: "20000131" }, undefined],
  ["a day that does not exist", "birthDate", { birthDate: "2001-02-29" }, "notADay"],
  ["born tomorrow", "birthDate", { birthDate: "2026-11-26" }, "inFuture"],
  ["thirteen years old", "birthDate", { birthDate: "2012-11-26" }, "tooYoung"],
  ["fourteen today", "birthDate", { birthDate: "2012-11-25" }, undefined],
  ["a choice that is not offered", "gender", { gender: "other" }, "notOffered"],
  ["a track that is not offered", "firstChoice", { firstChoice: "cooking" }, "notOffered"],
  ["both choices the same", "secondChoice", { firstChoice: "game", secondChoice: "game" }, "sameAsOther"],
  ["two different choices", "secondChoice", { firstChoice: "game", secondChoice: "webtoon" }, undefined],
  ["one tool that is not offered", "tools", { tools: ["unity", "pencil"] }, "notOffered"],
  ["months served, too many", "serviceMonths", { serviceMonths: "121" }, "tooLarge"],
  ["months served as a fraction", "serviceMonths", { serviceMonths: "1.5" }, "notANumber"],
  ["a link without its protocol", "portfolioUrl", { portfolioUrl: "portfolio.example" }, "notALink"],
  ["a script as a link", "portfolioUrl", { portfolioUrl: "javascript:alert(1)" }, "notALink"],
  ["a resident number in an essay", "q3", { q3: "번호는 000131-3123456" }, "residentNumber"],
])("%s", (_what, fieldId, answers, expected) => {
  expect(problem(fieldId, answers)?.problem).toBe(expected);
});

test("an address needs its 시·도 and a street or lot", () => {
  const address = {
    zonecode: "61000",
    road: "",
    jibun: "",
    detail: "",
    sido: "전남광주통합특별시",
    sigungu: "",
    bcode: "",
  };

  expect(problem("address", { address })).toEqual({ problem: "incompleteAddress" });
  expect(problem("address", { address: { ...address, road: "가상로 1" } })).toBeUndefined();
});
