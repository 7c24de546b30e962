import fc from "fast-check";
import type { ChoiceRule } from "#app/domain/selection/choice/choice-rule.ts";
import type { Pool } from "#app/domain/selection/choice/pool.ts";
import type { MatchingInput, MatchingTrack } from "#app/domain/selection/matching/matching.ts";
import { preferencesFrom } from "#app/domain/selection/matching/preferences.ts";

/** X and Y overlap; V and W are disjoint; Q lies in P, R beside it. */
export const groupNames = ["X", "Y", "V", "W", "P", "Q", "R"];

export type Instance = {
  readonly masks: readonly number[];
  readonly tracks: readonly { readonly rule: ChoiceRule; readonly order: readonly number[] }[];
  /** By person: track numbers, best first. */
  readonly lists: readonly (readonly number[])[];
};

export function inputOf({ masks, tracks, lists }: Instance): MatchingInput {
  const ids = tracks.map((_, index) => `t${index}`);
  const preferences = preferencesFrom(
    lists.map((list) => list.map((track) => ids[track]!)),
    ids,
  );
  if (!preferences.ok) throw new Error(preferences.refusal.reason);
  return {
    tracks: tracks.map(({ rule, order }, index): MatchingTrack => ({
      id: ids[index]!,
      rule,
      pool: poolOf(order, masks),
    })),
    preferences: preferences.value,
  };
}

export function poolOf(order: readonly number[], masks: readonly number[]): Pool {
  return { order: Uint32Array.from(order), masks: Uint32Array.from(masks), groupNames };
}

const mask = fc
  .tuple(fc.integer({ min: 0, max: 3 }), fc.constantFrom(0, 4, 8), fc.constantFrom(0, 16, 16 + 32, 64))
  .map(([overlapping, disjoint, nested]) => overlapping | disjoint | nested);

const few = fc.integer({ min: 0, max: 3 });

/** Guaranteed seats that together are at most `seats`. */
function guaranteedIn(seats: number): fc.Arbitrary<{ group: string; seats: number }[]> {
  return fc.tuple(few, few).map(([x, y]) => {
    const forX = Math.min(x, seats);
    return [
      { group: "X", seats: forX },
      { group: "Y", seats: Math.min(y, seats - forX) },
    ];
  });
}

const bounds = fc
  .array(
    fc.record({
      group: fc.constantFrom("P", "Q", "R"),
      min: fc.integer({ min: 0, max: 2 }),
      max: fc.option(fc.integer({ min: 0, max: 2 })),
    }),
    { maxLength: 3 },
  )
  .map((list) => list.filter(({ group }, at) => list.findIndex((one) => one.group === group) === at))
  .map((list) => list.map(({ group, min, max }) => ({ group, min: max === null ? min : Math.min(min, max), max })));

const withGuarantees = fc
  .integer({ min: 0, max: 2 })
  .chain((seats) => fc.record({ seats: fc.constant(seats), guaranteed: guaranteedIn(seats) }));

const block = fc
  .record({
    seats: fc.integer({ min: 0, max: 2 }),
    group: fc.constantFrom(null, "X", "Y", "V"),
    prefer: fc.constantFrom("X", "W", null),
  })
  .map(({ seats, group, prefer }) => ({ id: "block", seats, group, ...(prefer === null ? {} : { prefer }) }));

export const anyRule: fc.Arbitrary<ChoiceRule> = fc.oneof(
  few.map((seats): ChoiceRule => ({ kind: "cut_off", seats })),
  few.chain((seats) => guaranteedIn(seats).map((guaranteed): ChoiceRule => ({ kind: "guarantee", seats, guaranteed }))),
  fc.tuple(few, bounds).map(([seats, own]): ChoiceRule => ({ kind: "nested_bounds", seats, bounds: own })),
  fc
    .tuple(withGuarantees, withGuarantees, withGuarantees, fc.constantFrom("vacant" as const, "dereserve" as const))
    .map(([open, v, w, unfilled]): ChoiceRule => {
      return {
        kind: "set_aside",
        open,
        categories: [
          { group: "V", ...v },
          { group: "W", ...w },
        ],
        unfilled,
      };
    }),
  fc
    .tuple(fc.array(block, { maxLength: 3 }), fc.constantFrom("vacant" as const, "open" as const))
    .map(([blocks, unfilled]): ChoiceRule => {
      return { kind: "seat_blocks", blocks: blocks.map((one, at) => ({ ...one, id: `b${at}` })), unfilled };
    }),
);

/** Small markets: some people are not acceptable to some tracks, some name no track, some tracks have no seat. */
export function markets({ people = 5, tracks = 3, rule = anyRule } = {}): fc.Arbitrary<Instance> {
  return fc.tuple(fc.integer({ min: 0, max: people }), fc.integer({ min: 0, max: tracks })).chain(([size, wide]) => {
    const everybody = [...Array(size).keys()];
    const everyTrack = [...Array(wide).keys()];
    return fc.record({
      masks: fc.array(mask, { minLength: size, maxLength: size }),
      tracks: fc.array(
        fc.record({ rule, order: fc.shuffledSubarray(everybody, { minLength: Math.max(0, size - 1) }) }),
        { minLength: wide, maxLength: wide },
      ),
      lists: fc.array(fc.shuffledSubarray(everyTrack), { minLength: size, maxLength: size }),
    });
  });
}

const oneSeat = (group: string) => [{ group, seats: 1 }];
const scarceRule: fc.Arbitrary<ChoiceRule> = fc.constantFrom<ChoiceRule[]>(
  { kind: "cut_off", seats: 1 },
  { kind: "guarantee", seats: 2, guaranteed: oneSeat("X") },
  { kind: "nested_bounds", seats: 2, bounds: [{ group: "P", min: 1, max: 1 }] },
  {
    kind: "set_aside",
    open: { seats: 1, guaranteed: [] },
    categories: [{ group: "V", seats: 1, guaranteed: oneSeat("Y") }],
    unfilled: "dereserve",
  },
  {
    kind: "seat_blocks",
    blocks: [
      { id: "b0", seats: 1, group: "X" },
      { id: "b1", seats: 1, group: null },
    ],
    unfilled: "vacant",
  },
);

/** Markets in which everybody wants every track and seats are scarce: many of them have several stable matchings. */
export function contestedMarkets(): fc.Arbitrary<Instance> {
  const everybody = [0, 1, 2, 3, 4];
  const everyTrack = [0, 1, 2];
  return fc.record({
    masks: fc.array(mask, { minLength: 5, maxLength: 5 }),
    tracks: fc.array(fc.record({ rule: scarceRule, order: fc.shuffledSubarray(everybody, { minLength: 5 }) }), {
      minLength: 3,
      maxLength: 3,
    }),
    lists: fc.array(fc.shuffledSubarray(everyTrack, { minLength: 3 }), { minLength: 5, maxLength: 5 }),
  });
}
