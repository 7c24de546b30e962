import { z } from "zod";
import { compareText } from "#app/domain/exact/compare-text.ts";
import { choose } from "#app/domain/selection/choice/choose.ts";
import type { ChoiceRule, GuaranteedSeats } from "#app/domain/selection/choice/choice-rule.ts";
import { nestingOf } from "#app/domain/selection/choice/nesting.ts";
import type { Choice, Pool, SeatGiven } from "#app/domain/selection/choice/pool.ts";
import { answerQuotaSelection } from "./quota-selection.ts";

const seats = z.number().int().min(0);
const seatsByGroup = z
  .record(z.string(), seats)
  .nullish()
  .transform((given) => given ?? {});
const applicants = z.array(
  z.object({
    id: z.string(),
    merit_rank: z.number(),
    groups: z
      .array(z.string())
      .nullish()
      .transform((groups) => groups ?? []),
    vertical: z.string().nullish(),
  }),
);
const partSchema = z.object({ seats, reserves: seatsByGroup });
const verticalCase = z.object({
  mode: z.literal("vertical_horizontal"),
  applicants,
  open: partSchema,
  vertical: z.record(z.string(), partSchema),
  unfilled: z
    .enum(["vacant", "dereserve"])
    .nullish()
    .transform((rule) => rule ?? "vacant"),
});
const sequentialCase = z.object({
  mode: z.literal("sequential"),
  applicants,
  blocks: z.array(z.object({ name: z.string(), seats, eligible: z.string().nullish() })),
  on_shortage: z
    .enum(["vacant", "open"])
    .nullish()
    .transform((rule) => rule ?? "vacant"),
});
const oneToOneCase = z.object({ mode: z.literal("one_to_one"), seats, applicants, reserves: seatsByGroup });
const oneToAllCase = z.object({
  mode: z.literal("one_to_all"),
  seats,
  applicants,
  minima: seatsByGroup,
  maxima: seatsByGroup,
});
const reserveCase = z.discriminatedUnion("mode", [verticalCase, sequentialCase, oneToOneCase, oneToAllCase]);

type Applicants = z.output<typeof applicants>;

/** Who is selected by set-asides, by blocks, by guaranteed seats, or within bounds on nested groups. */
export function answerReserveRules(given: unknown): unknown {
  const input = reserveCase.parse(given);
  switch (input.mode) {
    case "vertical_horizontal":
      return answerSetAside(input);
    case "sequential":
      return answerBlocks(input);
    case "one_to_one":
      return answerGuarantee(input);
    case "one_to_all":
      return answerBounds(input);
  }
}

function answerSetAside({ applicants, open, vertical, unfilled }: z.output<typeof verticalCase>): unknown {
  // A category may bear the name of a group: the mark keeps them apart.
  const mark = "vertical ";
  const names = Object.keys(vertical).toSorted(compareText);
  const rule: ChoiceRule = {
    kind: "set_aside",
    open: { seats: open.seats, guaranteed: guaranteedOf(open.reserves) },
    categories: names.map((name) => ({
      group: mark + name,
      seats: vertical[name]?.seats ?? 0,
      guaranteed: guaranteedOf(vertical[name]?.reserves ?? {}),
    })),
    unfilled,
  };
  const groups = [open, ...Object.values(vertical)].flatMap(({ reserves }) => Object.keys(reserves));
  const marked = applicants.map((one) => ({
    ...one,
    groups: one.vertical ? [...one.groups, mark + one.vertical] : one.groups,
  }));
  const chosen = chooseFrom(marked, { rule, groups: [...groups, ...names.map((name) => mark + name)] });
  const inCategory = (name: string) =>
    chosen.named((seat) => seat.kind === "set_aside" && seat.category === mark + name);
  return {
    selected: chosen.named(() => true),
    by_category: {
      open: chosen.named((seat) => seat.kind === "open" || seat.kind === "guaranteed"),
      ...Object.fromEntries(names.map((name) => [name, inCategory(name)])),
      ...(unfilled === "dereserve" && { dereserved: chosen.named((seat) => seat.kind === "dereserved") }),
    },
  };
}

