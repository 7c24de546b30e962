import { windowOf } from "#app/domain/programme/calendar.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import type { CohortPhase } from "./phase.ts";
import type { StageStatus } from "./stage-status.ts";

export type NextStep = {
  /** Names the sentence that says it. */
  readonly key:
    | "open"
    | "applicationsBegin"
    | "applicationsEnd"
    | "close"
    | "openStage"
    | "scoreStage"
    | "approveStage"
    | "publishStage"
    | "select"
    | "publishDecisions"
    | "answers"
    | "fill"
    | "train"
    | "archive"
    | "nothing";
  readonly stageKey?: string;
  readonly at?: Date;
};

type StageNow = { readonly stageKey: string; readonly status: StageStatus };
type Standing = { readonly phase: CohortPhase; readonly stages: readonly StageNow[]; readonly now: Date };

/** What comes next in the life of a cohort. `stages` stand in their order. */
export function nextStep(definition: ProgrammeDefinition, { phase, stages, now }: Standing): NextStep {
  const application = windowOf(definition, "application");
  if (phase === "draft") return { key: "open", at: application.start };
  if (phase === "open") {
    if (now < application.start) return { key: "applicationsBegin", at: application.start };
    return { key: now < application.end ? "applicationsEnd" : "close", at: application.end };
  }
  if (phase === "closed" || phase === "in_review") return nextOfStages(stages);
  if (phase === "selecting") return { key: "select", at: windowOf(definition, "finalResult").start };
  if (phase === "confirmed") return { key: "publishDecisions", at: windowOf(definition, "finalResult").start };
  if (phase === "published") return { key: "answers", at: new Date(definition.acceptance.confirmBy) };
  if (phase === "filling") return { key: "fill", at: new Date(definition.reserve.validUntil) };
  if (phase === "in_training") return { key: "train", at: new Date(`${definition.course.end}T00:00:00+09:00`) };
  return { key: phase === "completed" ? "archive" : "nothing" };
}

const stepOfStage = {
  waiting: "openStage",
  open: "scoreStage",
  closed: "approveStage",
  approved: "publishStage",
} as const satisfies Record<Exclude<StageStatus, "published">, NextStep["key"]>;

function nextOfStages(stages: readonly StageNow[]): NextStep {
  const current = currentStage(stages);
  if (current === undefined || current.status === "published") return { key: "select" };
  return { key: stepOfStage[current.status], stageKey: current.stageKey };
}

/** The stage at work: the first that is not published. */
export function currentStage<Stage extends StageNow>(stages: readonly Stage[]): Stage | undefined {
  return stages.find(({ status }) => status !== "published");
}
