import fc from "fast-check";
import { expect, test } from "vitest";
import type { FormField, ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import type { AnswerView } from "#app/domain/review/answer-view.ts";
import { blindView, fullView, hiddenView, readByReviewers, type BlindSection } from "#app/domain/review/blind.ts";
import { aDefinition, completeAnswers } from "#tests/factories/cohort.ts";

const base = aDefinition({ sample: "ai-academy" });
const works = (blind: boolean): FormField => ({
  id: "works",
  type: "repeat",
  label: { ko: "한 일", en: "Work" },
  required: false,
  blind,
  items: [
    { id: "title", type: "text", label: { ko: "제목", en: "Title" }, required: false },
    { id: "who", type: "text", label: { ko: "누구와", en: "With" }, required: false, blind: true, pii: "personal" },
  ],
});

function withWorks(blind: boolean): ProgrammeDefinition {
  const [first, ...others] = base.form.sections;
  return {
    ...base,
    form: { ...base.form, sections: [{ ...first!, fields: [...first!.fields, works(blind)] }, ...others] },
  };
}

function leaves(sections: readonly BlindSection[]): readonly string[] {
  const namesOf = (field: AnswerView): readonly string[] =>
    field.kind === "rows"
      ? field.rows.flatMap((row) => row.map((item) => `${field.id}.${item.id} ${JSON.stringify(item.values)}`))
      : [field.id];
  return sections.flatMap(({ fields }) => fields.flatMap(namesOf)).toSorted();
}

test("what reviewers see and what they do not make the whole application, and share nothing", () => {
  const ids = base.form.sections.flatMap(({ fields }) => fields).map(({ id }) => id);
  const word = fc.stringMatching(/^[a-z]{4,8}$/);
  const rows = fc.array(fc.record({ title: word, who: word }, { requiredKeys: [] }), { maxLength: 4 });
  fc.assert(
    fc.property(fc.subarray(ids), rows, fc.boolean(), (answered, given, blind) => {
      const definition = withWorks(blind);
      const all = completeAnswers(definition);
      const answers = {
        ...Object.fromEntries(answered.flatMap((id) => (all[id] ? [[id, all[id]]] : []))),
        works: given,
      };
      // Nobody's own details are covered here: nothing that is hidden was typed into what is seen.
      const seen = leaves(blindView(definition, answers));
      const hidden = leaves(hiddenView(definition, answers));
      const covered = JSON.stringify(seen).includes("●●●");
      if (!covered) expect([...seen, ...hidden].toSorted()).toEqual(leaves(fullView(definition, answers)));
      expect(hidden.filter((leaf) => seen.includes(leaf))).toEqual([]);
    }),
  );
});

test("a hidden item of a row is covered where it was typed into what is seen", () => {
  const definition = withWorks(false);
  const answers = { works: [{ title: "같이 한 숨은사람", who: "숨은사람" }] };
  const view = JSON.stringify(readByReviewers(definition, { answers, name: "", applicationNumber: null }));
  expect(view).toContain("같이 한 ●●●");
  expect(view).not.toContain("숨은사람");
  expect(view).not.toContain('"who"');
});
