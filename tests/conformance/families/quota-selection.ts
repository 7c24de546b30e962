import { z } from "zod";
import type { GroupBounds } from "#app/domain/selection/choice/choice-rule.ts";
import { chooseGuarantee } from "#app/domain/selection/choice/guarantee.ts";
import { chooseWithinOverlappingBounds } from "#app/domain/selection/choice/overlapping-bounds.ts";
import type { Pool } from "#app/domain/selection/choice/pool.ts";
import { loadIntegerSolver } from "#app/solver/highs.ts";

const solver = await loadIntegerSolver();

const count = z.int().min(0);
const byGroup = z
  .record(z.string(), count)
  .nullish()
  .transform((seats) => seats ?? {});
const groupNames = z
  .array(z.string())
  .nullish()
  .transform((groups) => groups ?? []);
const base = {
  seats: count,
  applicants: z.array(z.object({ id: z.string(), merit_rank: z.number(), groups: groupNames })),
};
const quotaInput = z.discriminatedUnion("mode", [
  z.object({ mode: z.literal("one_to_one"), ...base, reserves: byGroup }),
  z.object({ mode: z.literal("one_to_all"), ...base, minima: byGroup, maxima: byGroup }),
]);
type Applicants = z.infer<typeof quotaInput>["applicants"];

/** Family quota_selection: guaranteed seats counted one-to-one (B1), or overlapping minima and maxima (B5, B6). */
export function answerQuotaSelection(input: unknown): unknown {
  const asked = quotaInput.parse(input);
  const ids = (chosen: Uint32Array) => Array.from(chosen, (person) => asked.applicants[person]?.id);
  if (asked.mode === "one_to_one") {
    const guaranteed = Object.entries(asked.reserves).map(([group, seats]) => ({ group, seats }));
    const pool = poolOf(asked.applicants, Object.keys(asked.reserves));
    const choice = chooseGuarantee({ kind: "guarantee", seats: asked.seats, guaranteed }, pool);
    return {
      selected: ids(choice.chosen),
      reserved_seats_filled: choice.report.groups.reduce((sum, { filled }) => sum + filled, 0),
      reserved_seats_total: guaranteed.reduce((sum, { seats }) => sum + seats, 0),
    };
  }

  const bounds = boundsOf(asked.minima, asked.maxima);
  const pool = poolOf(
    asked.applicants,
    bounds.map(({ group }) => group),
  );
  const answer = chooseWithinOverlappingBounds({ kind: "overlapping_bounds", seats: asked.seats, bounds }, pool, {
    solver,
  });
  if (!answer.ok) throw new Error(answer.refusal);
  const { chosen, report, feasible, totalShortfall, conflict } = answer.value;
  return {
    feasible,
    selected: feasible ? ids(chosen) : null,
    soft: { selected: ids(chosen), seats_filled: report.filled, total_shortfall: totalShortfall },
    ...(conflict && { conflict: { minima: conflict.minima, maxima: conflict.maxima } }),
  };
}

function boundsOf(minima: Record<string, number>, maxima: Record<string, number>): readonly GroupBounds[] {
  const groups = [...new Set([...Object.keys(minima), ...Object.keys(maxima)])];
  return groups.map((group) => ({ group, min: minima[group] ?? 0, max: maxima[group] ?? null }));
}

function poolOf(applicants: Applicants, groupNames: readonly string[]): Pool {
  const order = [...applicants.keys()].sort((a, b) => rankOf(applicants, a) - rankOf(applicants, b));
  const masks = applicants.map(({ groups }) =>
    groupNames.reduce((mask, name, at) => mask | (groups.includes(name) ? 1 << at : 0), 0),
  );
  return { order: Uint32Array.from(order), groupNames, masks: Uint32Array.from(masks) };
}

function rankOf(applicants: Applicants, person: number): number {
  return applicants[person]?.merit_rank ?? 0;
}
