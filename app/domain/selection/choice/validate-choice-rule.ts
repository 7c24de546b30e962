import { done, refuse, type Result } from "#app/domain/result.ts";
import { choiceRuleParts, type ChoiceRuleParts } from "#app/domain/selection/choice/choice-rule-parts.ts";
import type { ChoiceRuleRefusal } from "#app/domain/selection/choice/choice-rule-refusal.ts";
import type { ChoiceRule } from "#app/domain/selection/choice/choice-rule.ts";
import { countTypes } from "#app/domain/selection/choice/count-types.ts";
import { groupBit } from "#app/domain/selection/choice/group-bits.ts";
import { nestingOf } from "#app/domain/selection/choice/nesting.ts";
import type { Pool } from "#app/domain/selection/choice/pool.ts";

/** Bits in a person's mask. */
const mostGroups = 31;
/** Beyond this the types of B5 grow too many for an exact answer. */
const mostOverlappingGroups = 6;

/**
 * Whether a rule can be applied to a pool, before anybody is chosen by it: whole numbers of 0 or more; groups that
 * exist, at most 31 of them, each once in its list; guaranteed seats that fit into the seats; min ≤ max ≤ seats; groups
 * with bounds nested or disjoint (B2) or at most 6 (B5); nobody in two set-aside categories; blocks with names of their
 * own. Refuses with the first fault found, naming it. Before people are known, ask with an empty order: what depends on
 * people is then not refused. Source: SELECTION B.
 */
export function validateChoiceRule(rule: ChoiceRule, pool: Pool): Result<ChoiceRule, ChoiceRuleRefusal> {
  const parts = choiceRuleParts(rule);
  const fault =
    faultyNumber(parts) ??
    faultyGroup(parts, pool) ??
    faultySum(parts) ??
    faultyBound(rule, parts) ??
    faultyPeople(rule, pool);
  return fault ? refuse(fault) : done(rule);
}

function faultyNumber({ numbers }: ChoiceRuleParts): ChoiceRuleRefusal | undefined {
  const fault = numbers.find(([, value]) => !Number.isSafeInteger(value) || value < 0);
  return fault && { kind: "not_a_whole_number", part: fault[0], value: fault[1] };
}

function faultyGroup({ lists, others, blocks }: ChoiceRuleParts, { groupNames }: Pool): ChoiceRuleRefusal | undefined {
  if (groupNames.length > mostGroups) {
    return { kind: "too_many_groups", groups: groupNames.length, most: mostGroups };
  }
  const unknown = [...lists.flatMap(({ groups }) => groups), ...others].find((group) => !groupNames.includes(group));
  if (unknown !== undefined) return { kind: "unknown_group", group: unknown };
  for (const { within, groups } of [{ within: null, groups: groupNames }, ...lists]) {
    const twice = firstDuplicate(groups);
    if (twice !== undefined) return { kind: "duplicate_group", group: twice, within };
  }
  const block = firstDuplicate(blocks);
  return block === undefined ? undefined : { kind: "duplicate_block", block };
}

function faultySum({ guarantees }: ChoiceRuleParts): ChoiceRuleRefusal | undefined {
  return guarantees
    .map(({ within, seats, guaranteed }) => {
      const sum = guaranteed.reduce((total, each) => total + each.seats, 0);
      return { kind: "guarantee_above_seats", within, guaranteed: sum, seats } as const;
    })
    .find(({ guaranteed, seats }) => guaranteed > seats);
}

function faultyBound(rule: ChoiceRule, { bounds }: ChoiceRuleParts): ChoiceRuleRefusal | undefined {
  if (!("bounds" in rule)) return undefined;
  if (rule.kind === "overlapping_bounds" && bounds.length > mostOverlappingGroups) {
    return { kind: "too_many_groups", groups: bounds.length, most: mostOverlappingGroups };
  }
  for (const { group, min, max } of bounds) {
    const highest = max ?? min;
    if (min > highest) return { kind: "minimum_above_maximum", group, min, max: highest };
    if (highest > rule.seats) return { kind: "bound_above_seats", group, bound: highest, seats: rule.seats };
  }
  return undefined;
}

function faultyPeople(rule: ChoiceRule, pool: Pool): ChoiceRuleRefusal | undefined {
  if (rule.kind === "set_aside") return overlappingCategories(rule, pool);
  if (rule.kind !== "nested_bounds") return undefined;
  const nesting = nestingOf(
    rule.bounds.map(({ group }) => group),
    pool,
  );
  return nesting.ok ? undefined : nesting.refusal;
}

function overlappingCategories(
  rule: Extract<ChoiceRule, { kind: "set_aside" }>,
  pool: Pool,
): ChoiceRuleRefusal | undefined {
  for (const type of countTypes(pool).keys()) {
    const [group, other] = rule.categories
      .map((category) => category.group)
      .filter((name) => (type & groupBit(pool, name)) !== 0);
    if (group !== undefined && other !== undefined) return { kind: "categories_overlap", group, other };
  }
  return undefined;
}

function firstDuplicate(names: readonly string[]): string | undefined {
  return names.find((name, index) => names.indexOf(name) !== index);
}
