import { expect, test } from "vitest";
import { keepAnswers } from "#app/domain/application/kept-answers.ts";
import { aDefinition } from "#tests/factories/cohort.ts";

const definition = aDefinition();
const consents = new Set(["collect"]);

test("the answer to a question that is not asked is dropped", () => {
  const answers = { employment: "unemployed", employmentNote: "주 10시간" };

  expect(keepAnswers({ definition, answers, consents })).toEqual({
    kept: { employment: "unemployed" },
    dropped: [{ fieldId: "employmentNote", why: "not_asked" }],
  });
});

test("it is kept where the question is asked", () => {
  const answers = { employment: "parttime", employmentNote: "주 10시간" };

  expect(keepAnswers({ definition, answers, consents })).toEqual({ kept: answers, dropped: [] });
});

test("in a draft it waits for a section that was not reached yet, and no longer once that is answered otherwise", () => {
  const early = keepAnswers({
    definition,
    answers: { residentSince: "2020-01-01" },
    consents,
    savedSection: "address",
  });
  expect(early.kept).toEqual({ residentSince: "2020-01-01" });

  const answers = { residentSince: "2020-01-01", bonusClaims: ["award"] };
  expect(keepAnswers({ definition, answers, consents, savedSection: "bonus" }).kept).toEqual({
    bonusClaims: ["award"],
  });
  expect(keepAnswers({ definition, answers: { residentSince: "2020-01-01" }, consents }).kept).toEqual({});
});

test("sensitive text needs its consent", () => {
  const answers = { accommodation: "휠체어석" };

  expect(keepAnswers({ definition, answers, consents })).toEqual({
    kept: {},
    dropped: [{ fieldId: "accommodation", why: "no_consent", consentId: "sensitive" }],
  });
  expect(keepAnswers({ definition, answers, consents: new Set(["sensitive"]) }).kept).toEqual(answers);
});

test("a sensitive claim is dropped without the consent, the others stay", () => {
  const answers = { bonusClaims: ["award", "disabled"] };

  expect(keepAnswers({ definition, answers, consents })).toEqual({
    kept: { bonusClaims: ["award"] },
    dropped: [{ fieldId: "bonusClaims", why: "no_consent", consentId: "sensitive", items: ["disabled"] }],
  });
});

test("a field that hung on a dropped answer goes with it", () => {
  const chained = {
    ...definition,
    bonus: { ...definition.bonus, items: definition.bonus.items.map((item) => ({ ...item, sensitive: true })) },
  };
  const answers = { bonusClaims: ["local_resident"], residentSince: "2020-01-01" };

  expect(keepAnswers({ definition: chained, answers, consents }).kept).toEqual({});
});
