import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deferredAcceptance } from "#app/domain/selection/matching/deferred-acceptance.ts";
import type { Holdings, MatchingInput } from "#app/domain/selection/matching/matching.ts";
import { singleTrack } from "#app/domain/selection/matching/single-track.ts";
import { upgradesUntil } from "#app/domain/selection/refill/give-seats.ts";
import { refillInBatches, type ToRefillInBatches } from "#app/domain/selection/refill/refill-in-batches.ts";
import { matchingWithout } from "#app/domain/selection/refill/refill-matching.ts";
import type { SeatEvent } from "#app/domain/selection/refill/replies.ts";
import { inputOf, markets, poolOf } from "#tests/domain/selection/matching/generated.ts";
import { instances } from "#tests/support/instances.ts";

function holdingsOf(input: MatchingInput): Holdings {
  const matching = deferredAcceptance(input);
  if (!matching.ok) throw new Error(matching.refusal.reason);
  return matching.value.holdings;
}

function outcomesOf<Refusal>(asked: ToRefillInBatches<Refusal>) {
  const outcomes = refillInBatches(asked);
  if (!outcomes.ok) throw new Error(JSON.stringify(outcomes.refusal));
  return outcomes.value;
}

function event(ref: string, kind: SeatEvent["kind"], at: number): SeatEvent {
  return { ref, kind, at, actor: "desk" };
}

/** Four people, A best; two seats. */
const refs = ["A", "B", "C", "D"];
const one = () =>
  singleTrack({ id: "all", rule: { kind: "cut_off", seats: 2 }, pool: poolOf([0, 1, 2, 3], [0, 0, 0, 0]) });
const asked: ToRefillInBatches<unknown> = {
  refs,
  first: { at: 0, replyBy: 10, holdings: Int32Array.of(0, 0, -1, -1) },
  seats: [2],
  batches: [
    { at: 5, replyBy: 15 },
    { at: 10, replyBy: 20 },
    { at: 20, replyBy: 30 },
  ],
  events: [event("A", "accept", 1), event("B", "decline", 5), event("C", "accept", 14)],
  replacementEnds: null,
  giveSeats: (state) => upgradesUntil(one(), null)(state),
};

