import type { ChoiceRule } from "#app/domain/selection/choice/choice-rule.ts";

/** The groups that a rule names, each once, in the order in which they stand in it. Source: SELECTION B. */
export function groupsOf(rule: ChoiceRule): readonly string[] {
  return [...new Set(namedGroups(rule))];
}

function namedGroups(rule: ChoiceRule): readonly string[] {
  switch (rule.kind) {
    case "cut_off":
      return [];
    case "guarantee":
      return rule.guaranteed.map(({ group }) => group);
    case "nested_bounds":
    case "overlapping_bounds":
      return rule.bounds.map(({ group }) => group);
    case "set_aside":
      return [
        ...rule.open.guaranteed.map(({ group }) => group),
        ...rule.categories.flatMap(({ group, guaranteed }) => [group, ...guaranteed.map((seats) => seats.group)]),
      ];
    case "seat_blocks":
      return rule.blocks.flatMap(({ group, prefer }) => [group ?? [], prefer ?? []].flat());
  }
}

/** The seats a rule gives when everything can be filled. Source: SELECTION B. */
export function seatsOfRule(rule: ChoiceRule): number {
  if (rule.kind === "set_aside") return rule.categories.reduce((all, { seats }) => all + seats, rule.open.seats);
  if (rule.kind === "seat_blocks") return rule.blocks.reduce((all, { seats }) => all + seats, 0);
  return rule.seats;
}
