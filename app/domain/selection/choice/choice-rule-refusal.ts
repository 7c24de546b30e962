import type { NotNested } from "#app/domain/selection/choice/nesting.ts";

/**
 * Why a rule cannot be applied, and which part of it is to blame. `within` is the set-aside category meant, null = the
 * rule itself or its open seats.
 */
export type ChoiceRuleRefusal =
  /** `part`: the group or block whose number it is, null = the seats of the rule. */
  | { readonly kind: "not_a_whole_number"; readonly part: string | null; readonly value: number }
  | { readonly kind: "too_many_groups"; readonly groups: number; readonly most: number }
  | { readonly kind: "unknown_group"; readonly group: string }
  | { readonly kind: "duplicate_group"; readonly group: string; readonly within: string | null }
  | { readonly kind: "duplicate_block"; readonly block: string }
  | {
      readonly kind: "guarantee_above_seats";
      readonly within: string | null;
      readonly guaranteed: number;
      readonly seats: number;
    }
  | { readonly kind: "minimum_above_maximum"; readonly group: string; readonly min: number; readonly max: number }
  | { readonly kind: "bound_above_seats"; readonly group: string; readonly bound: number; readonly seats: number }
  | { readonly kind: "categories_overlap"; readonly group: string; readonly other: string }
  | NotNested;
