import { z } from "zod";
import { day, identifier, localText, part, written, type DeepReadonly } from "./shape.ts";

const alias = part({
  sido: written,
  /** Without it the whole 시·도 is meant. */
  sigungu: z.array(written).min(1).optional(),
  from: day.optional(),
  until: day.optional(),
});

export const regionsSchema = z.record(
  identifier,
  part({ label: localText, match: z.array(alias).min(1), note: localText.optional() }),
);

export type RegionsDefinition = DeepReadonly<z.output<typeof regionsSchema>>;
