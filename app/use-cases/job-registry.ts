import { assignReviewers } from "./assign-reviewers.ts";
import { closeStage } from "./close-stage.ts";
import { importScores } from "./import-scores.ts";
import type { JobRegistry } from "./jobs.ts";
import { publishDecisions } from "./publish-decisions.ts";
import { publishStage } from "./publish-stage.ts";
import { runSelection } from "./run-selection.ts";

/** Which use case does a job. The worker asks permission again through it, as the person who requested the job. */
export const jobRegistry: JobRegistry = {
  assign_reviewers: assignReviewers,
  import_scores: importScores,
  close_stage: closeStage,
  publish_stage: publishStage,
  run_selection: runSelection,
  publish_decisions: publishDecisions,
};
