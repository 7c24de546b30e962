import type { Answer, Answers } from "#app/domain/application/answers.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { completeAnswers } from "#tests/factories/cohort.ts";

type Writer = { readonly name: string; readonly email: string };

/**
 * An answer to every question of a sample's form, those left to choice and those that depend on others included. The
 * last text holds the writer's own name, which no reviewer may read.
 */
export function everyAnswer(definition: ProgrammeDefinition, { name, email }: Writer): Answers {
  const every = {
    ...definition,
    form: {
      ...definition.form,
      sections: definition.form.sections.map((section) => ({
        ...section,
        fields: section.fields.map(({ showIf: _showIf, ...field }) => ({ ...field, required: true })),
      })),
    },
  };
  const [first, second] = definition.tracks.map(({ id }) => id) as [string, string];
  return completeAnswers(every, {
    name,
    email,
    nameEn: "Gasang Hana",
    emergencyPhone: "010-0000-5678",
    firstChoice: second,
    secondChoice: first,
    // Opens the note on it, and the months served.
    employment: "parttime",
    military: "done",
    serviceMonths: "21",
    // One of them is sensitive, the other asks since when.
    bonusClaims: ["local_resident", "disabled"],
    q4: `${"가상의 진로를 적습니다. ".repeat(14)}${name} 올림`,
    accommodation: "가상의 편의 지원을 부탁드립니다.",
    heardFrom: ["site", "friend"],
  } satisfies Record<string, Answer>);
}
