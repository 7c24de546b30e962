import { selectCohort } from "#app/domain/selection/select-cohort.ts";
import { assignReviewers } from "./assign-reviewers.ts";
import { closeStage } from "./close-stage.ts";
import { importScores } from "./import-scores.ts";
import type { JobRegistry } from "./jobs.ts";
import { publishDecisions } from "./publish-decisions.ts";
import { publishStage } from "./publish-stage.ts";
import { replayForCohort, type ReplayJob } from "./replay-selection.ts";
import { runSelection, type RunSelection, type Select } from "./run-selection.ts";

/**
 * Which use case does a job. The worker asks permission again through it, as the person who requested the job. `select`
 * computes the selections, which is the longest work there is.
 */
export function jobsWith(select: Select): JobRegistry {
  return {
    assign_reviewers: assignReviewers,
    import_scores: importScores,
    close_stage: closeStage,
    publish_stage: publishStage,
    run_selection: (db, actor, input: RunSelection) => runSelection(db, actor, { ...input, select }),
    replay_selection: (db, actor, input: ReplayJob) => replayForCohort(db, actor, { ...input, select }),
    publish_decisions: publishDecisions,
  };
}

/** The jobs with the selection computed where the job runs. */
export const jobRegistry = jobsWith(selectCohort);
