import fc from "fast-check";
import type { GroupBounds, GuaranteedSeats } from "#app/domain/selection/choice/choice-rule.ts";
import type { MonotoneRule } from "#app/domain/selection/choice/lowest-place.ts";
import type { Pool } from "#app/domain/selection/choice/pool.ts";

/** A rule and people it can be applied to. */
export type Instance<Rule = MonotoneRule> = { readonly rule: Rule; readonly pool: Pool };

/** The groups of the generated pools. S and T are the disjoint ones of set-asides. */
const groupNames = ["A", "B", "C", "S", "T"] as const;

/** People of these types in a shuffled order; now and then somebody is not eligible. */
export function poolOf(types: readonly (readonly string[])[], people = 9): fc.Arbitrary<Pool> {
  return fc
    .array(fc.record({ type: fc.constantFrom(...types), key: fc.nat(1000), eligible: fc.nat(9) }), {
      maxLength: people,
    })
    .map((persons) => ({
      groupNames,
      masks: Uint32Array.from(persons, ({ type }) => maskOf(type, groupNames)),
      order: Uint32Array.from(
        [...persons.keys()]
          .filter((person) => persons[person]!.eligible > 0)
          .sort((left, right) => persons[left]!.key - persons[right]!.key),
      ),
    }));
}

export function maskOf(type: readonly string[], names: readonly string[]): number {
  return names.reduce((mask, name, bit) => (type.includes(name) ? mask | (1 << bit) : mask), 0);
}

const overlapping = [[], ["A"], ["B"], ["C"], ["A", "B"], ["B", "C"], ["A", "C"], ["A", "B", "C"]];
const seats = fc.nat(6);
const some = fc.nat(3);

/** Guarantees on A, B, C that may ask for more people than there are, and now and then for more seats. */
function guarantees(most: number): fc.Arbitrary<readonly GuaranteedSeats[]> {
  return fc
    .subarray(["A", "B", "C"])
    .chain((groups) =>
      fc.tuple(...groups.map((group) => fc.record({ group: fc.constant(group), seats: fc.nat(most) }))),
    );
}

export const cutOffs: fc.Arbitrary<Instance> = fc.record({
  rule: fc.record({ kind: fc.constant("cut_off"), seats }),
  pool: poolOf(overlapping),
});

export const guaranteeInstances = fc.record({
  rule: fc.record({ kind: fc.constant("guarantee"), seats, guaranteed: guarantees(3) }),
  pool: poolOf(overlapping),
});

/** Nested or disjoint groups, listed in any order: T is everybody's own, C and B lie in A, and B may be all of A. */
const laminar = [
  [[], ["A"], ["A", "B"], ["A", "C"], ["S"]],
  [[], ["A", "B"], ["A", "B", "C"], ["S", "T"]],
  [[], ["A"], ["B"], ["C"], ["S"]],
  [[], ["A"], ["A", "B"], ["A", "B", "C"], ["A", "B", "C", "S"]],
];

export const nestedInstances = fc
  .record({
    seats,
    pool: fc.oneof(...laminar.map((types) => poolOf(types))),
    bounds: fc
      .shuffledSubarray([...groupNames])
      .chain((groups) =>
        fc.tuple(
          ...groups.map((group): fc.Arbitrary<GroupBounds> =>
            fc.record({ group: fc.constant(group), min: some, max: fc.option(fc.nat(5), { nil: null }) }),
          ),
        ),
      ),
  })
  .map(({ pool, ...rule }) => ({ rule: { kind: "nested_bounds", ...rule } as const, pool }));

const withCategory = ["S", "T"].flatMap((category) =>
  [[], ["A"], ["B"], ["A", "B"]].map((type) => [...type, category]),
);

export const setAsideInstances = fc.record({
  rule: fc.record({
    kind: fc.constant("set_aside"),
    open: fc.record({ seats: some, guaranteed: guarantees(2) }),
    categories: fc
      .shuffledSubarray(["S", "T"])
      .chain((groups) =>
        fc.tuple(
          ...groups.map((group) => fc.record({ group: fc.constant(group), seats: some, guaranteed: guarantees(2) })),
        ),
      ),
    unfilled: fc.constantFrom("vacant", "dereserve"),
  }),
  pool: poolOf([[], ["A"], ["A", "B"], ...withCategory]),
});

export const blockInstances = fc.record({
  rule: fc.record({
    kind: fc.constant("seat_blocks"),
    blocks: fc
      .array(
        fc.record(
          {
            seats: some,
            group: fc.constantFrom(null, "A", "B", "C"),
            prefer: fc.constantFrom("A", "B"),
          },
          { requiredKeys: ["seats", "group"] },
        ),
        { maxLength: 4 },
      )
      .map((blocks) => blocks.map((block, index) => ({ ...block, id: `block ${index}` }))),
    unfilled: fc.constantFrom("vacant", "open"),
  }),
  pool: poolOf(overlapping),
});

/** Any rule of B0 to B4 with people it can be applied to. */
export const anyInstance: fc.Arbitrary<Instance> = fc.oneof(
  cutOffs,
  guaranteeInstances,
  nestedInstances,
  setAsideInstances,
  blockInstances,
);
