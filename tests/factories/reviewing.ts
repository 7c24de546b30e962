import type { AccountActor } from "#app/domain/access/actor.ts";
import { addPanelMember } from "#app/use-cases/add-panel-member.ts";
import { assignReviewers } from "#app/use-cases/assign-reviewers.ts";
import { declareConflicts } from "#app/use-cases/declare-conflicts.ts";
import { openStage } from "#app/use-cases/open-stage.ts";
import { signPledge } from "#app/use-cases/sign-pledge.ts";
import type { Db } from "#db/connect.ts";
import { savePhase } from "#db/queries/cohorts.ts";
import { listQueue, type QueueEntry } from "#db/queries/review-queue.ts";
import {
  anOpenCohort,
  aStaffMember,
  aSubmittedApplication,
  type OpenCohort,
  type SampleName,
  type SubmittedApplication,
} from "#tests/factories/cohort.ts";

export const reviewSeed = "5eed";

export type CohortInReview = {
  readonly cohort: OpenCohort;
  readonly stageKey: string;
  readonly administrator: AccountActor;
  readonly applications: readonly SubmittedApplication[];
  readonly reviewers: readonly AccountActor[];
  readonly now: Date;
};

type Wishes = {
  readonly sample?: SampleName;
  readonly applications?: number;
  readonly reviewers?: number;
  readonly cohort?: OpenCohort;
};

/** A closed cohort whose first stage is open, with a panel that nobody has been given anything from. */
export async function aCohortInReview(db: Db, wishes: Wishes = {}): Promise<CohortInReview> {
  const { sample = "ai-academy", applications: people = 4, reviewers: readers = 4 } = wishes;
  const cohort = wishes.cohort ?? (await anOpenCohort(db, { sample }));
  const { academyId, cohortId, now } = cohort;
  const administrator = await aStaffMember(db, { role: "administrator", academyId, name: "가상담당" });
  const applications: SubmittedApplication[] = [];
  for (let index = 0; index < people; index += 1) applications.push(await aSubmittedApplication(db, { cohort }));
  await savePhase(db, { cohortId, phase: "closed", now });
  const stageKey = "document";
  must(await openStage(db, administrator, { cohortId, stageKey, seed: reviewSeed, now }));
  const reviewers: AccountActor[] = [];
  for (let index = 0; index < readers; index += 1) {
    const reviewer = await aStaffMember(db, { role: "reviewer", academyId, name: `가상위원${index}` });
    const seat = { cohortId, stageKey, trackKey: "", reviewerId: reviewer.accountId, isExternal: index % 2 === 0, now };
    if (sample === "ai-academy") must(await addPanelMember(db, administrator, seat));
    else {
      for (const { id } of cohort.definition.tracks) {
        must(await addPanelMember(db, administrator, { ...seat, trackKey: id }));
      }
    }
    reviewers.push(reviewer);
  }
  return { cohort, stageKey, administrator, applications, reviewers, now };
}

/** The same, assigned, and every reviewer ready to score: pledge signed, no conflict. */
export async function aCohortBeingScored(db: Db, wishes: Wishes = {}): Promise<CohortInReview> {
  const inReview = await aCohortInReview(db, wishes);
  const { cohort, stageKey, administrator, reviewers, now } = inReview;
  must(await assignReviewers(db, administrator, { cohortId: cohort.cohortId, stageKey, seed: reviewSeed, now }));
  for (const reviewer of reviewers) await beReady(db, inReview, reviewer);
  return inReview;
}

export async function beReady(
  db: Db,
  { cohort, stageKey, now }: CohortInReview,
  reviewer: AccountActor,
): Promise<void> {
  await pledged(db, { cohort, now }, reviewer);
  must(await declareConflicts(db, reviewer, { cohortId: cohort.cohortId, stageKey, conflicts: [], none: true, now }));
}

export async function pledged(
  db: Db,
  { cohort, now }: Pick<CohortInReview, "cohort" | "now">,
  reviewer: AccountActor,
): Promise<void> {
  const signed = { cohortId: cohort.cohortId, typedName: reviewer.name, language: "ko" as const, address: "192.0.2.1" };
  must(await signPledge(db, reviewer, { ...signed, now }));
}

export async function queueOf(
  db: Db,
  { cohort, stageKey }: CohortInReview,
  reviewer: AccountActor,
): Promise<readonly QueueEntry[]> {
  return listQueue(db, { cohortId: cohort.cohortId, stageKey, reviewerId: reviewer.accountId });
}

/** Scores on every criterion of the AI sample's document review: 80 points. */
export const goodScores = { motivation: "20", plan: "20", readiness: "24", career: "16" } as const;

export function must<Value>(answer: { ok: true; value: Value } | { ok: false; refusal: unknown }): Value {
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.refusal)}`);
  return answer.value;
}
