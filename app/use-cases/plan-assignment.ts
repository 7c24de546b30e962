import { rationalFromNumber, compare, rational } from "#app/domain/exact/rational.ts";
import { isPerTrackPanel, panelSize } from "#app/domain/programme/stage.ts";
import type { Result } from "#app/domain/result.ts";
import {
  assignReviewers as assign,
  type Assignment,
  type AssignmentShortage,
  type PoolReviewer,
} from "#app/domain/review/assignment.ts";
import type { Db } from "#db/connect.ts";
import { listConflicts } from "#db/queries/conflicts.ts";
import { listPanel, type PanelMember } from "#db/queries/panels.ts";
import { listAssignmentBatches } from "#db/queries/review-queue.ts";
import { listReviewsOfStage, type ReviewOfStage } from "#db/queries/reviews.ts";
import { findSetting, saveSetting } from "#db/queries/settings.ts";
import { listStageEntries } from "#db/queries/stage-entries.ts";
import type { StageContext } from "./stage-context.ts";

export type AssignmentPlan = {
  readonly size: number;
  readonly applications: number;
  readonly panel: readonly PanelMember[];
  readonly reviews: readonly ReviewOfStage[];
  /** External people among the pool of each track (all of it under ""), and whether they are as many as the rule asks. */
  readonly external: readonly ExternalShare[];
  readonly outcome: Result<Assignment, AssignmentShortage>;
  readonly evaluationNumbers: ReadonlyMap<string, string>;
};
export type ExternalShare = {
  readonly trackKey: string;
  readonly members: number;
  readonly external: number;
  readonly isEnough: boolean;
};

type ToPlan = Pick<StageContext, "cohort" | "definition" | "stage"> & { readonly seed: string };

/** What an assignment with this seed would do now. Reads only: the preview and the act see the same. */
export async function planAssignment(db: Db, { cohort, definition, stage, seed }: ToPlan): Promise<AssignmentPlan> {
  const of = { cohortId: cohort.id, stageKey: stage.stageKey };
  const panel = await listPanel(db, of);
  const entries = await listStageEntries(db, of);
  const running = entries.filter((entry) => entry.applicationStatus === "submitted" && entry.outcome === "pending");
  const conflicts = new Map<string, string[]>();
  for (const { applicationId, reviewerId } of await listConflicts(db, cohort.id)) {
    conflicts.set(applicationId, [...(conflicts.get(applicationId) ?? []), reviewerId]);
  }
  const reviews = await listReviewsOfStage(db, of);
  const ids = new Set(running.map(({ applicationId }) => applicationId));
  const size = panelSize(definition, stage.stageKey);
  const outcome = assign({
    applications: running.map(({ applicationId, firstChoice }) => ({
      id: applicationId,
      trackKey: firstChoice,
      conflicts: conflicts.get(applicationId) ?? [],
    })),
    reviewers: poolOf(panel),
    kept: reviews
      .filter(({ status, applicationId }) => status !== "cancelled" && ids.has(applicationId))
      .map(({ applicationId, reviewerId, status }) => ({ applicationId, reviewerId, started: status !== "assigned" })),
    size,
    seed,
  });
  return {
    size,
    applications: running.length,
    panel,
    reviews,
    external: externalShares(panel, {
      tracks: isPerTrackPanel(definition, stage.stageKey) ? definition.tracks.map(({ id }) => id) : [""],
      least: definition.evaluators.externalShareMin,
    }),
    outcome,
    evaluationNumbers: new Map(entries.map(({ applicationId, evaluationNumber }) => [applicationId, evaluationNumber])),
  };
}

/** The seed waits under the number of the next assignment: asking for another preview does not draw another. */
export async function findPendingSeed(db: Db, stage: StageContext["stage"]): Promise<string | undefined> {
  return findSetting(db, await pendingKey(db, stage));
}

export async function savePendingSeed(db: Db, stage: StageContext["stage"], seed: string): Promise<void> {
  await saveSetting(db, await pendingKey(db, stage), seed);
}

async function pendingKey(db: Db, { id, cohortId, stageKey }: StageContext["stage"]): Promise<string> {
  const batches = await listAssignmentBatches(db, { cohortId, stageKey });
  return `assignment-seed:${id}:${batches.length + 1}`;
}

function poolOf(panel: readonly PanelMember[]): readonly PoolReviewer[] {
  const tracks = new Map<string, string[]>();
  for (const { reviewerId, trackKey } of panel) tracks.set(reviewerId, [...(tracks.get(reviewerId) ?? []), trackKey]);
  return [...tracks].map(([id, keys]) => ({ id, tracks: keys.includes("") ? ("all" as const) : keys }));
}

function externalShares(
  panel: readonly PanelMember[],
  { tracks, least }: { readonly tracks: readonly string[]; readonly least: number },
): readonly ExternalShare[] {
  return tracks.map((trackKey) => {
    const members = panel.filter((member) => member.trackKey === trackKey);
    const external = members.filter(({ isExternal }) => isExternal).length;
    const share = members.length === 0 ? rational(0n) : rational(BigInt(external), BigInt(members.length));
    return {
      trackKey,
      members: members.length,
      external,
      isEnough: compare(share, rationalFromNumber(least)) >= 0,
    };
  });
}
