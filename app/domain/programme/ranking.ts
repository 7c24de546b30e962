import { z } from "zod";
import {
  localText,
  part,
  points,
  positiveCount,
  roundingMode,
  roundingScale,
  written,
  type DeepReadonly,
} from "./shape.ts";

const tieBreaker = part({
  order: positiveCount,
  by: written,
  prefer: z.enum(["high", "low", "true", "recorded", "drawn"]),
  label: localText,
});

export const rankingSchema = part({
  composite: z.literal("sum(stage.score * stage.weightPercent / 100) + bonus"),
  max: points,
  minimumTotal: points,
  rounding: part({ scale: roundingScale, mode: roundingMode }),
  arithmetic: z.literal("decimal"),
  perTrack: z.boolean().optional(),
  rankOn: z.enum(["exact", "rounded"]).optional(),
  minimumRule: localText.optional(),
  tieBreakers: z.array(tieBreaker).min(1),
});

export type RankingDefinition = DeepReadonly<z.output<typeof rankingSchema>>;
export type TieBreaker = DeepReadonly<z.output<typeof tieBreaker>>;

/** What a tie-breaker compares, read from its `by`. */
export type TieBreakerKey =
  | { readonly kind: "stage"; readonly stageId: string }
  | { readonly kind: "criterion"; readonly stageId: string; readonly criterionId: string }
  | { readonly kind: "bonusClaim"; readonly itemId: string }
  | { readonly kind: "total" | "lottery" | "committee_decision" };

/** Reads `stage:ID`, `criterion:STAGE.CRIT`, `bonusClaim:ITEM`, `total`, `lottery` or `committee_decision`; else undefined. */
export function tieBreakerKey(by: string): TieBreakerKey | undefined {
  if (by === "total" || by === "lottery" || by === "committee_decision") return { kind: by };
  const [, kind, first, second] = /^(stage|criterion|bonusClaim):([\w-]+)(?:\.([\w-]+))?$/.exec(by) ?? [];
  if (first === undefined) return undefined;
  if (kind === "criterion") {
    return second === undefined ? undefined : { kind, stageId: first, criterionId: second };
  }
  if (second !== undefined) return undefined;
  return kind === "stage" ? { kind, stageId: first } : { kind: "bonusClaim", itemId: first };
}
