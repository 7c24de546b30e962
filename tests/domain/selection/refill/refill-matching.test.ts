import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deferredAcceptance } from "#app/domain/selection/matching/deferred-acceptance.ts";
import type { Holdings, MatchingInput } from "#app/domain/selection/matching/matching.ts";
import { blockingPairs } from "#app/domain/selection/matching/stability.ts";
import { lateCorrection } from "#app/domain/selection/refill/late-correction.ts";
import { refillFrozen } from "#app/domain/selection/refill/refill-frozen.ts";
import { matchingWithout, refillMatching } from "#app/domain/selection/refill/refill-matching.ts";
import { contestedMarkets, inputOf, markets, type Instance } from "#tests/domain/selection/matching/generated.ts";
import { instances } from "#tests/support/instances.ts";

function valueOf<Value>(result: { ok: true; value: Value } | { ok: false; refusal: unknown }): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

function firstHoldings(input: MatchingInput): Holdings {
  return valueOf(deferredAcceptance(input)).holdings;
}

const leaving = fc.infiniteStream(fc.boolean());
function some(instance: Instance, numbers: fc.Stream<boolean>): ReadonlySet<number> {
  return new Set([...instance.masks.keys()].filter(() => numbers.next().value));
}

function rankIn(list: readonly number[], held: number): number {
  return held < 0 ? list.length : list.indexOf(held);
}

describe("rerun with upgrades", () => {
  it("is the matching of everybody else; nobody who stays is worse off; movers are listed", () => {
    fc.assert(
      fc.property(fc.oneof(markets(), contestedMarkets()), leaving, (instance, numbers) => {
        const leavers = some(instance, numbers);
        const input = inputOf(instance);
        const holdings = firstHoldings(input);
        const { matching, changes } = valueOf(refillMatching({ input, holdings, leavers }));
        const others = { ...instance, lists: instance.lists.map((list, person) => (leavers.has(person) ? [] : list)) };
        expect(matching.holdings).toEqual(firstHoldings(inputOf(others)));
        for (const [person, list] of instance.lists.entries()) {
          const [from, to] = [holdings[person]!, matching.holdings[person]!];
          if (!leavers.has(person)) expect(rankIn(list, to)).toBeLessThanOrEqual(rankIn(list, from));
          const listed = changes.filter((change) => change.person === person);
          expect(listed).toEqual(from === to ? [] : [{ person, from, to }]);
        }
      }),
      { numRuns: instances },
    );
  });

  it("declines commute: the set of leavers decides", () => {
    fc.assert(
      fc.property(fc.oneof(markets(), contestedMarkets()), leaving, leaving, (instance, one, other) => {
        const input = inputOf(instance);
        const [first, second] = [some(instance, one), some(instance, other)];
        const both = new Set([...first, ...second]);
        const step = (holdings: Holdings, leavers: ReadonlySet<number>) =>
          valueOf(refillMatching({ input, holdings, leavers })).matching.holdings;
        const start = firstHoldings(input);
        const result = step(start, both);
        expect(step(step(start, first), both)).toEqual(result);
        expect(step(step(start, second), both)).toEqual(result);
      }),
      { numRuns: instances },
    );
  });

  it("a vacancy chain by hand: one leaves, two move up, one comes in (Blum, Roth and Rothblum 1997)", () => {
    const rule = { kind: "cut_off", seats: 1 } as const;
    const order = [0, 1, 2, 3];
    const input = inputOf({
      masks: [0, 0, 0, 0],
      tracks: [{ rule, order }, { rule, order }, { rule, order }],
      lists: [[0], [0, 1], [1, 2], [0, 2]],
    }); // prettier-ignore
    const holdings = firstHoldings(input);
    expect([...holdings]).toEqual([0, 1, 2, -1]);
    const { changes } = valueOf(refillMatching({ input, holdings, leavers: new Set([0]) }));
    expect(changes).toEqual([
      { person: 0, from: 0, to: -1 },
      { person: 1, from: 1, to: 0 },
      { person: 2, from: 2, to: 1 },
      { person: 3, from: -1, to: 2 },
    ]);
  });

  it("is at least as good for everybody as a vacancy chain, which ends by itself in a stable matching", () => {
    const rule = fc.integer({ min: 0, max: 2 }).map((seats) => ({ kind: "cut_off", seats }) as const);
    fc.assert(
      fc.property(markets({ people: 7, rule }), leaving, (instance, numbers) => {
        const leavers = some(instance, numbers);
        const input = inputOf(instance);
        const holdings = firstHoldings(input);
        const { matching } = valueOf(refillMatching({ input, holdings, leavers }));
        const { holdings: chained, moves } = vacancyChain(instance, holdings, leavers);
        expect(moves).toBeLessThanOrEqual(instance.tracks.length * instance.masks.length);
        expect(blockingPairs(matchingWithout(input, leavers), chained)).toEqual({ blocking: [], notKept: [] });
        for (const [person, list] of instance.lists.entries()) {
          const rank = rankIn(list, matching.holdings[person]!);
          if (!leavers.has(person)) expect(rank).toBeLessThanOrEqual(rankIn(list, chained[person]!));
        }
      }),
      { numRuns: instances },
    );
  });
});

