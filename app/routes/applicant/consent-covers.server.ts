import { choicesOf, isAnswered, type Answers } from "#app/domain/application/answers.ts";
import { keepAnswers } from "#app/domain/application/kept-answers.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { fieldById, optionsOf } from "#app/domain/programme/form.ts";
import { text } from "#app/domain/programme/text.ts";
import type { Language } from "#app/i18n/language.ts";

type Covered = {
  readonly definition: ProgrammeDefinition;
  readonly answers: Answers;
  readonly consents: ReadonlySet<string>;
  readonly language: Language;
};

/** Labels of the answers and choices that would be deleted if this consent were taken back. */
export function coveredBy(consentId: string, { definition, answers, consents, language }: Covered): readonly string[] {
  if (!consents.has(consentId)) return [];
  const left = new Set([...consents].filter((id) => id !== consentId));
  const { dropped } = keepAnswers({ definition, answers, consents: left, savedSection: "" });
  return dropped.flatMap(({ fieldId, items }) => {
    const field = fieldById(definition, fieldId);
    if (!field || !isAnswered(answers[fieldId])) return [];
    const label = text(field.label, language);
    if (items === undefined) return [label];
    const options = optionsOf(definition, field);
    const chosen = choicesOf(answers, fieldId).filter((value) => items.includes(value));
    const names = chosen.map((value) => text(options.find((each) => each.value === value)?.label, language) || value);
    return [`${label}: ${names.join(", ")}`];
  });
}
