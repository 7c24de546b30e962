import { z } from "zod";
import {
  count,
  decimal,
  identifier,
  localText,
  part,
  percent,
  points,
  positiveCount,
  roundingMode,
  roundingScale,
  written,
  type DeepReadonly,
} from "./shape.ts";

const anchor = part({ level: count, label: localText, percent });

const criterion = part({
  id: identifier,
  label: localText,
  max: points,
  hint: localText.optional(),
  /** `default5`: the rubric's own anchors (labels and shortcuts, never the only scores). */
  anchors: z.union([z.literal("default5"), z.array(anchor).min(1)]).optional(),
  /** A score under this share of `max` fails the stage. */
  minPercent: percent.optional(),
});

const rubric = part({
  computed: z.boolean().optional(),
  anchors: z.array(anchor).min(1).optional(),
  criteria: z.array(criterion).min(1),
});

const aggregation = part({
  method: z.enum(["mean", "median"]),
  trim: part({
    enabledFromEvaluators: positiveCount,
    dropHighest: count,
    dropLowest: count,
    level: z.enum(["stage_total", "criterion"]),
    tieRule: z.literal("drop_exactly_one_each"),
  }).optional(),
  minimumEvaluators: positiveCount,
  rounding: part({ scale: roundingScale, mode: roundingMode, at: z.enum(["stage_total", "criterion"]) }),
  missingScore: z.enum(["block_aggregation", "drop_review", "per_criterion"]),
});

const stage = part({
  id: identifier,
  order: positiveCount,
  type: z.enum(["document_review", "online_course", "test", "interview"]),
  title: localText,
  maxScore: points,
  weightPercent: percent,
  minScore: points,
  scoreStep: decimal.max(100_000).optional(),
  pass: part({
    multiple: decimal.max(1000),
    perTrack: z.boolean(),
    basis: z.array(identifier).min(1).optional(),
    tiesAtCut: z.enum(["all_pass", "tie_breakers"]),
  }).optional(),
  gate: part({ progressPercentMin: percent }).optional(),
  absent: z.literal("excluded").optional(),
  source: part({
    import: z.enum(["xlsx", "csv"]),
    key: z.literal("applicationNo"),
    columns: z.record(identifier, written),
  }).optional(),
  schedule: part({
    groupSize: positiveCount,
    minutesPerGroup: positiveCount,
    bufferMinutes: count,
    rooms: positiveCount,
  }).optional(),
  evaluators: part({ min: positiveCount, max: positiveCount, perTrackPanel: z.boolean().optional() }).optional(),
  aggregation: aggregation.optional(),
  rubric,
});

export const stagesSchema = z.array(stage).min(1);

export type StageDefinition = DeepReadonly<z.output<typeof stage>>;
export type CriterionDefinition = DeepReadonly<z.output<typeof criterion>>;
export type ScoreAnchor = DeepReadonly<z.output<typeof anchor>>;
export type AggregationDefinition = DeepReadonly<z.output<typeof aggregation>>;
