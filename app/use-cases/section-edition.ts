import { createHash } from "node:crypto";
import type { Answers } from "#app/domain/application/answers.ts";
import type { FormSection } from "#app/domain/programme/definition.ts";

/** The stored answers to the questions of one section. */
export function answersOfSection(section: FormSection, answers: Answers): Answers {
  return Object.fromEntries(
    section.fields.flatMap(({ id }) => {
      const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
      return answer === undefined ? [] : [[id, answer] as const];
    }),
  );
}

/**
 * Names what is stored of one section, so that a page can say which text it was made from: two windows that write
 * different sections of one application are no conflict, although both raise its revision.
 */
export function sectionEdition(section: FormSection, answers: Answers): string {
  const json = JSON.stringify(answersOfSection(section, answers));
  return createHash("sha256").update(json).digest("base64url").slice(0, 16);
}
