import { z } from "zod";
import { parseRational } from "#app/domain/exact/rational.ts";
import { choiceRuleSchema } from "#app/domain/selection/choice/choice-schema.ts";
import type { SelectionInput } from "#app/domain/selection/selection.ts";

const id = z.string().min(1).max(200);
/** A number is text, never a JSON number: a floating-point number is refused at the door (SELECTION A1). */
const exact = z
  .string()
  .max(100)
  .refine((text) => parseRational(text).ok, { error: "not an exact number: a decimal or p/q as text" });
const scale = z.int().min(0).max(6);
const mode = z.enum(["half_up", "half_down", "half_even", "up", "down", "floor", "ceiling"]);
const prefer = z.enum(["high", "low"]);
const hex = z.string().regex(/^(?:[0-9a-f]{2})+$/, { error: "not hex digits" });

const tieBreaker = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("claim"), item: id }),
  z.strictObject({ by: z.literal("stage"), stage: id, prefer }),
  z.strictObject({ by: z.literal("criterion"), stage: id, criterion: id, prefer }),
  z.strictObject({ by: z.literal("lottery") }),
  z.strictObject({ by: z.literal("committee_decision") }),
]);

/** The shape of the rule in an input file or a record; what its parts mean to each other is checked when it is run. */
export const ruleSchema = z.strictObject({
  tracks: z.array(z.strictObject({ id, seats: z.int().min(0), choice: choiceRuleSchema.exactOptional() })).min(1),
  assignment: z.enum(["score_first", "choice_first", "deferred_acceptance"]),
  rankingPerTrack: z.boolean(),
  stages: z
    .array(
      z.strictObject({
        id,
        weightPercent: exact,
        minimum: exact.nullable(),
        criteria: z.array(z.strictObject({ id, max: exact, minPercent: exact.nullable() })),
        gate: z.strictObject({ criterion: id, minimumPercent: exact }).nullable(),
      }),
    )
    .min(1),
  bonus: z.strictObject({ cap: exact.nullable(), items: z.array(z.strictObject({ id, points: exact })) }).nullable(),
  minimumTotal: exact.nullable(),
  rounding: z.strictObject({ scale, mode }),
  rankOn: z.enum(["rounded", "exact"]),
  tieBreakers: z.array(tieBreaker).min(1),
  quotas: z.array(z.strictObject({ id, kind: z.literal("region_swap"), tag: id, percent: exact })),
  reserve: z.strictObject({ percentOfSeats: exact }),
});

const standing = z.strictObject({
  outcome: z.enum(["scored", "absent", "not_reached", "insufficient_reviews", "incomplete_review"]),
  score: exact.nullable(),
  criteria: z.record(id, exact),
});

const person = z.strictObject({
  applicationNo: id,
  choices: z.array(id),
  acceptOther: z.boolean(),
  standing: z.enum(["in", "excluded", "withdrawn"]),
  stages: z.record(id, standing),
  claimsAsked: z.array(id),
  claims: z.array(id),
  tags: z.array(id),
});

/** What the lottery of a file is drawn with. */
export const drawSchema = z.union([
  z.strictObject({ seed: z.string().min(1), label: z.string().min(1) }),
  z.strictObject({
    algorithm: z.literal("vrs-00-drand"),
    drawId: id,
    pool: z.strictObject({ size: z.int().min(0), root: hex }),
    commitment: hex,
    chain: z.strictObject({ hash: hex, genesisTime: z.int(), period: z.int() }),
    number: z.int().min(1),
    signature: hex,
    randomness: hex,
    oneTimeCode: hex,
  }),
]);

/** The shape of a selection's input in a file. Unknown members are refused, so that a misspelt one is not overlooked. */
export const selectionInputSchema: z.ZodType<SelectionInput> = z.strictObject({
  rule: ruleSchema,
  people: z.array(person),
  tieDecisions: z.array(z.array(id)).exactOptional(),
  draw: drawSchema.exactOptional(),
});
