import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { problemsOf } from "#app/domain/application/answer-problems.ts";
import { isRowFilled, MAX_ROWS, parseAnswers, tidyAnswer, type AnswerRow } from "#app/domain/application/answers.ts";
import { keepAnswers } from "#app/domain/application/kept-answers.ts";
import type { FormField } from "#app/domain/programme/definition.ts";
import { aDefinition } from "#tests/factories/cohort.ts";

const definition = aDefinition();
const label = { ko: "가", en: "a" };
const item = (id: string, more: Partial<FormField> & Pick<FormField, "type">) => ({
  id,
  label,
  required: false,
  ...more,
});
const works = {
  id: "works",
  type: "repeat",
  label,
  required: false,
  maxItems: 3,
  items: [
    item("title", { type: "text", required: true, maxLength: 5 }),
    item("from", { type: "date" }),
    item("to", { type: "date", notBefore: "from" }),
    item("page", { type: "link" }),
    item("note", { type: "textarea", needsConsent: "sensitive" }),
    item("done", { type: "checkbox" }),
  ],
} as FormField;

const value = fc.oneof(fc.string(), fc.constant("  "), fc.constant("가나".normalize("NFD")), fc.constant(undefined));
const sentRow = fc.oneof(
  fc.dictionary(fc.constantFrom("title", "from", "to", "page", "note", "done", "else", "__proto__"), value),
  fc.anything(),
);

describe("the rows of a repeating group", () => {
  test("are tidied to what they would be tidied to again: composed, none empty, in their order, only what is asked", () => {
    fc.assert(
      fc.property(fc.array(sentRow, { maxLength: 130 }), (sent) => {
        const tidied = tidyAnswer(works, sent) as readonly AnswerRow[] | undefined;
        expect(tidyAnswer(works, tidied)).toEqual(tidied);
        const rows = tidied ?? [];
        expect(rows.length).toBeLessThanOrEqual(MAX_ROWS);
        expect(rows.every(isRowFilled)).toBe(true);
        for (const row of rows) {
          for (const [id, text] of Object.entries(row)) {
            expect(works.items?.map((each) => each.id)).toContain(id);
            expect(text).toBe(text.normalize("NFC").trim());
          }
        }
      }),
    );
  });

  test("keep their order and come back from storage as they were", () => {
    const row = fc.record({ title: fc.stringMatching(/^[a-z가-힣]{1,8}$/), note: fc.stringMatching(/^[a-z]{0,8}$/) });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), (sent) => {
        const tidied = tidyAnswer(works, sent) as readonly AnswerRow[];
        expect(tidied.map(({ title }) => title)).toEqual(sent.map(({ title }) => title));
        expect(parseAnswers(JSON.stringify({ works: tidied }))).toEqual({ works: tidied });
      }),
    );
  });

  test("are checked one by one, each fault with its row and item, the empty row with none", () => {
    const answers = {
      works: [
        { title: "가나다라마바", from: "2024-05-01", to: "2024-04-30" },
        {},
        { from: "2024-02-30", page: "http://work.example/" },
      ],
    };
    const asked = { definition, field: works, answers, today: "2026-11-25", consents: new Set<string>() };
    expect(problemsOf(asked)).toEqual([
      { problem: "tooLong", values: { max: 5, over: 1 }, row: 0, itemId: "title" },
      { problem: "beforeOther", row: 0, itemId: "to" },
      { problem: "required", row: 2, itemId: "title" },
      { problem: "notADay", row: 2, itemId: "from" },
      { problem: "notASecureLink", row: 2, itemId: "page" },
    ]);
  });

  test("are as many as the definition says", () => {
    const answers = { works: Array.from({ length: 4 }, () => ({ title: "가" })) };
    const asked = { definition, field: works, answers, today: "2026-11-25", consents: new Set<string>() };
    expect(problemsOf(asked)).toEqual([{ problem: "tooManyRows", values: { max: 3 } }]);
    expect(problemsOf({ ...asked, answers: {} })).toEqual([]);
    expect(problemsOf({ ...asked, answers: {}, field: { ...works, required: true } })).toEqual([
      { problem: "required" },
    ]);
  });

  test("hold no resident registration number, whichever item it was typed into", () => {
    fc.assert(
      fc.property(fc.constantFrom("title", "note", "page", "from"), (id) => {
        const answers = { works: [{ title: "가", [id]: "900101-1234567" }] };
        const consents = new Set(["sensitive"]);
        expect(problemsOf({ definition, field: works, answers, today: "2026-11-25", consents })).toContainEqual({
          problem: "residentNumber",
          row: 0,
          itemId: id,
        });
      }),
    );
  });

  test("lose an item whose consent is missing, and rows in which then nothing is left", () => {
    const [first, ...others] = definition.form.sections;
    const sections = [{ ...first!, fields: [...first!.fields, works] }, ...others];
    const answers = { works: [{ title: "가", note: "나" }, { note: "다" }] };
    const asked = { definition: { ...definition, form: { ...definition.form, sections } }, answers };
    const { kept, dropped } = keepAnswers({ ...asked, consents: new Set() });
    expect(kept).toEqual({ works: [{ title: "가" }] });
    expect(dropped).toEqual([{ fieldId: "works", why: "no_consent", consentId: "sensitive", items: ["note"] }]);
    expect(keepAnswers({ ...asked, consents: new Set(["sensitive"]) }).kept).toEqual(answers);
  });
});

test("a phone number typed any way is one, a link gets what it lacks, anything else stays as typed", () => {
  for (const typed of ["01012345678", "010 1234 5678", "+82 10-1234-5678", "010.1234.5678", "０１０１２３４５６７８"]) {
    expect(tidyAnswer({ type: "tel" }, typed)).toBe("010-1234-5678");
  }
  expect(tidyAnswer({ type: "tel" }, "062-123-4567")).toBe("062-123-4567");
  expect(tidyAnswer({ type: "link" }, "work.example/me?a=1")).toBe("https://work.example/me?a=1");
  expect(tidyAnswer({ type: "link" }, "javascript:alert(1)")).toBe("javascript:alert(1)");
  expect(tidyAnswer({ type: "link" }, "not one")).toBe("not one");
});
