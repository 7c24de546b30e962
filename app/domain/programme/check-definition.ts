import { done, refuse, type Result } from "#app/domain/result.ts";
import { definitionSchema, type ProgrammeDefinition } from "./definition.ts";
import type { Language, LocalText } from "./text.ts";

/** What is wrong in a definition, where, and what to do: `stages[0].rubric.criteria[1].max` and a sentence. */
export type DefinitionMistake = { readonly path: string; readonly sentence: LocalText };

export function checkDefinition(json: unknown): readonly DefinitionMistake[] {
  const parsed = definitionSchema.safeParse(json);
  if (parsed.success) return [];
  return parsed.error.issues.map((issue) => ({
    path: issue.path.join("."),
    sentence: { ko: issue.message, en: issue.message },
  }));
}

export function parseDefinition(json: unknown): Result<ProgrammeDefinition, readonly DefinitionMistake[]> {
  const mistakes = checkDefinition(json);
  return mistakes.length === 0 ? done(json as ProgrammeDefinition) : refuse(mistakes);
}

export function formatMistake(mistake: DefinitionMistake, language: Language): string {
  return `${mistake.path}: ${mistake.sentence[language]}`;
}
