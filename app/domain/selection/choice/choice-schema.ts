import { z } from "zod";
import type { ChoiceRule } from "#app/domain/selection/choice/choice-rule.ts";

const name = z.string().min(1).max(200);
const seats = z.int().min(0).max(10_000_000);
const guaranteed = z.array(z.strictObject({ group: name, seats }));
const bounds = z.array(z.strictObject({ group: name, min: seats, max: seats.nullable() }));

/** The shape of a choice rule in a file; seats and bounds whole and not negative. Source: SELECTION B. */
export const choiceRuleSchema: z.ZodType<ChoiceRule> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("cut_off"), seats }),
  z.strictObject({ kind: z.literal("guarantee"), seats, guaranteed }),
  z.strictObject({ kind: z.literal("nested_bounds"), seats, bounds }),
  z.strictObject({
    kind: z.literal("set_aside"),
    open: z.strictObject({ seats, guaranteed }),
    categories: z.array(z.strictObject({ group: name, seats, guaranteed })),
    unfilled: z.enum(["vacant", "dereserve"]),
  }),
  z.strictObject({
    kind: z.literal("seat_blocks"),
    blocks: z.array(z.strictObject({ id: name, seats, group: name.nullable(), prefer: name.exactOptional() })),
    unfilled: z.enum(["vacant", "open"]),
  }),
  z.strictObject({ kind: z.literal("overlapping_bounds"), seats, bounds }),
]);
