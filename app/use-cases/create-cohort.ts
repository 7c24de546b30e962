import { accountIdOf, type Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { readDefinition, type ReadDefinition } from "#app/domain/cohort/read-definition.ts";
import type { DefinitionMistake } from "#app/domain/programme/check-definition.ts";
import { shiftDefinition } from "#app/domain/programme/shift-calendar.ts";
import { stagesInOrder } from "#app/domain/programme/stage.ts";
import { sha256Hex } from "#app/domain/proof/sha256.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import type { Db } from "#db/connect.ts";
import { isUniqueViolation } from "#db/dialect.ts";
import { newId } from "#db/id.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { findCohortBySlug, insertCohort } from "#db/queries/cohorts.ts";
import { insertDefinitionVersion } from "#db/queries/definition-versions.ts";
import { insertStagesOfCohort } from "#db/queries/stages-of-cohort.ts";
import { inTransaction } from "#db/transaction.ts";
import { koreanHolidays } from "./korean-holidays.ts";

export type NewCohort = {
  readonly academyId: string;
  /** The definition as JSON, as somebody pasted or uploaded it. */
  readonly text: string;
  /** Moves the whole calendar; 0 leaves the text as it is. */
  readonly weeks?: number;
  readonly now: Date;
};

export type MistakesRefusal = { readonly kind: "mistakes"; readonly mistakes: readonly DefinitionMistake[] };

/** A cohort in draft from a definition: its first version, and every stage waiting. */
export async function createCohort(db: Db, actor: Actor, { academyId, text, weeks = 0, now }: NewCohort) {
  if (!can(actor, "cohort:manage", { academyId })) return refuse("not-yours");
  const read = readShifted(text, weeks);
  if (!read.ok) return refuse<MistakesRefusal>({ kind: "mistakes", mistakes: read.refusal });
  const { definition, text: kept } = read.value;

  try {
    return await inTransaction(db, async (trx) => {
      if (await findCohortBySlug(trx, definition.slug)) return slugTaken;
      const definitionId = newId(now);
      const cohortId = await insertCohort(trx, {
        academyId,
        slug: definition.slug,
        titleKo: definition.title.ko,
        titleEn: definition.title.en,
        seats: definition.capacity,
        definitionId,
        now,
      });
      const sha256 = sha256Hex(kept);
      await insertDefinitionVersion(trx, {
        id: definitionId,
        cohortId,
        version: 1,
        definition: kept,
        sha256,
        reason: "",
        createdBy: accountIdOf(actor),
        now,
      });
      const stageKeys = stagesInOrder(definition).map(({ id }) => id);
      await insertStagesOfCohort(trx, { cohortId, stageKeys, now });
      await recordEvent(trx, {
        event: "cohort-created",
        actor,
        cohortId,
        subjectKind: "cohort",
        subjectId: cohortId,
        payload: { slug: definition.slug, sha256, ...(weeks === 0 ? {} : { weeks }) },
        now,
      });
      return done({ cohortId, definitionId });
    });
  } catch (error) {
    // Somebody else took the address between the look and the insert.
    if (isUniqueViolation(error)) return slugTaken;
    throw error;
  }
}

/** Reads a definition and moves its calendar; a moved one is written anew, with two spaces a level. */
export function readShifted(raw: string, weeks: number): Result<ReadDefinition, readonly DefinitionMistake[]> {
  const read = readDefinition(raw);
  if (!read.ok || weeks === 0) return read;
  return readDefinition(`${JSON.stringify(shiftDefinition(read.value.definition, weeks, koreanHolidays), null, 2)}\n`);
}

const slugTaken = refuse<MistakesRefusal>({
  kind: "mistakes",
  mistakes: [
    {
      path: "slug",
      sentence: {
        ko: "이미 다른 기수가 쓰는 주소입니다. 다른 값으로 바꾸어 주십시오.",
        en: "Another cohort already has this address. Choose another value.",
      },
    },
  ],
});
