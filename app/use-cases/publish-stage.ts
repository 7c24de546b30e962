import { randomBytes } from "node:crypto";
import { systemActor, type Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import type { Db, Trx } from "#db/connect.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { enqueueMessages } from "#db/queries/outbox.ts";
import { listResultRecipients, moveApplications } from "#db/queries/selection-people.ts";
import { listStageEntries, type StageEntry } from "#db/queries/stage-entries.ts";
import { listStagesDue, saveStage } from "#db/queries/stages.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";
import { enterStage, prepareEntrance } from "./enter-stage.ts";
import { findStageContext } from "./stage-context.ts";
import { stageMessages } from "./stage-messages.ts";

export type StagePublished = {
  readonly scheduledFor: string | null;
  /** People in the running who were told, and those who had left it and were not. */
  readonly passed: number;
  readonly notPassed: number;
  readonly left: number;
  readonly entered: number;
};

export type StagePublishRefusal =
  | "not-yours"
  | "stage-not-approved"
  | "already-published"
  | "last-stage-is-told-at-the-end"
  | "evaluation-numbers-exhausted";

type PublishStage = {
  readonly cohortId: string;
  readonly stageKey: string;
  /** ISO instant in the future: the worker publishes then. */
  readonly publishAt?: string | null;
  /** Of the next stage's evaluation numbers. */
  readonly seed?: string;
  readonly now: Date;
};

/**
 * Tells everybody concerned, ends the application of those who did not pass and opens the next stage, in one step.
 * The last stage is told with the final result instead.
 */
export async function publishStage(
  db: Db,
  actor: Actor,
  { cohortId, stageKey, publishAt, now, ...input }: PublishStage,
): Promise<Result<StagePublished, StagePublishRefusal>> {
  const seed = input.seed ?? randomBytes(16).toString("hex");
  return inTransaction(db, async (trx) => {
    await lockCohort(trx, cohortId);
    const context = await findStageContext(trx, { cohortId, stageKey });
    if (!context || !can(actor, "stage:publish", context.cohort)) return refuse("not-yours");
    const { cohort, definition, stage, rule, nextRule } = context;
    if (stage.status === "published") return refuse("already-published");
    if (stage.status !== "approved") return refuse("stage-not-approved");
    if (!nextRule) return refuse("last-stage-is-told-at-the-end");
    if (publishAt && new Date(publishAt) > now) {
      return schedule(trx, actor, { cohortId, stageKey, publishAt: new Date(publishAt), now });
    }
    const entrance = await prepareEntrance(trx, {
      cohortId,
      definition,
      stageKey: nextRule.id,
      after: stageKey,
      seed,
      now,
    });
    if (!entrance.ok) return entrance;

    const entryOf = new Map<string, StageEntry>();
    for (const entry of await listStageEntries(trx, { cohortId, stageKey })) entryOf.set(entry.applicationId, entry);
    const told = (await listResultRecipients(trx, cohortId)).flatMap((person) => {
      const entry = entryOf.get(person.id);
      return entry ? [{ person, entry }] : [];
    });
    const failed = told.filter(({ entry }) => entry.outcome !== "passed");
    await moveApplications(trx, { ids: failed.map(({ person }) => person.id), from: "submitted", to: "not_passed" });
    await enqueueMessages(trx, stageMessages({ cohort, definition, rule, nextRule, now }, told));
    await saveStage(trx, { cohortId, stageKey, status: "published", publishAt: null, publishedAt: now });
    const counts = {
      passed: told.length - failed.length,
      notPassed: failed.length,
      left: entryOf.size - told.length,
      entered: entrance.value.entries.length,
    };
    await recordEvent(trx, {
      event: "stage-published",
      actor,
      cohortId,
      subjectKind: "stage",
      subjectId: stageKey,
      payload: counts,
      now,
    });
    await enterStage(trx, actor, { ...entrance.value, now });
    return done({ scheduledFor: null, ...counts });
  });
}

/** Publishes what is due, for the worker. One that is refused is not tried again: its hour is taken away, on record. */
export async function publishDueStages(db: Db, now: Date): Promise<number> {
  const due = await listStagesDue(db, now);
  for (const { cohortId, stageKey } of due) {
    const answer = await publishStage(db, systemActor, { cohortId, stageKey, now });
    if (!answer.ok) await unschedule(db, { cohortId, stageKey, refusal: answer.refusal, now });
  }
  return due.length;
}

type Schedule = { readonly cohortId: string; readonly stageKey: string; readonly publishAt: Date; readonly now: Date };

async function schedule(trx: Trx, actor: Actor, { cohortId, stageKey, publishAt, now }: Schedule) {
  await saveStage(trx, { cohortId, stageKey, publishAt });
  await recordEvent(trx, {
    event: "stage-publication-scheduled",
    actor,
    cohortId,
    subjectKind: "stage",
    subjectId: stageKey,
    payload: { publishAt: publishAt.toISOString() },
    now,
  });
  return done({ scheduledFor: publishAt.toISOString(), passed: 0, notPassed: 0, left: 0, entered: 0 });
}

type Unscheduled = {
  readonly cohortId: string;
  readonly stageKey: string;
  readonly refusal: StagePublishRefusal;
  readonly now: Date;
};

async function unschedule(db: Db, { cohortId, stageKey, refusal, now }: Unscheduled): Promise<void> {
  await inTransaction(db, async (trx) => {
    await saveStage(trx, { cohortId, stageKey, publishAt: null });
    await recordEvent(trx, {
      event: "stage-publication-refused",
      actor: systemActor,
      cohortId,
      subjectKind: "stage",
      subjectId: stageKey,
      payload: { refusal },
      now,
    });
  });
}
