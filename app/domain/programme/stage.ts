import type { EvaluatorsDefinition } from "./evaluators.ts";
import type { CriterionDefinition, StageDefinition } from "./stages.ts";

type WithStages = { readonly stages: readonly StageDefinition[] };
type WithPanels = { readonly evaluators: EvaluatorsDefinition };

/** The stages in the order in which they are held. */
export function stagesInOrder(definition: WithStages): readonly StageDefinition[] {
  return [...definition.stages].sort((one, other) => one.order - other.order);
}

export function stageByKey(definition: WithStages, stageId: string): StageDefinition | undefined {
  return definition.stages.find((stage) => stage.id === stageId);
}

/** The stage after this one; undefined after the last. */
export function nextStage(definition: WithStages, stageId: string): StageDefinition | undefined {
  const stages = stagesInOrder(definition);
  const index = stages.findIndex((stage) => stage.id === stageId);
  return index < 0 ? undefined : stages[index + 1];
}

export function criteriaOf(stage: StageDefinition): readonly CriterionDefinition[] {
  return stage.rubric.criteria;
}

/** Whether scores come from a file of another platform instead of from reviewers. */
export function isImported(stage: StageDefinition): boolean {
  return stage.source !== undefined;
}

/** Reviews per application of a stage; 0 for a stage that nobody reviews. */
export function panelSize(definition: WithPanels, stageId: string): number {
  return panelOf(definition, stageId)?.size ?? 0;
}

/** Whether each track has a pool of reviewers of its own. */
export function isPerTrackPanel(definition: WithPanels, stageId: string): boolean {
  return panelOf(definition, stageId)?.perTrack === true;
}

function panelOf(definition: WithPanels, stageId: string) {
  const { panels } = definition.evaluators;
  return Object.hasOwn(panels, stageId) ? panels[stageId] : undefined;
}
