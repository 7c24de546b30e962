import { isAddress, type Answers } from "#app/domain/application/answers.ts";
import { windowOf } from "#app/domain/programme/calendar.ts";
import { dayInSeoul } from "#app/domain/programme/day.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { quotaGroups, type GroupMembers } from "#app/domain/programme/quotas.ts";
import { regionsOf } from "#app/domain/programme/region.ts";

type OfPerson = {
  readonly definition: Pick<ProgrammeDefinition, "quotas" | "regions" | "calendar">;
  readonly answers: Answers;
  /** Bonus items whose proof was verified. */
  readonly claims: readonly string[];
};

/**
 * The groups of the quotas that a person belongs to, by id: residents by the names valid on the day of the notice, verified
 * claims, answers given. Source: RULINGS 7, SELECTION B.
 */
export function groupTags({ definition, answers, claims }: OfPerson): readonly string[] {
  const noticeDay = dayInSeoul(windowOf(definition, "notice").start);
  const tags = quotaGroups(definition.quotas).filter(({ members }) => belongs(members));
  return [...new Set(tags.map(({ id }) => id))];

  function belongs(members: GroupMembers): boolean {
    if ("bonusItem" in members) return claims.includes(members.bonusItem);
    const key = "region" in members ? members.basisField : members.field;
    const answer = Object.hasOwn(answers, key) ? answers[key] : undefined;
    if ("region" in members)
      return isAddress(answer) && regionsOf(definition, answer, noticeDay).includes(members.region);
    const given = Array.isArray(answer) ? answer : [answer];
    return given.some((value) => typeof value === "string" && members.is.includes(value));
  }
}
