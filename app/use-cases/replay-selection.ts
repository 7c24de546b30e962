import { systemActor, type Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { firstDifference, type Difference } from "#app/domain/proof/first-difference.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import { selectCohort } from "#app/domain/selection/select-cohort.ts";
import { ENGINE_VERSION } from "#app/domain/selection/selection.ts";
import type { Db } from "#db/connect.ts";
import { findCohort, getCohort } from "#db/queries/cohorts.ts";
import { findSelectionRun } from "#db/queries/selection-runs.ts";
import type { Select } from "./run-selection.ts";

export type Replay = {
  readonly runId: string;
  readonly digest: string;
  readonly engineVersion: number;
  readonly equal: boolean;
  readonly difference: Difference | null;
};

/** Runs a stored input again and compares digest and result with what was stored. */
export async function replaySelection(
  db: Db,
  runId: string,
  { actor = systemActor, select = selectCohort }: { readonly actor?: Actor; readonly select?: Select } = {},
): Promise<Result<Replay, "run-not-found">> {
  const run = await findSelectionRun(db, runId);
  if (!run) return refuse("run-not-found");
  const cohort = await getCohort(db, run.cohortId);
  if (!can(actor, "cohort:view", cohort)) return refuse("run-not-found");

  const replayed = JSON.parse(JSON.stringify(await select(run.input))) as unknown;
  const digest = (replayed as { digest?: string }).digest ?? "";
  const difference =
    digest === run.digest
      ? firstDifference(run.result, replayed, "")
      : { path: "digest", stored: run.digest, replayed: digest };
  return done({ runId, digest, engineVersion: ENGINE_VERSION, equal: difference === null, difference });
}

export type ReplayJob = { readonly cohortId: string; readonly runId: string; readonly select: Select };

/** The same as a job of the worker, asked for on the pages of a cohort. */
export async function replayForCohort(
  db: Db,
  actor: Actor,
  { cohortId, runId, select }: ReplayJob,
): Promise<Result<Replay, "not-yours" | "run-not-found">> {
  const cohort = await findCohort(db, cohortId);
  if (!cohort || !can(actor, "cohort:manage", cohort)) return refuse("not-yours");
  return replaySelection(db, runId, { actor, select });
}
