import { seededOrder, type DrawOf } from "#app/domain/draw/seeded-order.ts";
import type { TieBreaker } from "#app/domain/selection/selection.ts";

type ToDecide = {
  /** Application numbers that no comparable key separates. */
  readonly tied: readonly string[];
  readonly lastKey: TieBreaker["by"] | undefined;
  readonly draw: DrawOf | undefined;
  readonly tieDecisions: readonly (readonly string[])[];
};

/**
 * The tied people best first: by the draw where the last key is a lottery, else by the recorded decision of exactly these
 * people; null where there is neither.
 */
export function decideTie({ tied, lastKey, draw, tieDecisions }: ToDecide): readonly string[] | null {
  if (lastKey === "lottery") return draw ? seededOrder({ ...draw, ids: tied }) : null;
  const isOfThese = (decision: readonly string[]) =>
    decision.length === tied.length && tied.every((applicationNo) => decision.includes(applicationNo));
  return tieDecisions.find(isOfThese) ?? null;
}
