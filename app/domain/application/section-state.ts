import type { FormSection, ProgrammeDefinition } from "../programme/definition.ts";
import { isFilled } from "../programme/shown.ts";
import { gapsOfSection, type SectionParts } from "./completeness.ts";

/** todo: nothing written; started: something is still missing; error: something written is wrong; done. */
export type SectionState = "todo" | "started" | "error" | "done";

export function stateOfSection(
  definition: ProgrammeDefinition,
  section: FormSection,
  parts: SectionParts,
): SectionState {
  const handedIn = (fieldId: string) => parts.files?.some(({ documentKey }) => documentKey === fieldId) === true;
  if (!section.fields.some(({ id }) => isFilled(parts.answers, id) || handedIn(id))) return "todo";
  const gaps = gapsOfSection(definition, section, parts);
  if (gaps.some(({ problem }) => problem !== "required")) return "error";
  return gaps.length > 0 ? "started" : "done";
}

/** Whether a section may stay empty. */
export function isOptional(section: FormSection): boolean {
  return !section.fields.some(({ required }) => required);
}
