import { randomBytes } from "node:crypto";
import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { hasReached } from "#app/domain/cohort/phase.ts";
import { done, refuse } from "#app/domain/result.ts";
import type { Db } from "#db/connect.ts";
import { savePhase } from "#db/queries/cohorts.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";
import { fixDrawSeed } from "./draw-seed.ts";
import { enterStage, prepareEntrance } from "./enter-stage.ts";
import { findStageContext } from "./stage-context.ts";

type OpenStage = {
  readonly cohortId: string;
  readonly stageKey: string;
  /** Of the evaluation numbers; drawn here unless a repeatable set-up hands one in. */
  readonly seed?: string;
  readonly now: Date;
};

/** Everybody in the running enters the first stage, those who passed the one before any later stage. */
export async function openStage(db: Db, actor: Actor, { cohortId, stageKey, now, ...input }: OpenStage) {
  const seed = input.seed ?? randomBytes(16).toString("hex");
  return inTransaction(db, async (trx) => {
    await lockCohort(trx, cohortId);
    const context = await findStageContext(trx, { cohortId, stageKey });
    if (!context || !can(actor, "cohort:manage", context.cohort)) return refuse("not-yours");
    const { cohort, definition, stage, previous } = context;
    if (stage.status !== "waiting") return refuse("stage-already-open");
    if (!hasReached(cohort.phase, "closed")) return refuse("cohort-not-closed");
    if (previous && previous.status !== "published") return refuse("previous-stage-not-published");

    const after = previous?.stageKey ?? null;
    const entrance = await prepareEntrance(trx, { cohortId, definition, stageKey, after, seed, now });
    if (!entrance.ok) return entrance;
    if (entrance.value.entries.length === 0) return refuse("nobody-enters");

    await enterStage(trx, actor, { ...entrance.value, now });
    if (!previous) await fixDrawSeed(trx, actor, { cohortId, definition, now });
    if (cohort.phase === "closed") await savePhase(trx, { cohortId, phase: "in_review", now });
    return done({ entries: entrance.value.entries.length });
  });
}