function answerBlocks({ applicants, blocks, on_shortage }: z.output<typeof sequentialCase>): unknown {
  const named = blocks.map(({ seats, eligible }, index) => ({
    id: `${index}`,
    seats,
    group: eligible === "*" ? null : (eligible ?? null),
  }));
  const chosen = chooseFrom(applicants, {
    rule: { kind: "seat_blocks", blocks: named, unfilled: on_shortage },
    groups: named.flatMap(({ group }) => group ?? []),
  });
  return {
    selected: chosen.named(() => true),
    blocks: blocks.map(({ name }, index) => [
      name,
      chosen.named((seat) => seat.kind === "block" && seat.block === `${index}`),
    ]),
  };
}

function answerGuarantee({ applicants, seats, reserves }: z.output<typeof oneToOneCase>): unknown {
  const rule = { kind: "guarantee", seats, guaranteed: guaranteedOf(reserves) } as const;
  const chosen = chooseFrom(applicants, { rule, groups: Object.keys(reserves) });
  const { groups } = chosen.choice.report;
  return {
    selected: chosen.named(() => true),
    reserved_seats_filled: groups.reduce((sum, { filled }) => sum + filled, 0),
    reserved_seats_total: groups.reduce((sum, { guaranteed }) => sum + guaranteed, 0),
  };
}

function answerBounds(input: z.output<typeof oneToAllCase>): unknown {
  const { applicants, seats, minima, maxima } = input;
  const groups = [...new Set([...Object.keys(minima), ...Object.keys(maxima)])];
  const bounds = groups.map((group) => ({ group, min: minima[group] ?? 0, max: maxima[group] ?? null }));
  if (!nestingOf(groups, poolOf(rankedOf(applicants), groups)).ok) return answerQuotaSelection(input);
  const chosen = chooseFrom(applicants, { rule: { kind: "nested_bounds", seats, bounds }, groups });
  const { report } = chosen.choice;
  const selected = chosen.named(() => true);
  const conflict = report.shortages.find(({ kind }) => kind === "conflict");
  return {
    feasible: conflict === undefined,
    selected: conflict === undefined ? selected : null,
    soft: {
      selected,
      seats_filled: report.filled,
      total_shortfall: report.groups.reduce((sum, { short }) => sum + short, 0),
    },
    ...(conflict && { conflict }),
  };
}

function guaranteedOf(reserves: Readonly<Record<string, number>>): readonly GuaranteedSeats[] {
  return Object.entries(reserves).map(([group, seats]) => ({ group, seats }));
}

/** Applies a rule to the applicants in their merit order; groups that the rule does not name play no part. */
function chooseFrom(
  applicants: Applicants,
  { rule, groups }: { readonly rule: ChoiceRule; readonly groups: readonly string[] },
): { readonly choice: Choice; readonly named: (on: (seat: SeatGiven) => boolean) => readonly string[] } {
  const ranked = rankedOf(applicants);
  const pool = poolOf(ranked, [...new Set(groups)]);
  const choice = choose(rule, pool);
  const ids = Array.from(choice.chosen, (person) => ranked[person]?.id ?? "");
  return { choice, named: (on) => ids.filter((_, index) => on(choice.seats[index] as SeatGiven)) };
}

function rankedOf(applicants: Applicants): Applicants {
  return applicants.toSorted((left, right) => left.merit_rank - right.merit_rank);
}

function poolOf(ranked: Applicants, groupNames: readonly string[]): Pool {
  return {
    order: Uint32Array.from(ranked.keys()),
    groupNames,
    masks: Uint32Array.from(ranked, (one) =>
      groupNames.reduce((mask, name, bit) => (one.groups.includes(name) ? mask | (1 << bit) : mask), 0),
    ),
  };
}