describe("refilling in published batches", () => {
  it("tells batch by batch who left and how, who got a seat, and what stays vacant", () => {
    const outcomes = outcomesOf(asked);
    expect(outcomes.map(({ at, left, changes, vacant }) => ({ at, left, changes, vacant }))).toEqual([
      {
        at: 5,
        left: [{ person: 1, why: "declined" }],
        changes: [
          { person: 1, from: 0, to: -1 },
          { person: 2, from: -1, to: 0 },
        ],
        vacant: [0],
      },
      { at: 10, left: [], changes: [], vacant: [0] },
      { at: 20, left: [], changes: [], vacant: [0] },
    ]);
    expect(outcomes.map(({ leavers }) => [...leavers])).toEqual([[1], [1], [1]]);
    expect([...outcomes[2]!.holdings]).toEqual([0, -1, 0, -1]);
  });

  it("silence until the deadline of one's own batch is a decline", () => {
    const outcomes = outcomesOf({ ...asked, events: [event("B", "decline", 5)] });
    expect(outcomes.map(({ left }) => left)).toEqual([
      [{ person: 1, why: "declined" }],
      [{ person: 0, why: "silent" }],
      [
        { person: 2, why: "silent" },
        { person: 3, why: "silent" },
      ],
    ]);
    expect(outcomes.map(({ vacant }) => vacant)).toEqual([[0], [0], [2]]);
  });

  it("a decline is final once a batch has run, and may be taken back until then", () => {
    const back = (at: number) =>
      outcomesOf({ ...asked, events: [...asked.events, event("B", "decline", 3), event("B", "accept", at)] });
    const early = { ...asked, events: [event("A", "accept", 1), event("B", "decline", 3), event("B", "accept", 4)] };
    expect(outcomesOf(early).map(({ left }) => left)).toEqual([[], [], []]);
    expect([...back(6)[2]!.leavers]).toEqual([1]);
  });

  it("from the end of replacement on nobody new gets a seat, and what is vacant is told", () => {
    const late = [event("A", "accept", 1), event("B", "accept", 1), event("B", "no_show", 9)];
    const ends = (replacementEnds: number) => outcomesOf({ ...asked, events: late, replacementEnds })[1]!;
    expect(ends(10)).toMatchObject({ left: [{ person: 1, why: "no_show" }], vacant: [1] });
    expect([...ends(10).holdings]).toEqual([0, -1, -1, -1]);
    expect([...ends(11).holdings]).toEqual([0, -1, 0, -1]);
  });

  it("whoever moves up has the new deadline and accepts anew", () => {
    const rule = { kind: "cut_off", seats: 1 } as const;
    const input = inputOf({
      masks: [0, 0],
      tracks: [
        { rule, order: [0, 1] },
        { rule, order: [0, 1] },
      ],
      lists: [[0], [0, 1]],
    });
    const moving: ToRefillInBatches<unknown> = {
      ...asked,
      refs: ["A", "B"],
      first: { at: 0, replyBy: 10, holdings: holdingsOf(input) },
      seats: [1, 1],
      events: [event("A", "decline", 2), event("B", "accept", 1)],
      giveSeats: upgradesUntil(input, null),
    };
    expect(outcomesOf(moving)[0]).toMatchObject({
      changes: [
        { person: 0, from: 0, to: -1 },
        { person: 1, from: 1, to: 0 },
      ],
      vacant: [0, 1],
    });
    expect(outcomesOf(moving)[2]!.left).toEqual([{ person: 1, why: "silent" }]);
    const again = { ...moving, events: [...moving.events, event("B", "accept", 14)] };
    expect(outcomesOf(again)[2]!.left).toEqual([]);

    const frozen = { ...moving, giveSeats: upgradesUntil(input, 5) };
    expect([...outcomesOf(frozen)[0]!.holdings]).toEqual([-1, 1]);
    const upgraded = { ...moving, giveSeats: upgradesUntil(input, 6) };
    expect([...outcomesOf(upgraded)[0]!.holdings]).toEqual([-1, 0]);
  });

  it("whoever lost a seat without leaving is not asked to reply to it any more", () => {
    const emptied = outcomesOf({
      ...asked,
      events: [],
      giveSeats: () => ({ ok: true, value: Int32Array.of(-1, -1, -1, -1) }),
    });
    expect(emptied.map(({ left }) => left)).toEqual([[], [], []]);
  });

  it("is a clean rerun without everybody who has left, whatever the order of the log", () => {
    const kinds = fc.constantFrom("decline" as const, "accept" as const, "no_show" as const);
    const log = fc.array(fc.tuple(fc.nat(), kinds, fc.integer({ min: 0, max: 25 })), { maxLength: 8 });
    fc.assert(
      fc.property(markets(), log, (instance, entries) => {
        const input = inputOf(instance);
        const names = instance.masks.map((_, person) => `p${person}`);
        const events = entries.flatMap(([number, kind, at]) => {
          return names.length === 0 ? [] : [event(names[number % names.length]!, kind, at)];
        });
        const holdings = holdingsOf(input);
        const own = { ...asked, refs: names, first: { ...asked.first, holdings }, events };
        const giveSeats = upgradesUntil(input, null);
        const outcomes = outcomesOf({ ...own, giveSeats });
        expect(outcomesOf({ ...own, events: [...events.toReversed(), ...events], giveSeats })).toEqual(outcomes);
        for (const outcome of outcomes) {
          expect(outcome.holdings).toEqual(holdingsOf(matchingWithout(input, outcome.leavers)));
        }
        const leftAt = outcomes.map(({ leavers }) => leavers.size);
        expect(leftAt).toEqual(leftAt.toSorted((a, b) => a - b));
      }),
      { numRuns: instances },
    );
  });
});

describe("what it refuses", () => {
  it("an entry about somebody who is not known", () => {
    const events = [event("Z", "decline", 1)];
    expect(refillInBatches({ ...asked, events })).toEqual({ ok: false, refusal: { reason: "unknown_ref", ref: "Z" } });
  });

  it("batches that do not follow one another, or the first result", () => {
    const out = (times: readonly number[]) =>
      refillInBatches({ ...asked, batches: times.map((at) => ({ at, replyBy: 99 })) });
    expect(out([5, 5])).toEqual({ ok: false, refusal: { reason: "batches_out_of_order", at: 5 } });
    expect(out([7, 6])).toEqual({ ok: false, refusal: { reason: "batches_out_of_order", at: 6 } });
    expect(out([0])).toEqual({ ok: false, refusal: { reason: "batches_out_of_order", at: 0 } });
    expect(out([])).toEqual({ ok: true, value: [] });
  });

  it("what the policy refuses", () => {
    const rule = { kind: "overlapping_bounds", seats: 1, bounds: [] } as const;
    const input = singleTrack({ id: "all", rule, pool: poolOf([0], [0]) });
    for (const until of [null, 0]) {
      expect(refillInBatches({ ...asked, giveSeats: upgradesUntil(input, until) })).toEqual({
        ok: false,
        refusal: { reason: "overlapping_bounds_with_preferences", track: "all" },
      });
    }
  });
});
