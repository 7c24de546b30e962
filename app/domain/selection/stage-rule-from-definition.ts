import { rationalFromNumber } from "#app/domain/exact/rational.ts";
import { toExactString } from "#app/domain/exact/rounding.ts";
import type { ProgrammeDefinition, StageDefinition } from "#app/domain/programme/definition.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import type { ImportedStageRule } from "#app/domain/selection/imported-score.ts";
import type { ReviewedStageRule, Trim } from "#app/domain/selection/stage-score.ts";
import type { StageMinimums } from "#app/domain/selection/stage-standing.ts";

/** A rule that the engine does not know yet: where it stands in the definition, and its value there. */
export type RuleRefusal = { readonly reason: "unsupported_rule"; readonly path: string; readonly value: string };

export type StageRule =
  | { readonly kind: "reviewed"; readonly rule: ReviewedStageRule }
  | { readonly kind: "imported"; readonly rule: ImportedStageRule };

/** How one stage of a definition is scored. Throws on an unknown stage id. */
export function stageRuleFromDefinition(
  definition: ProgrammeDefinition,
  stageId: string,
): Result<StageRule, RuleRefusal> {
  const stage = definition.stages.find(({ id }) => id === stageId);
  if (!stage) throw new RangeError(`no stage ${stageId}`);
  if (stage.source) return done({ kind: "imported", rule: importedRule(stage) });

  const { aggregation } = stage;
  const path = `stages.${stage.id}.aggregation`;
  if (!aggregation) return unsupported(path, "none");
  const trim = trimOf(aggregation.trim, path);
  if (!trim.ok) return trim;
  const { method, missingScore, rounding } = aggregation;
  const level = levelOf(aggregation);
  // Both work on single criteria, which a sum of whole reviews knows nothing of.
  if (level === "review_total" && rounding.at === "criterion") return unsupported(`${path}.rounding.at`, rounding.at);
  if (level === "review_total" && missingScore === "per_criterion") {
    return unsupported(`${path}.missingScore`, missingScore);
  }
  const rule: ReviewedStageRule = {
    ...minimumsOf(stage),
    aggregation: {
      method,
      level,
      trim: trim.value,
      minimumReviews: aggregation.minimumEvaluators,
      missingScore: missingScore === "block_aggregation" ? "block" : missingScore,
      rounding: { at: rounding.at, scale: rounding.scale, mode: rounding.mode },
    },
  };
  return done({ kind: "reviewed", rule });
}

/** The minimum, the criteria and the gate of a stage. A progress gate tests the criterion `progress`, imported in percent. */
export function minimumsOf(stage: StageDefinition): StageMinimums {
  return {
    id: stage.id,
    minimum: exactText(stage.minScore),
    criteria: stage.rubric.criteria.map(({ id, max, minPercent }) => ({
      id,
      max: exactText(max),
      minPercent: minPercent === undefined ? null : exactText(minPercent),
    })),
    gate: stage.gate ? { criterion: progress, minimumPercent: exactText(stage.gate.progressPercentMin) } : null,
  };
}

/** A JSON number as exact text, through the decimal it was written as. */
export function exactText(value: number): string {
  return toExactString(rationalFromNumber(value));
}

/** The refusal of what a definition asks for and the engine cannot do, with its place. */
export function unsupported(path: string, value: string) {
  return refuse<RuleRefusal>({ reason: "unsupported_rule", path, value });
}

const progress = "progress";

function importedRule(stage: StageDefinition): ImportedStageRule {
  const minimums = minimumsOf(stage);
  return {
    ...minimums,
    criteria: minimums.criteria.map((criterion) => ({
      ...criterion,
      column: criterion.id === minimums.gate?.criterion ? "percent" : "points",
    })),
  };
}

type AggregationDefinition = NonNullable<StageDefinition["aggregation"]>;

/** As the trim says; without one, whole reviews, unless rounding or missing scores need the criteria one by one. */
function levelOf({ trim, rounding, missingScore }: AggregationDefinition): "review_total" | "criterion" {
  if (trim) return trim.level === "stage_total" ? "review_total" : "criterion";
  return rounding.at === "criterion" || missingScore === "per_criterion" ? "criterion" : "review_total";
}

function trimOf(trim: AggregationDefinition["trim"], path: string): Result<Trim | null, RuleRefusal> {
  if (!trim) return done(null);
  const { dropHighest, dropLowest, enabledFromEvaluators } = trim;
  if (dropHighest !== dropLowest) return unsupported(`${path}.trim`, `${dropHighest} + ${dropLowest}`);
  return done(dropHighest === 0 ? null : { enabledFrom: enabledFromEvaluators, each: dropHighest });
}
