import { describe, expect, test } from "vitest";
import { checkDefinition } from "#app/domain/programme/check-definition.ts";
import { readSample, refusesEach, remove, sampleDefinition, set } from "./broken-copy.ts";

test("both samples answer five questions in both languages", () => {
  for (const name of ["ai", "gcc"] as const) {
    const { faq = [] } = sampleDefinition(name);
    expect(faq).toHaveLength(5);
    for (const { question, answer } of faq) {
      expect(question.ko + answer.ko).toMatch(/[가-힣]/);
      expect(question.en + answer.en).not.toMatch(/[가-힣]/);
    }
  }
});

test("a definition without questions is whole", () => {
  const json = readSample("ai");
  remove("faq")(json);
  expect(checkDefinition(json)).toEqual([]);
});

describe("questions and answers", () => {
  refusesEach([
    ["an answer in one language", remove("faq[0].answer.en"), "faq[0].answer.en", /missing/],
    ["a question that is blank", set("faq[1].question.ko", " "), "faq[1].question.ko", /Korean text is missing/],
    ["a question without an answer", remove("faq[2].answer"), "faq[2].answer", /missing/],
    ["an unknown key", set("faq[3].order", 1), "faq[3].order", /unknown/],
    ["one question instead of a list", set("faq", { question: "?" }), "faq", /a list/],
  ]);
});
