import type { AccountActor } from "#app/domain/access/actor.ts";
import { hasReached, type CohortPhase } from "#app/domain/cohort/phase.ts";
import { findEvent, windowOf } from "#app/domain/programme/calendar.ts";
import type { ProgrammeDefinition, StageDefinition } from "#app/domain/programme/definition.ts";
import { stagesInOrder } from "#app/domain/programme/stage.ts";
import type { Db } from "#db/connect.ts";
import { findCohort } from "#db/queries/cohorts.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import { listPanelReviewers, listStaffActors } from "#db/queries/demo-staff.ts";
import { listSheets } from "#db/queries/demo-sheets.ts";
import { findStage } from "#db/queries/stages.ts";
import { approveSelection } from "../approve-selection.ts";
import { approveStage } from "../approve-stage.ts";
import { closeCohort } from "../close-cohort.ts";
import { closeStage } from "../close-stage.ts";
import { openStage } from "../open-stage.ts";
import { publishDecisions } from "../publish-decisions.ts";
import { publishStage } from "../publish-stage.ts";
import { runSelection } from "../run-selection.ts";
import type { DemoCohort } from "./demo-applications.ts";
import { demoSeed } from "./demo-seed.ts";
import { decideEverything } from "./decide-everything.ts";
import { must } from "./must.ts";
import { assignDemoReviewers, completeScores, seatPanel, type DemoFiles } from "./stage-acts.ts";

export const demoTargets = ["closed", "in_review", "selecting", "confirmed", "published", "filling"] as const;
export type DemoTarget = (typeof demoTargets)[number];

type Advance = {
  readonly cohortId: string;
  readonly target: DemoTarget;
  readonly files: DemoFiles;
  readonly now: Date;
  readonly say: (line: string) => void;
  /** Acts of a history happen when the calendar had them; those of today happen today. */
  readonly pace?: "calendar" | "now";
};

type Stand = DemoCohort & { readonly phase: CohortPhase };

/** Moves a demo cohort on to `target` by the acts that people would do, each by the person who may. */
export async function advanceDemo(db: Db, advance: Advance): Promise<CohortPhase> {
  const { cohortId, target, say } = advance;
  const [first, second] = await administrators(db, cohortId);
  const at = (definition: ProgrammeDefinition, key: string) => momentOf(advance, definition, key);

  let stand = await standOf(db, cohortId);
  if (!hasReached(stand.phase, "closed")) {
    const { end } = windowOf(stand.definition, "application");
    must(await closeCohort(db, first, { cohortId, now: end > advance.now ? end : advance.now }));
    say("applications closed");
  }
  stand = await standOf(db, cohortId);
  if (target !== "closed")
    await decideEverything(db, { ...stand, by: second.accountId, now: at(stand.definition, "documentResult") });

  if (hasReached(target, "in_review") && stand.phase === "closed")
    await openFirstStage(db, { stand, first, now: at(stand.definition, "document") });
  stand = await standOf(db, cohortId);
  if (hasReached(target, "selecting") && !hasReached(stand.phase, "selecting")) {
    for (const stage of stagesInOrder(stand.definition))
      await finishStage(db, { stand, stage, first, second, advance });
  }
  stand = await standOf(db, cohortId);
  if (hasReached(target, "confirmed") && !hasReached(stand.phase, "confirmed")) {
    const run = must(await runSelection(db, first, { cohortId, kind: "official", now: advance.now }));
    if (run.status === "stopped") throw new Error(`A committee must order ${run.tie.group.join(", ")} first.`);
    must(await approveSelection(db, second, { cohortId, runId: run.runId, now: advance.now }));
    say(`selected ${run.summary.selected} of ${run.summary.seats}, approved by the second administrator`);
  }
  stand = await standOf(db, cohortId);
  if (hasReached(target, "published") && !hasReached(stand.phase, "published")) {
    must(await publishDecisions(db, first, { cohortId, now: advance.now }));
    say("published");
  }
  return (await standOf(db, cohortId)).phase;
}

async function openFirstStage(
  db: Db,
  { stand, first, now }: { stand: Stand; first: AccountActor; now: Date },
): Promise<void> {
  const [stage] = stagesInOrder(stand.definition);
  if (!stage) return;
  must(
    await openStage(db, first, {
      cohortId: stand.cohortId,
      stageKey: stage.id,
      seed: `${stand.seed}|${stand.definition.slug}|${stage.id}`,
      now,
    }),
  );
}

type Finish = {
  readonly stand: Stand;
  readonly stage: StageDefinition;
  readonly first: AccountActor;
  readonly second: AccountActor;
  readonly advance: Advance;
};

/** From open to published: the sheets are filled, the first administrator closes, the second approves. */
async function finishStage(db: Db, { stand, stage, first, second, advance }: Finish): Promise<void> {
  const { cohortId, definition } = stand;
  const stageKey = stage.id;
  const row = await findStage(db, { cohortId, stageKey });
  if (!row || row.status === "published") return;
  const startsAt = momentOf(advance, definition, stageKey);
  const endsAt = momentOf(advance, definition, stageKey, "end");
  if (row.status === "open") {
    const reviewers = await listPanelReviewers(db, { academyId: stand.academyId });
    const of = { cohort: stand, stage, administrator: first, reviewers, now: startsAt };
    if (stage.evaluators && (await listSheets(db, { cohortId, stageKey })).length === 0) {
      await seatPanel(db, of);
      await assignDemoReviewers(db, of);
    }
    await completeScores(db, { ...of, files: advance.files, now: endsAt });
    must(await closeStage(db, first, { cohortId, stageKey, now: endsAt }));
  }
  if (row.status !== "approved") must(await approveStage(db, second, { cohortId, stageKey, now: endsAt }));
  const isLast = stagesInOrder(definition).at(-1)?.id === stageKey;
  if (!isLast) {
    const now = momentOf(advance, definition, `${stageKey}Result`, "start", endsAt);
    must(
      await publishStage(db, first, {
        cohortId,
        stageKey,
        seed: `${stand.seed}|${definition.slug}|${stageKey}|next`,
        now,
      }),
    );
  }
  advance.say(`${stageKey}: scored, closed, approved${isLast ? "" : ", published"}`);
}

/** When an act of the demo happened: at the calendar's hour in a history, never after now. */
function momentOf(
  advance: Advance,
  definition: ProgrammeDefinition,
  key: string,
  edge: "start" | "end" = "start",
  fallback = advance.now,
): Date {
  if (advance.pace !== "calendar") return advance.now;
  const event = findEvent(definition, key);
  const moment = event ? new Date((edge === "end" ? event.end : undefined) ?? event.start) : fallback;
  return moment < advance.now ? moment : advance.now;
}

async function standOf(db: Db, cohortId: string): Promise<Stand> {
  const cohort = await findCohort(db, cohortId);
  if (!cohort) throw new Error("the cohort is gone");
  const { academyId, definitionId, phase } = cohort;
  return {
    seed: demoSeed,
    academyId,
    cohortId,
    definitionId,
    definition: await getDefinition(db, definitionId),
    phase,
  };
}

async function administrators(db: Db, cohortId: string): Promise<readonly [AccountActor, AccountActor]> {
  const { academyId } = await standOf(db, cohortId);
  const [first, second] = await listStaffActors(db, { academyId, role: "administrator" });
  if (!first || !second) throw new Error("a demo academy has two administrators");
  return [first, second];
}
