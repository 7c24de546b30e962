import { findEvent } from "#app/domain/programme/calendar.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";

type Told = { readonly definition: ProgrammeDefinition; readonly announcedAt: string | null; readonly now: Date };

/** The own row holds the disclosed numbers: it is told when they are. A definition that tells none leaves them out of the row. */
export function mayOpenRow({ definition, announcedAt, now }: Told): boolean {
  if (announcedAt === null) return false;
  const { allowed, from } = definition.appeals.ownScoreDisclosure;
  const start = findEvent(definition, from)?.start;
  return !allowed || from === "finalResult" || start === undefined || now >= new Date(start);
}
