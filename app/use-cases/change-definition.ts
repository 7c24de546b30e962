import { accountIdOf, type Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { planDefinitionChange, type PlannedChange } from "#app/domain/cohort/plan-definition-change.ts";
import type { DefinitionMistake } from "#app/domain/programme/check-definition.ts";
import { stagesInOrder } from "#app/domain/programme/stage.ts";
import { sha256Hex } from "#app/domain/proof/sha256.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import type { Db } from "#db/connect.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { countByStatus, listChosenTracks } from "#db/queries/cohort-overview.ts";
import { findCohort, type Cohort } from "#db/queries/cohorts.ts";
import {
  getDefinition,
  insertDefinitionVersion,
  listDefinitionVersions,
  useDefinitionVersion,
} from "#db/queries/definition-versions.ts";
import { alignStagesOfCohort, listStagesOfCohort } from "#db/queries/stages-of-cohort.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";
import type { MistakesRefusal } from "./create-cohort.ts";

type NewText = { readonly cohortId: string; readonly text: string; readonly now: Date };

/** What a new text would change, and how many applications were made under the rules in use. Stores nothing. */
export async function previewDefinitionChange(db: Db, actor: Actor, { cohortId, text, now }: NewText) {
  const cohort = await findCohort(db, cohortId);
  if (!cohort || !can(actor, "cohort:manage", cohort)) return refuse("not-yours");
  const planned = await plan(db, { cohort, text, now });
  if (!planned.ok) return refuse<MistakesRefusal>({ kind: "mistakes", mistakes: planned.refusal });
  return done({ changes: planned.value.changes, touched: await countTouched(db, cohort) });
}

/** A new version of a cohort's rules, with the reason; what was made under the old one keeps naming it. */
export async function changeDefinition(
  db: Db,
  actor: Actor,
  { cohortId, text, reason, now }: NewText & { readonly reason: string },
) {
  return inTransaction(db, async (trx) => {
    await lockCohort(trx, cohortId);
    const cohort = await findCohort(trx, cohortId);
    if (!cohort || !can(actor, "cohort:manage", cohort)) return refuse("not-yours");
    if (reason.trim() === "") return refuse("reason-missing");
    const planned = await plan(trx, { cohort, text, now });
    if (!planned.ok) return refuse<MistakesRefusal>({ kind: "mistakes", mistakes: planned.refusal });

    const { definition, text: kept, changes } = planned.value;
    const version = ((await listDefinitionVersions(trx, cohortId))[0]?.version ?? 0) + 1;
    const sha256 = sha256Hex(kept);
    const definitionId = await insertDefinitionVersion(trx, {
      cohortId,
      version,
      definition: kept,
      sha256,
      reason: reason.trim(),
      createdBy: accountIdOf(actor),
      now,
    });
    await useDefinitionVersion(trx, {
      cohortId,
      definitionId,
      titleKo: definition.title.ko,
      titleEn: definition.title.en,
      seats: definition.capacity,
    });
    const stageKeys = stagesInOrder(definition).map(({ id }) => id);
    await alignStagesOfCohort(trx, { cohortId, stageKeys, now });
    const touched = await countTouched(trx, cohort);
    await recordEvent(trx, {
      event: "definition-changed",
      actor,
      cohortId,
      subjectKind: "definition",
      subjectId: definitionId,
      payload: { version, sha256, reason: reason.trim(), paths: changes.map(({ path }) => path), ...touched },
      now,
    });
    return done({ definitionId, version, changes, touched });
  });
}

async function plan(
  db: Db,
  { cohort, text, now }: { cohort: Cohort; text: string; now: Date },
): Promise<Result<PlannedChange, readonly DefinitionMistake[]>> {
  const definition = await getDefinition(db, cohort.definitionId);
  const stages = await listStagesOfCohort(db, cohort.id);
  const chosenTracks = await listChosenTracks(db, { academyId: cohort.academyId, cohortId: cohort.id });
  const { phase } = cohort;
  return planDefinitionChange({ phase, definition, stages, chosenTracks }, text, now);
}

async function countTouched(db: Db, { academyId, id }: Cohort): Promise<{ submitted: number; drafts: number }> {
  const counts = await countByStatus(db, { academyId, cohortId: id });
  const touched = { submitted: 0, drafts: 0 };
  for (const { status, applications } of counts) {
    if (status === "draft") touched.drafts += applications;
    else if (status !== "expired" && status !== "withdrawn") touched.submitted += applications;
  }
  return touched;
}
