import { systemActor, type Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import type { Db, Trx } from "#db/connect.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { findCohort, savePhase, type Cohort } from "#db/queries/cohorts.ts";
import { insertDecisions } from "#db/queries/decisions.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import { insertOffers } from "#db/queries/offers.ts";
import { enqueueMessages } from "#db/queries/outbox.ts";
import { insertReservePlaces } from "#db/queries/reserve-places.ts";
import { listResultRecipients, moveApplications } from "#db/queries/selection-people.ts";
import {
  findOfficialRun,
  findSelectionRun,
  listRunsDue,
  saveRunPublication,
  saveRunSchedule,
} from "#db/queries/selection-runs.ts";
import { listStages, saveStage } from "#db/queries/stages.ts";
import { inTransaction, lockCohort } from "#db/transaction.ts";
import { hasChangedSince } from "./changed-since-run.ts";
import { decisionsOfRun, type Decided } from "./decisions-of-run.ts";
import { resultMessages } from "./result-messages.ts";

export type DecisionsPublished = {
  readonly scheduledFor: string | null;
  readonly selected: number;
  readonly reserve: number;
  readonly notSelected: number;
};

export type PublishRefusal =
  | "not-yours"
  | "already-published"
  | "run-not-approved"
  | "changed-since-run"
  | { readonly kind: "confirm-deadline-passed"; readonly confirmBy: string };

type PublishDecisions = {
  readonly cohortId: string;
  /** ISO instant in the future: the worker publishes then. */
  readonly publishAt?: string | null;
  readonly now: Date;
};

/**
 * The approved run becomes what everybody knows: decisions, statuses, offers, reserve places and one message each, all or
 * nothing. A second call finds it published and tells nobody twice.
 */
export async function publishDecisions(
  db: Db,
  actor: Actor,
  { cohortId, publishAt, now }: PublishDecisions,
): Promise<Result<DecisionsPublished, PublishRefusal>> {
  return inTransaction(db, async (trx) => {
    await lockCohort(trx, cohortId);
    const cohort = await findCohort(trx, cohortId);
    if (!cohort || !can(actor, "decisions:publish", cohort)) return refuse("not-yours");
    const head = await findOfficialRun(trx, cohortId);
    if (head?.status === "published") return refuse("already-published");
    const run = head && (await findSelectionRun(trx, head.id));
    if (!run || run.status !== "approved" || run.result.status !== "complete") return refuse("run-not-approved");

    const definition = await getDefinition(trx, cohort.definitionId);
    const { confirmBy } = definition.acceptance;
    const at = publishAt ? new Date(publishAt) : now;
    if (new Date(confirmBy) <= at) return refuse({ kind: "confirm-deadline-passed", confirmBy });
    if (await hasChangedSince(trx, { cohort, run })) return refuse("changed-since-run");
    if (at > now) return schedule(trx, actor, { cohort, runId: run.id, publishAt: at, now });

    const people = await listResultRecipients(trx, cohortId);
    const decided = decisionsOfRun({ cohortId, runId: run.id, input: run.input, result: run.result, people });
    if (!decided) return refuse("changed-since-run");

    await insertDecisions(
      trx,
      decided.map(({ decision }) => decision),
      now,
    );
    await moveEverybody(trx, decided);
    const respondBy = new Date(confirmBy);
    const offerIds = await offerSeats(trx, { decided, approvedBy: run.approvedBy, respondBy, now });
    await placeOnReserveLists(trx, { decided, now });
    await enqueueMessages(trx, resultMessages({ cohort, definition, decided, offerIds, now }));
    await saveRunPublication(trx, { runId: run.id, now });
    await publishLastStage(trx, { cohortId, now });
    // From the first offer on, seats can fall free: the time of filling begins with the publication.
    await savePhase(trx, { cohortId, phase: "filling", now });
    const counts = countsOf(decided);
    await recordEvent(trx, {
      event: "decisions-published",
      actor,
      cohortId,
      subjectKind: "selection-run",
      subjectId: run.id,
      payload: { ...counts, digest: run.digest },
      now,
    });
    return done({ scheduledFor: null, ...counts });
  });
}

/** Publishes what is due, for the worker. One that is refused is not tried again: its hour is taken away, on record. */
export async function publishDueDecisions(db: Db, now: Date): Promise<number> {
  const due = await listRunsDue(db, now);
  for (const { cohortId, id } of due) {
    const answer = await publishDecisions(db, systemActor, { cohortId, now });
    if (answer.ok) continue;
    const refusal = typeof answer.refusal === "string" ? answer.refusal : answer.refusal.kind;
    await inTransaction(db, async (trx) => {
      await saveRunSchedule(trx, { runId: id, publishAt: null });
      const event = "decisions-publication-refused";
      const subject = { subjectKind: "selection-run", subjectId: id };
      await recordEvent(trx, { event, actor: systemActor, cohortId, ...subject, payload: { refusal }, now });
    });
  }
  return due.length;
}

type Schedule = { readonly cohort: Cohort; readonly runId: string; readonly publishAt: Date; readonly now: Date };

async function schedule(trx: Trx, actor: Actor, { cohort, runId, publishAt, now }: Schedule) {
  await saveRunSchedule(trx, { runId, publishAt });
  await recordEvent(trx, {
    event: "decisions-publication-scheduled",
    actor,
    cohortId: cohort.id,
    subjectKind: "selection-run",
    subjectId: runId,
    payload: { publishAt: publishAt.toISOString() },
    now,
  });
  return done({ scheduledFor: publishAt.toISOString(), selected: 0, reserve: 0, notSelected: 0 });
}

const statusAfter = { selected: "offered", reserve: "reserved", not_selected: "not_selected" } as const;

async function moveEverybody(trx: Trx, decided: readonly Decided[]): Promise<void> {
  for (const outcome of ["selected", "reserve", "not_selected"] as const) {
    const ids = decided.filter(({ decision }) => decision.outcome === outcome).map(({ person }) => person.id);
    await moveApplications(trx, { ids, from: "submitted", to: statusAfter[outcome] });
  }
}

type Offering = {
  readonly decided: readonly Decided[];
  readonly approvedBy: string | null;
  readonly respondBy: Date;
  readonly now: Date;
};

async function offerSeats(trx: Trx, { decided, approvedBy, respondBy, now }: Offering) {
  const selected = decided.flatMap(({ decision }) => (decision.outcome === "selected" ? [decision] : []));
  const ids = await insertOffers(
    trx,
    selected.map(({ cohortId, applicationId, trackKey, choiceOrder }) => ({
      cohortId,
      applicationId,
      trackKey: trackKey ?? "",
      choiceOrder,
      status: "open",
      origin: "selection",
      replacesOfferId: null,
      heldAt: now,
      approvedBy,
      openedAt: now,
      respondBy,
    })),
  );
  return new Map(selected.map(({ applicationId }, index) => [applicationId, ids[index] ?? ""]));
}

async function placeOnReserveLists(trx: Trx, { decided, now }: Pick<Offering, "decided" | "now">): Promise<void> {
  await insertReservePlaces(
    trx,
    decided.flatMap(({ decision: { cohortId, applicationId, outcome, trackKey, reserveNumber, meritRank } }) =>
      outcome === "reserve" && trackKey !== null && reserveNumber !== null
        ? [{ cohortId, applicationId, trackKey, number: reserveNumber, meritRank: meritRank ?? 0, now }]
        : [],
    ),
  );
}

/** The last stage is told with the final result. */
async function publishLastStage(trx: Trx, { cohortId, now }: { cohortId: string; now: Date }): Promise<void> {
  const last = (await listStages(trx, cohortId)).at(-1);
  if (last) await saveStage(trx, { cohortId, stageKey: last.stageKey, status: "published", publishedAt: now });
}

function countsOf(decided: readonly Decided[]) {
  const count = (outcome: string) => decided.filter(({ decision }) => decision.outcome === outcome).length;
  return { selected: count("selected"), reserve: count("reserve"), notSelected: count("not_selected") };
}