/** Again and again a free seat is offered to the best who would rather have it; independent of the product. */
function vacancyChain(instance: Instance, start: Holdings, leavers: ReadonlySet<number>) {
  const holdings = start.map((track, person) => (leavers.has(person) ? -1 : track));
  for (let moves = 0; ; moves += 1) {
    const offer = instance.tracks.flatMap(({ rule, order }, track) => {
      const taken = holdings.filter((held) => held === track).length;
      if (rule.kind !== "cut_off" || taken >= rule.seats) return [];
      const taker = order.find((person) => {
        const list = instance.lists[person]!;
        return !leavers.has(person) && list.includes(track) && rankIn(list, track) < rankIn(list, holdings[person]!);
      });
      return taker === undefined ? [] : [{ taker, track }];
    })[0];
    if (!offer) return { holdings, moves };
    holdings[offer.taker] = offer.track;
  }
}

describe("frozen", () => {
  it("never moves a holder, fills no track beyond its seats, and leaves no waiting person with a claim", () => {
    fc.assert(
      fc.property(fc.oneof(markets(), contestedMarkets()), leaving, leaving, (instance, one, other) => {
        const input = inputOf(instance);
        const first = some(instance, one);
        const leavers = new Set([...first, ...some(instance, other)]);
        const start = firstHoldings(input);
        const { holdings } = valueOf(refillFrozen({ input, holdings: start, leavers: first }));
        const { holdings: after, changes } = valueOf(refillFrozen({ input, holdings, leavers }));

        for (const [person, track] of holdings.entries()) {
          if (leavers.has(person)) expect(after[person]).toBe(-1);
          else if (track >= 0) expect(after[person]).toBe(track);
        }
        for (const { from, person, to } of changes) expect(leavers.has(person) ? to : from).toBe(-1);
        const { blocking, notKept } = blockingPairs(matchingWithout(input, leavers), after);
        expect(notKept).toEqual([]);
        expect(blocking.filter(({ person }) => holdings[person]! < 0)).toEqual([]);
        const { choices } = valueOf(deferredAcceptance(input));
        for (const [track, { report }] of choices.entries()) {
          expect(after.filter((held) => held === track).length).toBeLessThanOrEqual(report.seats);
        }
      }),
      { numRuns: instances },
    );
  });

  it("with one track gives what a rerun gives", () => {
    fc.assert(
      fc.property(markets({ tracks: 1, people: 7 }), leaving, (instance, numbers) => {
        const input = inputOf(instance);
        const leavers = some(instance, numbers);
        const holdings = firstHoldings(input);
        const rerun = valueOf(refillMatching({ input, holdings, leavers }));
        const frozen = valueOf(refillFrozen({ input, holdings, leavers }));
        expect(frozen).toEqual({ holdings: rerun.matching.holdings, changes: rerun.changes });
      }),
      { numRuns: instances },
    );
  });

  it("a free seat goes to the track's own waiting list, though a holder elsewhere would rather have it", () => {
    const rule = { kind: "cut_off", seats: 1 } as const;
    const order = [0, 1, 2, 3];
    const input = inputOf({
      masks: [0, 0, 0, 0],
      tracks: [
        { rule, order },
        { rule, order },
      ],
      lists: [[1], [1, 0], [0], [0, 1]],
    });
    const holdings = firstHoldings(input);
    expect([...holdings]).toEqual([1, 0, -1, -1]);
    const { changes } = valueOf(refillFrozen({ input, holdings, leavers: new Set([0]) }));
    expect(changes).toEqual([
      { person: 0, from: 1, to: -1 },
      { person: 3, from: -1, to: 1 },
    ]);
  });

  it("holders whom a corrected order would no longer choose stay, and count against the seats", () => {
    const rule = { kind: "cut_off", seats: 2 } as const;
    const input = inputOf({ masks: [0, 0, 0, 0], tracks: [{ rule, order: [2, 3, 0] }], lists: [[0], [0], [0], [0]] });
    const frozen = (holdings: Holdings) => [...valueOf(refillFrozen({ input, holdings, leavers: new Set() })).holdings];
    expect(frozen(Int32Array.of(0, 0, -1, -1))).toEqual([0, 0, -1, -1]);
    expect(frozen(Int32Array.of(0, -1, -1, -1))).toEqual([0, -1, 0, -1]);
    expect(frozen(Int32Array.of(-1, 0, -1, -1))).toEqual([-1, 0, 0, -1]);
  });

  it("refuses what a matching refuses", () => {
    const rule = { kind: "overlapping_bounds", seats: 1, bounds: [] } as const;
    const input = inputOf({ masks: [0], tracks: [{ rule, order: [0] }], lists: [[0]] });
    const asked = { input, holdings: Int32Array.of(-1), leavers: new Set<number>() };
    const refusal = { reason: "overlapping_bounds_with_preferences", track: "t0" };
    expect(refillFrozen(asked)).toEqual({ ok: false, refusal });
    expect(refillMatching(asked)).toEqual({ ok: false, refusal });
    expect(lateCorrection(asked)).toEqual({ ok: false, refusal });
  });
});

