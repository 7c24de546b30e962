import type { ChoiceRule, OverlappingBoundsRule } from "#app/domain/selection/choice/choice-rule.ts";
import { choose } from "#app/domain/selection/choice/choose.ts";
import type { Pool } from "#app/domain/selection/choice/pool.ts";

/** The rules under which a better place never hurts. */
export type MonotoneRule = Exclude<ChoiceRule, OverlappingBoundsRule>;

/**
 * The lowest place in the order, counted from 1, at which the person would be chosen with everybody else as they are;
 * null when not even the first would do. For somebody chosen: how far they could have fallen. The person need not stand
 * in the order, but has a mask. Found by halving, since under B0 to B4 a better place never hurts. Source: SELECTION
 * B9.
 */
export function lowestPlaceChosen(person: number, { rule, pool }: { rule: MonotoneRule; pool: Pool }): number | null {
  const others = pool.order.filter((other) => other !== person);
  const isChosenAt = (place: number) => {
    const order = new Uint32Array(others.length + 1);
    order.set(others.subarray(0, place));
    order[place] = person;
    order.set(others.subarray(place), place + 1);
    return choose(rule, { ...pool, order }).chosen.includes(person);
  };
  let chosenBelow = 0;
  let notFrom = others.length + 1;
  while (chosenBelow < notFrom) {
    const middle = (chosenBelow + notFrom) >>> 1;
    if (isChosenAt(middle)) chosenBelow = middle + 1;
    else notFrom = middle;
  }
  return notFrom === 0 ? null : notFrom;
}
