import { done, type Result } from "#app/domain/result.ts";
import type { OverlappingBoundsRule } from "#app/domain/selection/choice/choice-rule.ts";
import type { Deciding } from "#app/domain/selection/choice/overlapping-bounds-decide.ts";
import type { OverlappingChoice } from "#app/domain/selection/choice/overlapping-bounds-report.ts";
import {
  chooseWithinOverlappingBounds,
  type OverlappingRefusal,
} from "#app/domain/selection/choice/overlapping-bounds.ts";
import type { Pool } from "#app/domain/selection/choice/pool.ts";

export type Incumbency = Deciding & {
  readonly rule: OverlappingBoundsRule;
  /** Everybody still eligible, the incumbents among them, those who left not. */
  readonly pool: Pool;
  /** People of the order who hold an accepted offer. */
  readonly incumbents: Iterable<number>;
  readonly groupPriority?: readonly string[];
};

export type Completion = {
  /** Contains every incumbent. Not feasible where they, or who remains, cannot meet the rule: then the fallback beside them. */
  readonly choice: OverlappingChoice;
  /** Who is new, best first. */
  readonly added: Uint32Array;
  /** What the rule would give if nobody held anything. */
  readonly cleanRerun: OverlappingChoice;
  readonly differsFromCleanRerun: boolean;
};

/**
 * Refilling under overlapping bounds: the best completion by merit that contains all incumbents and meets the rule; where none
 * does, the fallback of B6 with the incumbents fixed, who stay also above a maximum or the number of seats. Refuses what
 * chooseWithinOverlappingBounds refuses. Source: SELECTION C3.
 */
export function completeWithIncumbents(given: Incumbency): Result<Completion, OverlappingRefusal> {
  const { rule, pool, incumbents, ...options } = given;
  const stay = new Set(incumbents);
  const choice = chooseWithinOverlappingBounds(rule, pool, { ...options, incumbents: stay });
  if (!choice.ok) return choice;
  const clean = chooseWithinOverlappingBounds(rule, pool, options);
  if (!clean.ok) return clean;
  return done({
    choice: choice.value,
    added: choice.value.chosen.filter((person) => !stay.has(person)),
    cleanRerun: clean.value,
    differsFromCleanRerun: choice.value.chosen.join() !== clean.value.chosen.join(),
  });
}
