import { localSections } from "#app/components/answers/local-answer.ts";
import type { Answers } from "#app/domain/application/answers.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { fullView } from "#app/domain/review/blind.ts";
import type { Language } from "#app/i18n/language.ts";

type Source = { readonly definition: ProgrammeDefinition; readonly answers: Answers; readonly language: Language };

/** The answers as they are read: by section, with labels instead of keys; what was not answered is left out. */
export function answersBySection({ definition, answers, language }: Source) {
  return localSections(fullView(definition, answers), language);
}

/** Why a rule flagged somebody: the answer it looked at, the kind of doubt, and other applications it is about. */
export function flagDetail(json: string) {
  const detail = JSON.parse(json) as {
    readonly answer?: unknown;
    readonly reason?: unknown;
    readonly others?: unknown;
  };
  const answer = typeof detail.answer === "string" ? detail.answer : "";
  const others = Array.isArray(detail.others) ? detail.others.filter((id) => typeof id === "string") : [];
  const numbers = answer.split(", ");
  return {
    answer,
    reason: typeof detail.reason === "string" ? detail.reason : "other",
    others: others.map((id, index) => ({ id, number: numbers[index] ?? "" })),
  };
}
