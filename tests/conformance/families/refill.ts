import { z } from "zod";
import type { OverlappingBoundsRule } from "#app/domain/selection/choice/choice-rule.ts";
import { chooseWithinOverlappingBounds } from "#app/domain/selection/choice/overlapping-bounds.ts";
import type { OverlappingChoice } from "#app/domain/selection/choice/overlapping-bounds-report.ts";
import type { Pool } from "#app/domain/selection/choice/pool.ts";
import { refill } from "#app/domain/selection/refill/refill.ts";
import { refillProtected } from "#app/domain/selection/refill/refill-protected.ts";
import { loadIntegerSolver } from "#app/solver/highs.ts";
import { valueOf } from "./matching-input.ts";

const solver = await loadIntegerSolver();

const seatsByGroup = z.record(z.string(), z.int().min(0)).nullish();
const refillInput = z.object({
  base: z.object({
    mode: z.enum(["one_to_one", "one_to_all"]),
    seats: z.int().min(0),
    applicants: z.array(z.object({ id: z.string(), merit_rank: z.number(), groups: z.array(z.string()).nullish() })),
    reserves: seatsByGroup,
    minima: seatsByGroup,
    maxima: seatsByGroup,
  }),
  policy: z.enum(["rerun", "protect_incumbents"]).nullish(),
  declines: z.array(z.union([z.string(), z.array(z.string())])).nullish(),
});
type Refill = z.infer<typeof refillInput>;
type Batch = {
  readonly now: ReadonlySet<number>;
  readonly earlier: ReadonlySet<number>;
  readonly all: ReadonlySet<number>;
};

/** Family refill: the first choice, and after each batch of declines who is new and who holds a seat. */
export function answerRefill(input: unknown): unknown {
  const asked = refillInput.parse(input);
  const batches = batchesOf(asked);
  return asked.base.mode === "one_to_one" ? answerGuarantee(asked, batches) : answerBounds(asked, batches);
}

/** With guaranteed seats counted one-to-one no rerun displaces anybody: both policies are the same. */
function answerGuarantee({ base }: Refill, batches: readonly Batch[]): unknown {
  const guaranteed = Object.entries(base.reserves ?? {}).map(([group, seats]) => ({ group, seats }));
  const rule = { kind: "guarantee", seats: base.seats, guaranteed } as const;
  const pool = poolOf(
    base,
    guaranteed.map(({ group }) => group),
  );
  const after = batches.map(({ now, earlier }) => {
    const { choice, added } = refill({ rule, pool, leavers: now, earlier });
    const filled = choice.report.groups.reduce((sum, group) => sum + group.filled, 0);
    return { added: idsOf(base, added), selected: idsOf(base, choice.chosen), reserved_seats_filled: filled };
  });
  return { initial: idsOf(base, refill({ rule, pool, leavers: new Set() }).choice.chosen), after };
}

function answerBounds({ base, policy }: Refill, batches: readonly Batch[]): unknown {
  const minima = base.minima ?? {};
  const maxima = base.maxima ?? {};
  const groups = [...new Set([...Object.keys(minima), ...Object.keys(maxima)])];
  const bounds = groups.map((group) => ({ group, min: minima[group] ?? 0, max: maxima[group] ?? null }));
  const rule: OverlappingBoundsRule = { kind: "overlapping_bounds", seats: base.seats, bounds };
  const pool = poolOf(base, groups);
  const first = valueOf(chooseWithinOverlappingBounds(rule, pool, { solver }));

  const isProtected = policy === "protect_incumbents";
  let holders = first.chosen;
  const after = batches.map(({ all }) => {
    const protectedChoice = valueOf(refillProtected({ rule, pool, holders, leavers: all, solver }));
    const clean = protectedChoice.cleanRerun;
    const choice: OverlappingChoice = isProtected ? protectedChoice.choice : clean;
    const was = new Set(holders);
    holders = choice.chosen;
    return {
      added: idsOf(
        base,
        choice.chosen.filter((person) => !was.has(person)),
      ),
      selected: idsOf(base, choice.chosen),
      total_shortfall: choice.totalShortfall,
      clean_rerun: idsOf(base, clean.chosen),
      clean_rerun_shortfall: clean.totalShortfall,
      differs_from_clean_rerun: isProtected && protectedChoice.differsFromCleanRerun,
    };
  });
  return { initial: idsOf(base, first.chosen), after };
}

function batchesOf({ base, declines }: Refill): readonly Batch[] {
  const numberOf = new Map(base.applicants.map(({ id }, person) => [id, person]));
  let all: ReadonlySet<number> = new Set();
  return (declines ?? []).map((batch) => {
    const now = new Set(
      [batch].flat().map((id) => {
        const person = numberOf.get(id);
        if (person === undefined) throw new Error(`${id} declines and is no applicant`);
        return person;
      }),
    );
    const earlier = all;
    all = new Set([...earlier, ...now]);
    return { now, earlier, all };
  });
}

function poolOf({ applicants }: Refill["base"], groupNames: readonly string[]): Pool {
  const people = applicants.map(({ merit_rank }, person) => ({ merit_rank, person }));
  const order = people.sort((left, right) => left.merit_rank - right.merit_rank).map(({ person }) => person);
  const masks = applicants.map(({ groups }) =>
    groupNames.reduce((mask, name, bit) => (groups?.includes(name) ? mask | (1 << bit) : mask), 0),
  );
  return { order: Uint32Array.from(order), groupNames, masks: Uint32Array.from(masks) };
}

function idsOf({ applicants }: Refill["base"], people: Iterable<number>): readonly (string | undefined)[] {
  return Array.from(people, (person) => applicants[person]?.id);
}
