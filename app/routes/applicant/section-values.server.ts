import { addressParts, type Answer, type Answers } from "#app/domain/application/answers.ts";
import { tidyAnswer } from "#app/domain/application/answers.ts";
import type { FormField, FormSection } from "#app/domain/programme/definition.ts";

/** Every field of a section as it was sent. */
export function sectionValues(section: FormSection, form: FormData): Readonly<Record<string, unknown>> {
  return Object.fromEntries(section.fields.map((field) => [field.id, sentValue(field, form)]));
}

/** The same as answers, to show a form again as it was typed. */
export function typedAnswers(section: FormSection, values: Readonly<Record<string, unknown>>): Answers {
  return Object.fromEntries(
    section.fields.flatMap((field): readonly [string, Answer][] => {
      const answer = tidyAnswer(field, values[field.id]);
      return answer === undefined ? [] : [[field.id, answer]];
    }),
  );
}

function sentValue({ id, type }: FormField, form: FormData): unknown {
  if (type === "multiselect") return form.getAll(id);
  if (type === "address") return Object.fromEntries(addressParts.map((part) => [part, form.get(`${id}.${part}`)]));
  return form.get(id);
}
