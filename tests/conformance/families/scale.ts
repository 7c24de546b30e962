import { createHash } from "node:crypto";
import { z } from "zod";
import { seededOrder } from "#app/domain/draw/seeded-order.ts";
import { rationalOf, rational, type Rational } from "#app/domain/exact/rational.ts";
import { choose } from "#app/domain/selection/choice/choose.ts";
import type { Pool } from "#app/domain/selection/choice/pool.ts";
import { drawTies } from "#app/domain/selection/scoring/draw-ties.ts";
import { orderScores, type ScoreKey } from "#app/domain/selection/scoring/order-scores.ts";
import { scoreTable, type TableScores } from "#app/domain/selection/scoring/score-table.ts";
import { scaleCsvSha256 } from "#tests/bench/scale-csv.ts";
import { generateScale, scaleGroups, scaleMaximum, scaleRef, scaleReviews, type ScaleData } from "#tests/bench/scale-data.ts"; // prettier-ignore
import { exactNumber } from "./scoring-input.ts";

const seats = z.number().int().min(0);
const scaleCase = z.object({
  generator: z.string(),
  csv_sha256: z.string().nullish(),
  weights: z.array(exactNumber).length(5),
  aggregate: z.string().regex(/mean of the 3 reviews/).nullish(),
  cutoff: z.string().nullish(),
  order: z.array(z.string()),
  seed: z.string().nullish(),
  select: seats,
  reserves_one_to_one: z.record(z.string(), seats).nullish(),
}); // prettier-ignore

/** A large generated instance by the fast path: typed arrays from the scores to the seats, tickets for tied people only. */
export function answerScale(input: unknown): unknown {
  const asked = scaleCase.parse(input);
  const data = generateScale(sizeOf(asked.generator));
  if (asked.csv_sha256 && scaleCsvSha256(data) !== asked.csv_sha256.toLowerCase())
    throw new RangeError("the generated instance is not the one of the case");
  const { places, unit } = wholeNumbers(asked.weights.map(rationalOf));
  const scores = scoreScale(data, { weights: places, minimum: minimumOf(asked.cutoff) });
  const pool = poolOf({
    data,
    scores,
    order: asked.order,
    seed: asked.seed ?? "",
    reserves: asked.reserves_one_to_one,
  });
  const plain = choose({ kind: "cut_off", seats: asked.select }, pool).chosen;
  const last = plain.at(-1);
  return {
    qualified: pool.order.length,
    plain: {
      first5: Array.from(plain.subarray(0, 5), scaleRef),
      last: lastOf(plain),
      cut_total_sum: last === undefined ? null : sumOfTotal(scores, last, unit),
      sha256_of_ids_joined_by_newline_in_merit_order: sha256OfRefs(plain),
    },
    select_140_sha256: sha256OfRefs(choose({ kind: "cut_off", seats: 140 }, pool).chosen),
    ...(asked.reserves_one_to_one && {
      with_reserves: withReserves({ pool, plain, seats: asked.select, reserves: asked.reserves_one_to_one }),
    }),
  };
}

function sizeOf(generator: string): number {
  const size = /\.py (\d{1,7})\b/.exec(generator)?.[1];
  if (size === undefined) throw new RangeError(`no size in "${generator}"`);
  return Number(size);
}

/** The weights over one denominator. */
function wholeNumbers(weights: readonly Rational[]): { readonly places: readonly number[]; readonly unit: bigint } {
  const unit = weights.reduce((product, { denominator }) => product * denominator, 1n);
  return { places: weights.map(({ numerator, denominator }) => Number((numerator * unit) / denominator)), unit };
}

function minimumOf(cutOff: string | null | undefined): string | null {
  if (!cutOff) return null;
  const minimum = /^mean of every criterion >= (\d+(?:\.\d+)?)\b/.exec(cutOff)?.[1];
  if (minimum === undefined) throw new RangeError(`a cut-off that is not known: ${cutOff}`);
  return minimum;
}

