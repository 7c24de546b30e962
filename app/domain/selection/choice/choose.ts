import type { IntegerSolver } from "#app/domain/exact/integer-program.ts";
import type { ChoiceRule } from "#app/domain/selection/choice/choice-rule.ts";
import { chooseByCutOff } from "#app/domain/selection/choice/cut-off.ts";
import { chooseGuarantee } from "#app/domain/selection/choice/guarantee.ts";
import { chooseWithinNestedBounds } from "#app/domain/selection/choice/nested-bounds.ts";
import { chooseWithinOverlappingBounds } from "#app/domain/selection/choice/overlapping-bounds.ts";
import type { Choice, Pool } from "#app/domain/selection/choice/pool.ts";
import { chooseBySeatBlocks } from "#app/domain/selection/choice/seat-blocks.ts";
import { chooseWithSetAsides } from "#app/domain/selection/choice/set-aside.ts";

/**
 * Who gets the seats: the rule applied to the people of the pool, in their order. The same rule and pool give the same
 * choice; nothing else is read. `overlapping_bounds` needs a solver and is refused without one (RangeError), as are
 * groups that the pool does not know and overlapping bounds that could not be decided or bind more than six groups.
 * Source: SELECTION B0 to B5.
 */
export function choose(rule: ChoiceRule, pool: Pool, expert?: { readonly solver: IntegerSolver }): Choice {
  switch (rule.kind) {
    case "cut_off":
      return chooseByCutOff(rule, pool);
    case "guarantee":
      return chooseGuarantee(rule, pool);
    case "seat_blocks":
      return chooseBySeatBlocks(rule, pool);
    case "nested_bounds":
      return chooseWithinNestedBounds(rule, pool);
    case "set_aside":
      return chooseWithSetAsides(rule, pool);
    case "overlapping_bounds":
      if (!expert) throw new RangeError("overlapping_bounds needs a solver");
      return decided(chooseWithinOverlappingBounds(rule, pool, expert));
  }
}

function decided(answer: ReturnType<typeof chooseWithinOverlappingBounds>): Choice {
  if (!answer.ok) throw new RangeError(`overlapping_bounds: ${answer.refusal}`);
  return answer.value;
}
