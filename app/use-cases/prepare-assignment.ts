import { randomBytes } from "node:crypto";
import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { isImported } from "#app/domain/programme/stage.ts";
import { done, refuse } from "#app/domain/result.ts";
import type { Db } from "#db/connect.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";
import { findPendingSeed, savePendingSeed } from "./plan-assignment.ts";
import { findStageContext } from "./stage-context.ts";

type PrepareAssignment = { readonly cohortId: string; readonly stageKey: string; readonly now: Date };

/** Draws the seed of the next assignment, once: nobody can ask for previews until one pleases. */
export async function prepareAssignment(db: Db, actor: Actor, { cohortId, stageKey, now }: PrepareAssignment) {
  return inTransaction(db, async (trx) => {
    await lockCohort(trx, cohortId);
    const context = await findStageContext(trx, { cohortId, stageKey });
    if (!context || !can(actor, "review:assign", context.cohort)) return refuse("not-yours");
    if (isImported(context.rule)) return refuse("stage-is-imported");
    if (context.stage.status === "waiting") return refuse("stage-not-open");
    if (context.stage.status !== "open") return refuse("stage-closed");
    const known = await findPendingSeed(trx, context.stage);
    if (known !== undefined) return done({ seed: known });
    const seed = randomBytes(16).toString("hex");
    await savePendingSeed(trx, context.stage, seed);
    await recordEvent(trx, {
      event: "assignment-seed-drawn",
      actor,
      cohortId,
      subjectKind: "stage",
      subjectId: stageKey,
      payload: { seed },
      now,
    });
    return done({ seed });
  });
}
