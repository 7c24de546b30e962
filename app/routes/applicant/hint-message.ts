import type { TFunction } from "i18next";
import type { AnswerHint } from "#app/domain/application/answer-hints.ts";

/** A hint in words: what was found, and why it may be better to leave it out. */
export function hintMessage({ kind, words }: AnswerHint, t: TFunction): string {
  return t(`applicant:hint.${kind}`, { words: words.join(", ") });
}
