import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { ruleFromDefinition, shortlistRuleFromDefinition } from "#app/domain/selection/rule-from-definition.ts";
import { stageRuleFromDefinition, type RuleRefusal } from "#app/domain/selection/stage-rule-from-definition.ts";

/**
 * Where a definition that has no mistake still asks for what the engine cannot do: the first such place of the selection,
 * and of each stage. Empty = everything that it promises can be carried out, so that applications may be taken.
 */
export function unsupportedRules(definition: ProgrammeDefinition): readonly RuleRefusal[] {
  const rules = [
    ruleFromDefinition(definition),
    ...definition.stages.flatMap(({ id }) => [
      stageRuleFromDefinition(definition, id),
      shortlistRuleFromDefinition(definition, id),
    ]),
  ];
  return rules.flatMap((rule) => (!rule.ok && rule.refusal.reason === "unsupported_rule" ? [rule.refusal] : []));
}
