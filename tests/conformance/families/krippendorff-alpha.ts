import { z } from "zod";
import { krippendorffAlpha, measurementLevels } from "#app/domain/reliability/krippendorff.ts";
import { ratingsMatrix } from "./ratings-input.ts";

const shape = z.object({
  data: ratingsMatrix,
  levels: z.array(z.enum(measurementLevels)).nullish(),
});

export function answerKrippendorffAlpha(input: unknown): unknown {
  const { data, levels } = shape.parse(input);
  return Object.fromEntries(
    (levels ?? measurementLevels).map((level) => {
      const result = krippendorffAlpha(data, level);
      return [level, result.kind === "estimated" ? result.alpha : null];
    }),
  );
}
