import type { PredictedApplication } from "./mixed-model.ts";

/** An application on different sides of the cut: ranks from 1 by the official order and by the model. */
export type ChangedSide = {
  readonly application: string;
  readonly rank: number;
  readonly calibratedRank: number;
  /** Inside by the model but not officially, or the other way round. */
  readonly model: "inside" | "outside";
};

export type CutSides = {
  /** The official order, best first, each application once. */
  readonly order: readonly string[];
  readonly predicted: readonly Pick<PredictedApplication, "application" | "calibrated">[];
  /** How many are inside: a whole number of 0 or more. */
  readonly seats: number;
  /** Where lower scores are better. */
  readonly lowerIsBetter?: boolean;
};

/**
 * The applications whose calibrated rank (BLUP) and official rank lie on different sides of the cut, in the official order.
 * Equal calibrated scores keep the official order, so a tie never changes a side. Applications that are not in both lists
 * are left out of both ranks. Advisory: a reason to ask for another review before the lock. Source: SELECTION D5.
 */
export function changedSides({ order, predicted, seats, lowerIsBetter = false }: CutSides): readonly ChangedSide[] {
  const calibrated = new Map(predicted.map((item) => [item.application, item.calibrated * (lowerIsBetter ? -1 : 1)]));
  const official = order.filter((application) => calibrated.has(application));
  const scoreOf = (application: string): number => calibrated.get(application) ?? 0;
  // toSorted is stable.
  const model = official.toSorted((left, right) => scoreOf(right) - scoreOf(left));
  const calibratedRank = new Map(model.map((application, at) => [application, at + 1]));
  return official.flatMap((application, at) => {
    const ranks = { rank: at + 1, calibratedRank: calibratedRank.get(application) ?? 0 };
    if (ranks.rank <= seats === ranks.calibratedRank <= seats) return [];
    return [{ application, ...ranks, model: ranks.calibratedRank <= seats ? "inside" : "outside" }];
  });
}
