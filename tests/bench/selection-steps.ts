import { ticketOrder } from "#app/domain/draw/ticket-order.ts";
import { drawKey, ticketsFor } from "#app/domain/draw/verifiable-tickets.ts";
import { choose } from "#app/domain/selection/choice/choose.ts";
import type { ChoiceRule } from "#app/domain/selection/choice/choice-rule.ts";
import type { Choice } from "#app/domain/selection/choice/pool.ts";
import type { DrawPlaces } from "#app/domain/selection/scoring/draw-ties.ts";
import { orderScores } from "#app/domain/selection/scoring/order-scores.ts";
import { everybody, orderTable, type TableOrder } from "#app/domain/selection/scoring/order-table.ts";
import { scoreTable, type TableScores } from "#app/domain/selection/scoring/score-table.ts";
import { scaleCriteria, scaleGroups, scaleMaximum, scaleReviews } from "./scale-data.ts";
import type { Handle } from "./selection-database.ts";

export const weights = [30, 25, 20, 15, 10] as const;
export const minimumMean = 40;
export const seats = 330;

export const plainRule: ChoiceRule = { kind: "cut_off", seats };
export const quotaRule: ChoiceRule = {
  kind: "guarantee",
  seats,
  guaranteed: [
    { group: "A", seats: 40 },
    { group: "B", seats: 30 },
  ],
};

/** By criterion, then by application number: the sum over the reviews. */
export type Sums = readonly Uint16Array[];

const fieldBits = 9;
const field = 2 ** fieldBits;
const lowFields = 3;
const low = field ** lowFields;
const scoresEach = scaleReviews * scaleCriteria;

/**
 * Reads every score row, and lets SQLite add up each application's: five sums of nine bits and the number of scores fill
 * the 53 bits of a whole number, so that one number an application crosses into JavaScript instead of fifteen rows. The
 * column's check (0 to 100) and the number of scores together show that no sum ran over into the next.
 */
export function readSums(handle: Handle, applications: number): Sums {
  const sums = Array.from({ length: scaleCriteria }, () => new Uint16Array(applications));
  const packed = handle
    .prepare(
      `select sum(points << (${fieldBits} * criterion) | ${2 ** (fieldBits * scaleCriteria)})
       from review_score group by application order by application`,
    )
    .pluck();
  let application = 0;
  for (const each of packed.iterate() as IterableIterator<number>) {
    const lows = each % low;
    const highs = (each - lows) / low;
    if (highs >>> (fieldBits * (scaleCriteria - lowFields)) !== scoresEach)
      throw new RangeError(`application ${application} has not ${scoresEach} scores`);
    for (let criterion = 0; criterion < scaleCriteria; criterion += 1) {
      const bits = criterion < lowFields ? lows >>> (fieldBits * criterion) : highs >>> (fieldBits * (criterion - lowFields)); // prettier-ignore
      (sums[criterion] as Uint16Array)[application] = bits % field;
    }
    application += 1;
  }
  if (application !== applications) throw new RangeError(`${applications - application} applications have no scores`);
  return sums;
}

/** The groups of each application, by number; only those who are in one cross. */
export function readGroups(handle: Handle, applications: number): Uint32Array {
  const masks = new Uint32Array(applications);
  const packed = handle.prepare("select number * 4 + groups from application where groups <> 0").pluck();
  for (const each of packed.iterate() as IterableIterator<number>) masks[Math.floor(each / 4)] = each % 4;
  return masks;
}

/** What the tickets are drawn for, by number. */
export function readRefs(handle: Handle): readonly string[] {
  return handle.prepare("select ref from application order by number").pluck().all() as string[];
}

/** Everybody has three reviews, so their sums are scored as one review out of three times the points: the same numerators. */
export function scoreSums(sums: Sums, applications: number): TableScores {
  const criteria = weights.map((weight) => {
    return { weight, max: scaleReviews * scaleMaximum, minimum: String(scaleReviews * minimumMean) };
  });
  const applicationOf = everybody(applications);
  const scored = scoreTable({ criteria, minimumReviews: 1 }, { applications, applicationOf, scores: sums });
  if (!scored.ok) throw new RangeError(`a double does not hold ${scored.refusal.bound}`);
  return scored.value;
}

/** Total, first criterion, second criterion: all the higher the better. */
export function orderByKeys(scores: TableScores): TableOrder {
  const criterion = (at: number) => ({ by: "criterion", criterion: at, prefer: "high" }) as const;
  return orderScores(scores, [{ by: "total", prefer: "high" }, criterion(0), criterion(1)]);
}

const drawId = "bench/selection";
const key = drawKey({ oneTimeCode: new Uint8Array(32), randomness: "bench" });

/** Tickets for the people asked about and nobody else. */
export function drawOnly(refs: readonly string[]): DrawPlaces {
  return (people) => ticketOrder(ticketsFor({ key, drawId, refs: Array.from(people, (at) => refs[at] as string) }));
}

/** Tickets for everybody, as where they are published. */
export function drawAll(refs: readonly string[]): DrawPlaces {
  const drawn = new Uint32Array(refs.length);
  for (const [place, person] of ticketOrder(ticketsFor({ key, drawId, refs })).entries()) drawn[person] = place;
  return (people) => {
    const values = people.map((person) => drawn[person] as number);
    return orderTable([{ values, prefer: "low" }], everybody(people.length)).order;
  };
}

export function selectSeats(rule: ChoiceRule, order: Uint32Array, masks: Uint32Array): Choice {
  return choose(rule, { order, groupNames: scaleGroups, masks });
}

type Outcome = { readonly order: Uint32Array; readonly scores: TableScores; readonly choice: Choice };

/** The place and total of everybody who is ranked, and the seats of those selected, in one transaction. */
export function writeOutcome(handle: Handle, { order, scores, choice }: Outcome): void {
  const seatOf = new Map(Array.from(choice.chosen, (person, at) => [person, choice.seats[at]?.kind ?? "open"]));
  const places = new Uint32Array(scores.totals.length);
  for (let at = 0; at < order.length; at += 1) places[order[at] as number] = at + 1;
  const insert = handle.prepare("insert into outcome (application, place, total, seat) values (?, ?, ?, ?)");
  handle.transaction(() => {
    for (let person = 0; person < places.length; person += 1) {
      const place = places[person] as number;
      if (place > 0) insert.run(person, place, scores.totals[person], seatOf.get(person) ?? null);
    }
  })();
}
