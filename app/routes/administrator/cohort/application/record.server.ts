import { isAddress, isAnswered, type Answer, type Answers } from "#app/domain/application/answers.ts";
import { optionsOf, type FormField } from "#app/domain/programme/form.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { text } from "#app/domain/programme/text.ts";
import type { Language } from "#app/i18n/language.ts";

type Source = { readonly definition: ProgrammeDefinition; readonly answers: Answers; readonly language: Language };

/** The answers as they are read: by section, with labels instead of keys; what was not answered is left out. */
export function answersBySection({ definition, answers, language }: Source) {
  return definition.form.sections
    .map(({ id, title, fields }) => ({
      id,
      title: text(title, language),
      answers: fields.flatMap((field) => {
        const answer = Object.hasOwn(answers, field.id) ? answers[field.id] : undefined;
        if (answer === undefined || !isAnswered(answer)) return [];
        return [
          { id: field.id, label: text(field.label, language), value: written({ definition, field, answer, language }) },
        ];
      }),
    }))
    .filter(({ answers }) => answers.length > 0);
}

type OneAnswer = Pick<Source, "definition" | "language"> & { readonly field: FormField; readonly answer: Answer };

function written({ definition, field, answer, language }: OneAnswer): string {
  if (isAddress(answer)) {
    const { zonecode, sido, sigungu, road, jibun, detail } = answer;
    return [zonecode, sido, sigungu, road || jibun, detail].filter((part) => part !== "").join(" ");
  }
  const options = optionsOf(definition, field);
  const labelOf = (value: string) => text(options.find((option) => option.value === value)?.label, language) || value;
  if (typeof answer !== "string") return answer.map(labelOf).join(", ");
  return field.type === "checkbox" ? "✓" : labelOf(answer);
}

/** Why a rule flagged somebody: the answer it looked at and the kind of doubt. */
export function flagDetail(json: string): { readonly answer: string; readonly reason: string } {
  const detail = JSON.parse(json) as { readonly answer?: unknown; readonly reason?: unknown };
  return {
    answer: typeof detail.answer === "string" ? detail.answer : "",
    reason: typeof detail.reason === "string" ? detail.reason : "other",
  };
}
