import { readRows } from "./row-values.server.ts";
import { placeOf } from "#app/components/form/address-place.ts";
import { addressParts, tidyAnswer, tidyRows, type Answer, type Answers } from "#app/domain/application/answers.ts";
import type { FormField, FormSection } from "#app/domain/programme/definition.ts";

/** Every field of a section as it was sent; a button of a repeating group (add, remove, move) has done its work. */
export function sectionValues(section: FormSection, form: FormData): Readonly<Record<string, unknown>> {
  return Object.fromEntries(section.fields.map((field) => [field.id, sentValue(field, form)]));
}

/** The same as answers, to show a form again as it was typed: rows stay in their places, the empty ones too. */
export function typedAnswers(section: FormSection, values: Readonly<Record<string, unknown>>): Answers {
  return Object.fromEntries(
    section.fields.flatMap((field): readonly [string, Answer][] => {
      const rows = field.type === "repeat" ? tidyRows(field, values[field.id]) : [];
      const answer = rows.length > 0 ? rows : tidyAnswer(field, values[field.id]);
      return answer === undefined ? [] : [[field.id, answer]];
    }),
  );
}

function sentValue(field: FormField, form: FormData): unknown {
  const { id, type } = field;
  if (type === "repeat") return readRows(field, form);
  if (type === "multiselect") return form.getAll(id);
  if (type === "address") return sentAddress(id, form);
  return form.get(id);
}

/** What a look-up knew of one place is dropped once another place was typed over it. */
function sentAddress(id: string, form: FormData): Readonly<Record<string, unknown>> {
  const sent = Object.fromEntries(addressParts.map((part) => [part, form.get(`${id}.${part}`)]));
  return form.get(`${id}.foundFor`) === placeOf(sent) ? sent : { ...sent, jibun: "", bcode: "" };
}
