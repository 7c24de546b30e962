import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import type { Disclosure } from "./disclosed-lines.ts";
import { mayOpenRow } from "./may-open-row.ts";

type Told = { readonly announcedAt: string | null; readonly now: Date };

/** One's own numbers are told from the announced event on, and never before the final result is public. */
export function disclosureOf(definition: ProgrammeDefinition, told: Told): readonly Disclosure[] {
  const { allowed, what } = definition.appeals.ownScoreDisclosure;
  return allowed && mayOpenRow({ definition, ...told }) ? what : [];
}
