import type { SeatBlock, SeatBlocksRule } from "#app/domain/selection/choice/choice-rule.ts";
import { countMembers } from "#app/domain/selection/choice/count-types.ts";
import { groupBit, placesOf } from "#app/domain/selection/choice/group-bits.ts";
import type { Choice, GroupReport, Pool, SeatGiven, Shortage } from "#app/domain/selection/choice/pool.ts";

/**
 * B4: the blocks in their public order, each taking the best of those who remain and belong to its group, members of
 * `prefer` before others. Seats that a block cannot fill stay empty, or are open to everybody at the end. The order of
 * the blocks is part of the rule: the same numbers in another order choose other people (Dur, Kominers, Pathak & Sönmez
 * 2018). Refuses groups that the pool does not know (RangeError). Source: Kominers & Sönmez 2016; SELECTION B4.
 */
export function chooseBySeatBlocks(rule: SeatBlocksRule, pool: Pool): Choice {
  const remaining = remainingPeople(pool);
  const members = countMembers(pool);
  const groups: GroupReport[] = [];
  let unfilled = 0;
  for (const block of rule.blocks) {
    const { id: within, group, seats: guaranteed } = block;
    const available = remaining.membersLeft(group, members);
    const filled = takeBlock(block, { pool, remaining });
    const short = guaranteed - filled;
    unfilled += short;
    if (group !== null) groups.push({ group, guaranteed, available, filled, short, within });
  }
  if (rule.unfilled === "open") remaining.take({ needed: 0, seats: unfilled, seat: { kind: "open" } });
  const places = remaining.placesTaken();
  const seats = rule.blocks.reduce((sum, block) => sum + block.seats, 0);
  const people = pool.order.length;
  const shortages: readonly Shortage[] = people < seats ? [{ kind: "too_few_people", seats, people }] : [];
  return {
    chosen: places.map((place) => pool.order[place] as number),
    seats: Array.from(places, remaining.seatAt),
    report: { seats, filled: places.length, groups, shortages },
  };
}

function takeBlock(block: SeatBlock, { pool, remaining }: { pool: Pool; remaining: Remaining }): number {
  const needed = block.group === null ? 0 : groupBit(pool, block.group);
  const seat: SeatGiven = { kind: "block", block: block.id };
  const preferred =
    block.prefer === undefined
      ? 0
      : remaining.take({ needed: needed | groupBit(pool, block.prefer), seats: block.seats, seat });
  return preferred + remaining.take({ needed, seats: block.seats - preferred, seat });
}

type Remaining = ReturnType<typeof remainingPeople>;

/**
 * People not yet taken. Whoever is taken stays taken, so each kind of eligibility reads the order once, from where it
 * stopped.
 */
function remainingPeople({ order, masks, groupNames }: Pool) {
  const seatByPlace = new Map<number, SeatGiven>();
  const takenByGroup = groupNames.map(() => 0);
  const cursors = new Map<number, number>();

  /** Gives seats to the best who have all the groups in `needed`; how many were given. */
  function take({ needed, seats, seat }: { needed: number; seats: number; seat: SeatGiven }): number {
    let given = 0;
    let place = cursors.get(needed) ?? 0;
    for (; place < order.length && given < seats; place++) {
      const mask = masks[order[place] as number] as number;
      if ((mask & needed) !== needed || seatByPlace.has(place)) continue;
      seatByPlace.set(place, seat);
      for (const group of placesOf(mask)) takenByGroup[group] = (takenByGroup[group] as number) + 1;
      given++;
    }
    cursors.set(needed, place);
    return given;
  }

  function membersLeft(group: string | null, members: readonly number[]): number {
    if (group === null) return order.length - seatByPlace.size;
    const place = groupNames.indexOf(group);
    return (members[place] as number) - (takenByGroup[place] as number);
  }

  return {
    take,
    membersLeft,
    placesTaken: () => Uint32Array.from(seatByPlace.keys()).sort(),
    seatAt: (place: number) => seatByPlace.get(place) as SeatGiven,
  };
}
