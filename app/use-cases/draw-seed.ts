import { randomBytes } from "node:crypto";
import type { Actor } from "#app/domain/access/actor.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import type { Db, Trx } from "#db/connect.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { findSetting, saveSetting } from "#db/queries/settings.ts";

/** Undefined for a cohort whose last tie-breaker is no lottery. */
export async function findDrawSeed(db: Db, cohortId: string): Promise<string | undefined> {
  return findSetting(db, keyOf(cohortId));
}

/** Fixed before any score exists, and on record, so that nobody can look for a seed that suits somebody. */
export async function fixDrawSeed(
  trx: Trx,
  actor: Actor,
  { cohortId, definition, now }: { cohortId: string; definition: ProgrammeDefinition; now: Date },
): Promise<void> {
  const isLottery = definition.ranking.tieBreakers.some(({ by }) => by === "lottery");
  if (!isLottery || (await findDrawSeed(trx, cohortId)) !== undefined) return;
  const seed = randomBytes(32).toString("hex");
  await saveSetting(trx, keyOf(cohortId), seed);
  await recordEvent(trx, {
    event: "draw-seed-fixed",
    actor,
    cohortId,
    subjectKind: "cohort",
    subjectId: cohortId,
    payload: { seed },
    now,
  });
}

function keyOf(cohortId: string): string {
  return `draw-seed:${cohortId}`;
}
