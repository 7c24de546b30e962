import type { SetAsideRule } from "#app/domain/selection/choice/choice-rule.ts";
import { groupBit, lowestBit } from "#app/domain/selection/choice/group-bits.ts";
import { chooseGuarantee } from "#app/domain/selection/choice/guarantee.ts";
import type { Choice, GroupReport, Pool, SeatGiven, Shortage } from "#app/domain/selection/choice/pool.ts";

/**
 * B3, the two-step meritorious choice: the open seats first, from everybody, by B1 with the open guarantees; then each
 * category its own seats from those of its members who remain, by B1 with its guarantees. A member good enough for an
 * open seat does not use up the set-aside ("over and above"). Seats that stay unfilled are left empty, or go to the
 * best who remain (`dereserve`). Refuses groups that the pool does not know, and people of two categories (RangeError).
 * Source: Sönmez & Yenmez 2022, 2024; SELECTION B3.
 */
export function chooseWithSetAsides(rule: SetAsideRule, pool: Pool): Choice {
  const seatOf = new Map<number, SeatGiven>();
  const groups: GroupReport[] = [];
  const shortages: Shortage[] = [];

  const open = chooseGuarantee({ kind: "guarantee", ...rule.open }, pool);
  open.chosen.forEach((person, index) => seatOf.set(person, open.seats[index] as SeatGiven));
  groups.push(...open.report.groups);
  shortages.push(...open.report.shortages.filter(({ kind }) => kind !== "too_few_people"));

  const members = membersByCategory(rule, pool);
  for (const [index, category] of rule.categories.entries()) {
    const within = category.group;
    const order = (members[index] as Uint32Array).filter((person) => !seatOf.has(person));
    const own = chooseGuarantee({ ...category, kind: "guarantee" }, { ...pool, order });
    own.chosen.forEach((person, at) => seatOf.set(person, ownSeat(own.seats[at] as SeatGiven, within)));
    const short = category.seats - own.chosen.length;
    groups.push({
      group: within,
      guaranteed: category.seats,
      available: order.length,
      filled: own.chosen.length,
      short,
    });
    groups.push(...own.report.groups.map((group) => ({ ...group, within })));
    shortages.push(...own.report.shortages.map((shortage) => ({ ...shortage, within })));
  }

  const total = rule.categories.reduce((sum, { seats }) => sum + seats, rule.open.seats);
  if (rule.unfilled === "dereserve") dereserve(seatOf, { pool, seats: total });
  const people = pool.order.length;
  if (people < total) shortages.unshift({ kind: "too_few_people", seats: total, people });
  const chosen = inOrder(seatOf, pool);
  return {
    chosen,
    seats: Array.from(chosen, (person) => seatOf.get(person) as SeatGiven),
    report: { seats: total, filled: chosen.length, groups, shortages },
  };
}

function ownSeat(seat: SeatGiven, category: string): SeatGiven {
  return { kind: "set_aside", category, guaranteed: seat.kind === "guaranteed" ? seat.group : null };
}

/** The members of each category, best first; one reading of the order, whatever the number of categories. */
function membersByCategory(rule: SetAsideRule, pool: Pool): readonly Uint32Array[] {
  const { order, masks, groupNames } = pool;
  const places = rule.categories.map(({ group }) => lowestBit(groupBit(pool, group)));
  const wanted = places.reduce((bits, place) => bits | (1 << place), 0);
  const members = groupNames.map((): number[] => []);
  for (const person of order) {
    const own = (masks[person] as number) & wanted;
    if (own === 0) continue;
    const place = lowestBit(own);
    if (own !== 1 << place) throw new RangeError(`a person belongs to two of the set-aside categories`);
    (members[place] as number[]).push(person);
  }
  return places.map((place) => new Uint32Array(members[place] as number[]));
}

/** Those with a seat, best first; the order is read no farther than the last of them. */
function inOrder(seatOf: ReadonlyMap<number, SeatGiven>, { order }: Pool): Uint32Array {
  const chosen = new Uint32Array(seatOf.size);
  let found = 0;
  for (let place = 0; found < chosen.length; place++) {
    const person = order[place] as number;
    if (seatOf.has(person)) chosen[found++] = person;
  }
  return chosen;
}

/** The seats still unfilled go to the best who remain. */
function dereserve(seatOf: Map<number, SeatGiven>, { pool, seats }: { pool: Pool; seats: number }): void {
  for (let place = 0; place < pool.order.length && seatOf.size < seats; place++) {
    const person = pool.order[place] as number;
    if (!seatOf.has(person)) seatOf.set(person, { kind: "dereserved" });
  }
}