describe("a late correction", () => {
  const rule = { kind: "cut_off", seats: 1 } as const;

  it("lists the newly selected, the wrongly selected and those of another track, and the seats it takes beyond the plan", () => {
    // Person 2 now ranks first in track 0; before, person 0 held track 0 and person 1 held track 1.
    const corrected = inputOf({
      masks: [0, 0, 0],
      tracks: [
        { rule, order: [2, 0, 1] },
        { rule, order: [0, 1] },
      ],
      lists: [[0, 1], [1], [0]],
    });
    const holdings = Int32Array.of(0, 1, -1);
    const asked = { input: corrected, holdings, leavers: new Set<number>() };
    expect(valueOf(lateCorrection(asked))).toMatchObject({
      newlySelected: [{ person: 2, from: -1, to: 0 }],
      wronglySelected: [{ person: 1, from: 1, to: -1 }],
      otherTrack: [{ person: 0, from: 0, to: 1 }],
      beyondSeats: [1, 0],
    });
    expect([...holdings]).toEqual([0, 1, -1]);
  });

  it("needs no further seat where one is free, and does not count people who left", () => {
    const corrected = inputOf({ masks: [0, 0, 0], tracks: [{ rule, order: [0, 1, 2] }], lists: [[0], [0], [0]] });
    const asked = { input: corrected, holdings: Int32Array.of(0, -1, -1), leavers: new Set([0]) };
    expect(valueOf(lateCorrection(asked))).toMatchObject({
      newlySelected: [{ person: 1, from: -1, to: 0 }],
      wronglySelected: [],
      otherTrack: [],
      beyondSeats: [0],
    });
  });

  it("never counts more seats beyond the plan than there are newly selected", () => {
    const corrected = inputOf({ masks: [0, 0, 0], tracks: [{ rule, order: [2] }], lists: [[0], [0], [0]] });
    const asked = { input: corrected, holdings: Int32Array.of(0, 0, -1), leavers: new Set<number>() };
    expect(valueOf(lateCorrection(asked)).beyondSeats).toEqual([1]);
  });
});
