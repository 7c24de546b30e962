import type { ProgrammeDefinition, StageDefinition } from "#app/domain/programme/definition.ts";
import { nextStage, stageByKey, stagesInOrder } from "#app/domain/programme/stage.ts";
import type { Db } from "#db/connect.ts";
import { findCohort, type Cohort } from "#db/queries/cohorts.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import { listStages, type Stage } from "#db/queries/stages.ts";

/** One stage of a cohort with the rule that it is held by and its neighbours. */
export type StageContext = {
  readonly cohort: Cohort;
  readonly definition: ProgrammeDefinition;
  readonly rule: StageDefinition;
  readonly stage: Stage;
  readonly previous: Stage | undefined;
  readonly nextRule: StageDefinition | undefined;
};

/** Undefined when there is no such cohort, or no such stage in it. */
export async function findStageContext(
  db: Db,
  { cohortId, stageKey }: { cohortId: string; stageKey: string },
): Promise<StageContext | undefined> {
  const cohort = await findCohort(db, cohortId);
  if (!cohort) return undefined;
  const definition = await getDefinition(db, cohort.definitionId);
  const stages = await listStages(db, cohortId);
  const stage = stages.find((each) => each.stageKey === stageKey);
  const rule = stageByKey(definition, stageKey);
  if (!stage || !rule) return undefined;
  const order = stagesInOrder(definition).map(({ id }) => id);
  const before = order[order.indexOf(stageKey) - 1];
  const previous = stages.find((each) => each.stageKey === before);
  return { cohort, definition, rule, stage, previous, nextRule: nextStage(definition, stageKey) };
}
