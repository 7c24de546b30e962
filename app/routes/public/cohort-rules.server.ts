import type { ProgrammeDefinition, StageDefinition } from "#app/domain/programme/definition.ts";
import { isImported, panelSize, stagesInOrder } from "#app/domain/programme/stage.ts";
import { text } from "#app/domain/programme/text.ts";
import type { Language } from "#app/i18n/language.ts";

/** How it is decided, as the definition says it: stages and rubrics, minimums, bonus points, ties, shares. */
export function cohortRules(definition: ProgrammeDefinition, language: Language) {
  const local = (value: Parameters<typeof text>[0]) => text(value, language);
  const { bonus, ranking } = definition;
  return {
    stages: stagesInOrder(definition).map((stage) => ({
      ...stageView(stage, language),
      reviewers: panelSize(definition, stage.id),
    })),
    minimumTotal: ranking.minimumTotal,
    minimumRule: local(ranking.minimumRule),
    bonus: {
      cap: bonus.cap,
      note: local(bonus.note),
      items: bonus.items.map(({ id, label, points, documents }) => ({ id, label: local(label), points, documents })),
    },
    ties: ranking.tieBreakers
      .toSorted((one, other) => one.order - other.order)
      .map(({ by, label }) => ({ by, label: local(label) })),
    assignment: local(definition.choices.description),
    quotas: definition.quotas.map(({ id, method }) => ({ id, text: local(method) })).filter((quota) => quota.text !== ""),
    overAdmission: definition.overAdmission?.allowed
      ? { percent: definition.overAdmission.maxPercent, note: local(definition.overAdmission.note) }
      : null,
  };
}

function stageView(stage: StageDefinition, language: Language) {
  const trim = stage.aggregation?.trim;
  return {
    id: stage.id,
    title: text(stage.title, language),
    weightPercent: stage.weightPercent,
    maxScore: stage.maxScore,
    minScore: stage.minScore,
    isImported: isImported(stage),
    method: stage.aggregation?.method ?? null,
    trim: trim ? { from: trim.enabledFromEvaluators, highest: trim.dropHighest, lowest: trim.dropLowest } : null,
    progressMin: stage.gate?.progressPercentMin ?? null,
    excludesAbsent: stage.absent === "excluded",
    pass: stage.pass ? { multiple: stage.pass.multiple, allPass: stage.pass.tiesAtCut === "all_pass" } : null,
    criteria: stage.rubric.criteria.map(({ id, label, hint, max, minPercent }) => ({
      id,
      label: text(label, language),
      hint: text(hint, language),
      max,
      minPercent: minPercent ?? null,
    })),
  };
}

export type CohortRulesView = ReturnType<typeof cohortRules>;
