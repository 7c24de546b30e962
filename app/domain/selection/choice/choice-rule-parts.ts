import type { ChoiceRule, GroupBounds, GuaranteedSeats } from "#app/domain/selection/choice/choice-rule.ts";

/** Seats of which some are guaranteed: of the rule or its open part (`within` null), or of a set-aside category. */
export type GuaranteedPart = {
  readonly within: string | null;
  readonly seats: number;
  readonly guaranteed: readonly GuaranteedSeats[];
};

/** What has to be checked of a rule, whatever its class. */
export type ChoiceRuleParts = {
  /** Every number, beside the group or block it belongs to; null = the rule. */
  readonly numbers: readonly (readonly [part: string | null, value: number])[];
  /** Lists in which no group may stand twice. */
  readonly lists: readonly { readonly within: string | null; readonly groups: readonly string[] }[];
  readonly guarantees: readonly GuaranteedPart[];
  readonly bounds: readonly GroupBounds[];
  /** Groups named beside those of the lists. */
  readonly others: readonly string[];
  readonly blocks: readonly string[];
};

const none: ChoiceRuleParts = { numbers: [], lists: [], guarantees: [], bounds: [], others: [], blocks: [] };

/** Takes a rule apart for its validation. SELECTION B. */
export function choiceRuleParts(rule: ChoiceRule): ChoiceRuleParts {
  switch (rule.kind) {
    case "cut_off":
      return { ...none, numbers: [[null, rule.seats]] };
    case "guarantee":
      return guaranteeParts([{ ...rule, within: null }]);
    case "nested_bounds":
    case "overlapping_bounds":
      return {
        ...none,
        numbers: [
          [null, rule.seats],
          ...rule.bounds.flatMap(({ group, min, max }) => [[group, min] as const, [group, max ?? min] as const]),
        ],
        lists: [{ within: null, groups: groupsOf(rule.bounds) }],
        bounds: rule.bounds,
      };
    case "set_aside": {
      const parts = guaranteeParts([
        { ...rule.open, within: null },
        ...rule.categories.map((category) => ({ ...category, within: category.group })),
      ]);
      return { ...parts, lists: [{ within: null, groups: groupsOf(rule.categories) }, ...parts.lists] };
    }
    case "seat_blocks":
      return {
        ...none,
        numbers: rule.blocks.map(({ id, seats }) => [id, seats]),
        others: rule.blocks.flatMap(({ group, prefer }) => [group ?? [], prefer ?? []].flat()),
        blocks: rule.blocks.map(({ id }) => id),
      };
  }
}

function guaranteeParts(guarantees: readonly GuaranteedPart[]): ChoiceRuleParts {
  return {
    ...none,
    numbers: guarantees.flatMap(({ within, seats, guaranteed }) => [
      [within, seats] as const,
      ...guaranteed.map((each) => [each.group, each.seats] as const),
    ]),
    lists: guarantees.map(({ within, guaranteed }) => ({ within, groups: groupsOf(guaranteed) })),
    guarantees,
  };
}

function groupsOf(parts: readonly { readonly group: string }[]): readonly string[] {
  return parts.map(({ group }) => group);
}
