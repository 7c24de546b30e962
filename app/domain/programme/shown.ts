import type { ConsentDefinition } from "./consents.ts";
import type { FormField } from "./form.ts";

/** Answers by field id; anything that is not a text or a list of texts counts as no choice. */
export type AnswersSoFar = { readonly [fieldId: string]: unknown };

/** Whether a field is asked: every `showIf` line holds, that is, one of its values is among the field's answers. */
export function isShown(field: Pick<FormField, "showIf">, answers: AnswersSoFar): boolean {
  return Object.entries(field.showIf ?? {}).every(([fieldId, values]) =>
    chosen(answers, fieldId).some((value) => values.includes(value)),
  );
}

/** Whether a consent is asked: one of its `showIf.any` lines holds, `fieldId` (not empty) or `fieldId:value`. */
export function isConsentShown(consent: Pick<ConsentDefinition, "showIf">, answers: AnswersSoFar): boolean {
  if (consent.showIf === undefined) return true;
  return consent.showIf.any.some((line) => {
    const [fieldId = "", value] = line.split(":", 2);
    return value === undefined ? isFilled(answers, fieldId) : chosen(answers, fieldId).includes(value);
  });
}

/** An answer that says something: text that is not blank, a list with an entry, a number, a ticked box, an object. */
export function isFilled(answers: AnswersSoFar, fieldId: string): boolean {
  const answer = own(answers, fieldId);
  if (typeof answer === "string") return answer.trim() !== "";
  if (Array.isArray(answer)) return answer.length > 0;
  return answer !== undefined && answer !== null && answer !== false;
}

function chosen(answers: AnswersSoFar, fieldId: string): readonly string[] {
  const answer = own(answers, fieldId);
  if (typeof answer === "string") return [answer];
  return Array.isArray(answer) ? answer.filter((value) => typeof value === "string") : [];
}

function own(answers: AnswersSoFar, fieldId: string): unknown {
  return Object.hasOwn(answers, fieldId) ? answers[fieldId] : undefined;
}
