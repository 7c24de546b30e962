import type { AccountActor } from "#app/domain/access/actor.ts";
import { stagesInOrder } from "#app/domain/programme/stage.ts";
import type { Db } from "#db/connect.ts";
import { listPanelReviewers } from "#db/queries/demo-staff.ts";
import type { DemoCohort } from "./demo-applications.ts";
import { fillSheets } from "./fill-sheets.ts";
import { assignDemoReviewers, seatPanel } from "./stage-acts.ts";

const SUBMITTED_PERCENT = 72;

/** Brings the first stage to the middle of its work: assigned, pledged, most sheets in, some begun, some untouched. */
export async function startReviewing(
  db: Db,
  { cohort, administrator, now }: { cohort: DemoCohort; administrator: AccountActor; now: Date },
): Promise<void> {
  const [stage] = stagesInOrder(cohort.definition);
  if (!stage) return;
  const reviewers = await listPanelReviewers(db, { academyId: cohort.academyId });
  const of = { cohort, stage, administrator, reviewers, now };
  await seatPanel(db, of);
  await assignDemoReviewers(db, of);
  await fillSheets(db, { ...cohort, stageKey: stage.id, submittedPercent: SUBMITTED_PERCENT, at: now });
}
