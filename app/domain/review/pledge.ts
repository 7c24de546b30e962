import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { text, type Language } from "#app/domain/programme/text.ts";

/** The pledge that a reviewer signs, with the programme's title filled in. */
export function pledgeText(definition: Pick<ProgrammeDefinition, "evaluators" | "title">, language: Language): string {
  return text(definition.evaluators.pledge, language).replaceAll(
    "{{programmeTitle}}",
    text(definition.title, language),
  );
}

/** Whether the typed name is the account's: composed and decomposed Hangul are the same, so are doubled spaces. */
export function isSameName(typed: string, name: string): boolean {
  return plain(typed) !== "" && plain(typed) === plain(name);
}

function plain(name: string): string {
  return name.normalize("NFC").trim().replaceAll(/\s+/g, " ");
}
