import { z } from "zod";
import { predictWithKnownVariances } from "#app/domain/reliability/mixed-known.ts";
import { effectsOf } from "./severity-mixed.ts";
import { number, ratingList } from "./severity-ratings.ts";

const shape = z.object({ ratings: ratingList, var_app: number, var_rev: number, var_res: number });

export function answerSeverityMixedKnown(input: unknown): unknown {
  const { ratings, var_app, var_rev, var_res } = shape.parse(input);
  const fit = predictWithKnownVariances(ratings, { application: var_app, reviewer: var_rev, residual: var_res });
  return fit.ok ? effectsOf(fit.value) : { refused: fit.refusal.kind };
}
