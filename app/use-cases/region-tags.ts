import { isAddress, type Answers } from "#app/domain/application/answers.ts";
import { windowOf } from "#app/domain/programme/calendar.ts";
import { dayInSeoul } from "#app/domain/programme/day.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { regionsOf } from "#app/domain/programme/region.ts";

/** The regions that a quota asks about and the person lives in, by the names valid on the day of the notice. */
export function regionTags(definition: ProgrammeDefinition, answers: Answers): readonly string[] {
  const noticeDay = dayInSeoul(windowOf(definition, "notice").start);
  return definition.quotas.flatMap(({ region, basisField }) => {
    const address = Object.hasOwn(answers, basisField) ? answers[basisField] : undefined;
    if (!isAddress(address)) return [];
    return regionsOf(definition, address, noticeDay).includes(region) ? [region] : [];
  });
}
