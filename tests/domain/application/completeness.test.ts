import * as fc from "fast-check";
import { expect, test } from "vitest";
import { addressParts, type Answer, type Answers } from "#app/domain/application/answers.ts";
import { gapsOf, type ApplicationParts } from "#app/domain/application/completeness.ts";
import { keepAnswers } from "#app/domain/application/kept-answers.ts";
import { fieldsOf } from "#app/domain/programme/form.ts";
import { aDefinition, completeAnswers, type SampleName } from "#tests/factories/cohort.ts";

const gcc = aDefinition();
const everything = new Set(["collect", "thirdParty", "truth", "full_participation"]);

function parts(answers: Answers, overrides: Partial<ApplicationParts> = {}): ApplicationParts {
  return { answers, files: [], consents: everything, today: "2026-11-25", ...overrides };
}

test.each<SampleName>(["gcc-academy", "ai-academy"])("complete answers of %s leave nothing open", (sample) => {
  const definition = aDefinition({ sample });

  expect(gapsOf(definition, parts(completeAnswers(definition)))).toEqual([]);
});

test("a portfolio may be a file or a link, but one of them is needed", () => {
  const withoutLink = completeAnswers(gcc, { portfolioUrl: undefined });

  expect(gapsOf(gcc, parts(withoutLink))).toEqual([{ kind: "document", documentId: "portfolio", problem: "required" }]);
  expect(gapsOf(gcc, parts(withoutLink, { files: [{ documentKey: "portfolio" }] }))).toEqual([]);
});

test("a claim needs its proof", () => {
  const claimed = completeAnswers(gcc, { bonusClaims: ["award"] });

  expect(gapsOf(gcc, parts(claimed))).toEqual([{ kind: "document", documentId: "bonusProof", problem: "required" }]);
  expect(gapsOf(gcc, parts(claimed, { files: [{ documentKey: "bonusProof" }] }))).toEqual([]);
});

test("required consents and pledges are needed, optional ones never", () => {
  expect(gapsOf(gcc, parts(completeAnswers(gcc), { consents: new Set() }))).toEqual([
    { kind: "consent", consentId: "collect", problem: "required" },
    { kind: "consent", consentId: "thirdParty", problem: "required" },
    { kind: "consent", consentId: "truth", problem: "required" },
    { kind: "pledge", ruleId: "full_participation", problem: "required" },
  ]);
});

const anyAnswer: fc.Arbitrary<Answer> = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(fc.string()),
  fc.record(Object.fromEntries(addressParts.map((part) => [part, fc.string()]))) as fc.Arbitrary<Answer>,
);

test.each<SampleName>(["gcc-academy", "ai-academy"])("whatever was typed into %s, the check answers", (sample) => {
  const definition = aDefinition({ sample });
  const fieldId = fc.oneof(fc.constantFrom(...fieldsOf(definition).map(({ id }) => id)), fc.string());
  fc.assert(
    fc.property(fc.dictionary(fieldId, anyAnswer), fc.uniqueArray(fc.string()), (answers, consents) => {
      const { kept } = keepAnswers({ definition, answers, consents: new Set(consents) });
      const gaps = gapsOf(definition, parts(kept, { consents: new Set(consents) }));
      expect(gaps.length).toBeGreaterThan(0);
    }),
  );
});