type Weighing = { readonly weights: readonly number[]; readonly minimum: string | null };

function scoreScale(data: ScaleData, { weights, minimum }: Weighing): TableScores {
  const criteria = weights.map((weight) => ({ weight, max: scaleMaximum, minimum }));
  const applicationOf = data.reviewerOf.map((_, review) => Math.floor(review / scaleReviews));
  const { applications, scores } = data;
  const scored = scoreTable({ criteria, minimumReviews: scaleReviews }, { applications, applicationOf, scores });
  if (!scored.ok) throw new RangeError(`a double does not hold ${scored.refusal.bound}`);
  return scored.value;
}

type ToOrder = {
  readonly data: ScaleData;
  readonly scores: TableScores;
  readonly order: readonly string[];
  readonly seed: string;
  readonly reserves: Readonly<Record<string, number>> | null | undefined;
};

function poolOf({ data, scores, order, seed, reserves }: ToOrder): Pool {
  const labels = order.flatMap((text) => /^SHA-256\(seed\|"(.*)"\|application_id\) asc$/.exec(text)?.[1] ?? []);
  const keys = order.slice(0, order.length - labels.length).map(keyOf);
  const ordered = orderScores(scores, keys);
  const [label] = labels;
  return {
    order: label === undefined ? ordered.order : drawTies(ordered, (people) => drawnPlaces(people, { seed, label })),
    groupNames: [...new Set([...scaleGroups, ...Object.keys(reserves ?? {})])],
    masks: Uint32Array.from(data.groups),
  };
}

function keyOf(text: string): ScoreKey {
  const [, name = "", direction] = /^(?:sum )?(total|c[1-5]) (asc|desc)$/.exec(text) ?? [];
  if (direction === undefined) throw new RangeError(`an order that is not known: ${text}`);
  const prefer = direction === "desc" ? "high" : "low";
  return name === "total" ? { by: "total", prefer } : { by: "criterion", criterion: Number(name.slice(1)) - 1, prefer };
}

function drawnPlaces(people: Uint32Array, draw: { readonly seed: string; readonly label: string }): Uint32Array {
  const ids = Array.from(people, scaleRef);
  const places = new Map(ids.map((id, place) => [id, place]));
  return Uint32Array.from(seededOrder({ ...draw, ids, sha256 }), (id) => places.get(id) as number);
}

type Reserving = {
  readonly pool: Pool;
  readonly plain: Uint32Array;
  readonly seats: number;
  readonly reserves: Readonly<Record<string, number>>;
};

function withReserves({ pool, plain, seats, reserves }: Reserving): unknown {
  const guaranteed = Object.entries(reserves).map(([group, reserved]) => ({ group, seats: reserved }));
  const choice = choose({ kind: "guarantee", seats, guaranteed }, pool);
  const inPlain = new Set(plain);
  return {
    reserved_seats_filled: choice.seats.filter(({ kind }) => kind === "guaranteed").length,
    last: lastOf(choice.chosen),
    replaced_vs_plain: plain.length - choice.chosen.filter((person) => inPlain.has(person)).length,
    sha256_of_ids_joined_by_newline_in_merit_order: sha256OfRefs(choice.chosen),
  };
}

function lastOf(chosen: Uint32Array): string | null {
  const last = chosen.at(-1);
  return last === undefined ? null : scaleRef(last);
}

/** The sum over the reviews of weight × score: the mean of the shares × 3 reviews × 100 points. */
function sumOfTotal({ totals, denominator }: TableScores, person: number, unit: bigint): number | string {
  const points = BigInt(totals[person] as number) * BigInt(scaleReviews * scaleMaximum);
  const sum = rational(points, BigInt(denominator) * unit);
  return sum.denominator === 1n ? Number(sum.numerator) : `${sum.numerator}/${sum.denominator}`;
}

function sha256OfRefs(people: Uint32Array): string {
  return sha256(Buffer.from(Array.from(people, scaleRef).join("\n"))).toString("hex");
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}
