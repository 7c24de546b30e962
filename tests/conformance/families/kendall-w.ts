import { z } from "zod";
import { kendallConcordance } from "#app/domain/reliability/kendall.ts";
import { ratingsMatrix } from "./ratings-input.ts";

const shape = z.object({ ratings: ratingsMatrix });

export function answerKendallW(input: unknown): unknown {
  const result = kendallConcordance(shape.parse(input).ratings);
  const found = result.kind === "estimated" ? result : null;
  return {
    W_tie_corrected: found?.w ?? null,
    W_uncorrected: found?.uncorrected ?? null,
    chi_square_tie_corrected: found?.chiSquare ?? null,
    df: found?.degrees ?? null,
    p_value: found?.pValue ?? null,
    rank_sums: found?.rankSums ?? null,
  };
}
