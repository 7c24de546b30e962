import { answerLine, localAnswer } from "#app/components/answers/local-answer.ts";
import type { Answer } from "#app/domain/application/answers.ts";
import type { FormField, ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { answerView } from "#app/domain/review/answer-view.ts";
import type { Language } from "#app/i18n/language.ts";

/** An answer as a person reads it, in one text; "" when there is none. */
export function answerText(
  definition: Pick<ProgrammeDefinition, "tracks" | "bonus">,
  field: FormField,
  answer: Answer | undefined,
  language: Language,
): string {
  const view = answerView(field, answer, { definition, reads: () => true });
  return view ? answerLine(localAnswer(view, language)) : "";
}
