import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deferredAcceptance } from "#app/domain/selection/matching/deferred-acceptance.ts";
import type { Holdings, Matching, MatchingInput } from "#app/domain/selection/matching/matching.ts";
import { blockingPairs } from "#app/domain/selection/matching/stability.ts";
import {
  contestedMarkets,
  inputOf,
  markets,
  poolOf,
  type Instance,
} from "#tests/domain/selection/matching/generated.ts";
import { allStableMatchings, tryAllChoices, type Assignment } from "#tests/domain/selection/matching/reference.ts";
import { instances } from "#tests/support/instances.ts";

function matched(input: MatchingInput): Matching {
  const matching = deferredAcceptance(input);
  if (!matching.ok) throw new Error(matching.refusal.reason);
  return matching.value;
}

function assignmentOf(instance: Instance): Assignment {
  return asAssignment(matched(inputOf(instance)).holdings);
}

function asAssignment(holdings: Holdings): Assignment {
  return [...holdings].map((track) => (track < 0 ? null : track));
}

/** How good a person's seat is: 0 = first choice; nothing is worse than every track named. */
function rankIn(list: readonly number[], held: number | null): number {
  return held === null ? list.length : list.indexOf(held);
}

describe("deferred acceptance against every stable matching", () => {
  it("is stable and, for all applicants at once, the best of all stable matchings", () => {
    fc.assert(
      fc.property(markets(), (instance) => {
        const stable = allStableMatchings(instance);
        const own = assignmentOf(instance);
        expect(stable).toContainEqual(own);
        for (const other of stable) {
          for (const [person, list] of instance.lists.entries()) {
            expect(rankIn(list, own[person]!)).toBeLessThanOrEqual(rankIn(list, other[person]!));
          }
        }
      }),
      { numRuns: instances },
    );
  });

  it("is the best of them also where there are several", () => {
    let several = 0;
    fc.assert(
      fc.property(contestedMarkets(), (instance) => {
        const stable = allStableMatchings(instance);
        const own = assignmentOf(instance);
        if (stable.length > 1) several += 1;
        expect(stable).toContainEqual(own);
        for (const other of stable) {
          for (const [person, list] of instance.lists.entries()) {
            expect(rankIn(list, own[person]!)).toBeLessThanOrEqual(rankIn(list, other[person]!));
          }
        }
      }),
      { numRuns: instances },
    );
    if (instances >= 1000) expect(several).toBeGreaterThan(instances / 50);
  });

  it("has no blocking pair, and every other assignment is judged as the definition says", () => {
    fc.assert(
      fc.property(markets({ people: 4, tracks: 2 }), fc.infiniteStream(fc.nat()), (instance, numbers) => {
        const input = inputOf(instance);
        expect(blockingPairs(input, matched(input).holdings)).toEqual({ blocking: [], notKept: [] });

        const anything = instance.lists.map((list) => [null, ...list][numbers.next().value % (list.length + 1)]!);
        const { blocking, notKept } = blockingPairs(
          input,
          Int32Array.from(anything, (track) => track ?? -1),
        );
        const chosen = (track: number, people: readonly number[]): readonly number[] => {
          const { rule, order } = instance.tracks[track]!;
          return tryAllChoices(
            rule,
            order.filter((person) => people.includes(person)),
            instance.masks,
          );
        };
        for (const track of instance.tracks.keys()) {
          const held = anything.flatMap((own, person) => (own === track ? [person] : []));
          const blocks = instance.lists.flatMap((list, person) => {
            const wants = list.includes(track) && rankIn(list, track) < rankIn(list, anything[person]!);
            return wants && chosen(track, [...held, person]).includes(person) ? [person] : [];
          });
          const left = held.filter((person) => !chosen(track, held).includes(person));
          expect(notKept.filter((pair) => pair.track === track).map(({ person }) => person)).toEqual(left);
          if (left.length > 0) continue;
          const found = blocking.filter((pair) => pair.track === track).map(({ person }) => person);
          expect(found).toEqual(blocks);
        }
      }),
      { numRuns: instances },
    );
  });

  it("gives every track the choice from all who applied: holders, seats and report agree", () => {
    fc.assert(
      fc.property(markets(), (instance) => {
        const { holdings, choices } = matched(inputOf(instance));
        for (const [track, { chosen, seats, report }] of choices.entries()) {
          const held = instance.tracks[track]!.order.filter((person) => holdings[person] === track);
          expect([...chosen]).toEqual(held);
          expect(seats).toHaveLength(held.length);
          expect(held.length).toBeLessThanOrEqual(report.seats);
        }
      }),
      { numRuns: instances },
    );
  });
});

describe("what applicants can rely on", () => {
  it("nobody gets a better track by stating another list", () => {
    fc.assert(
      fc.property(
        fc.oneof(markets(), contestedMarkets()),
        fc.nat(),
        fc.infiniteStream(fc.nat()),
        (instance, seed, numbers) => {
          if (instance.lists.length === 0) return;
          const person = seed % instance.lists.length;
          const truth = instance.lists[person]!;
          const honest = rankIn(truth, assignmentOf(instance)[person]!);
          for (let turn = 0; turn < 6; turn += 1) {
            const all = instance.tracks.map((_, track) => [numbers.next().value, track] as const);
            const untrue = all.toSorted(([left], [right]) => left - right).map(([, track]) => track);
            const told = untrue.slice(0, numbers.next().value % (untrue.length + 1));
            const got = assignmentOf({ ...instance, lists: instance.lists.with(person, told) })[person]!;
            if (got !== null && !truth.includes(got)) continue;
            expect(rankIn(truth, got)).toBeGreaterThanOrEqual(honest);
          }
        },
      ),
      { numRuns: instances },
    );
  });

  it("naming further tracks at the end of a list never costs the seat one would get without them", () => {
    fc.assert(
      fc.property(markets(), fc.nat(), (instance, seed) => {
        if (instance.lists.length === 0) return;
        const person = seed % instance.lists.length;
        const list = instance.lists[person]!;
        const shorter = list.slice(0, seed % (list.length + 1));
        const before = assignmentOf({ ...instance, lists: instance.lists.with(person, shorter) })[person]!;
        const after = assignmentOf(instance)[person]!;
        if (before !== null) expect(after).toBe(before);
      }),
      { numRuns: instances },
    );
  });

  it("a better rank in one track never gives its owner a worse seat", () => {
    fc.assert(
      fc.property(markets(), fc.nat(), fc.nat(), (instance, seed, other) => {
        if (instance.lists.length === 0 || instance.tracks.length === 0) return;
        const person = seed % instance.lists.length;
        const track = other % instance.tracks.length;
        const { rule, order } = instance.tracks[track]!;
        const at = order.indexOf(person);
        if (at < 1) return;
        const better = order.toSpliced(at, 1).toSpliced(other % at, 0, person);
        const list = instance.lists[person]!;
        const before = rankIn(list, assignmentOf(instance)[person]!);
        const raised = { ...instance, tracks: instance.tracks.with(track, { rule, order: better }) };
        expect(rankIn(list, assignmentOf(raised)[person]!)).toBeLessThanOrEqual(before);
      }),
      { numRuns: instances },
    );
  });

  it("does not depend on how people and tracks are numbered", () => {
    fc.assert(
      fc.property(markets(), (instance) => {
        const people = instance.masks.length;
        const wide = instance.tracks.length;
        const turned: Instance = {
          masks: instance.masks.toReversed(),
          tracks: instance.tracks.toReversed().map(({ rule, order }) => {
            return { rule, order: order.map((person) => people - 1 - person) };
          }),
          lists: instance.lists.toReversed().map((list) => list.map((track) => wide - 1 - track)),
        };
        const own = assignmentOf(turned).toReversed();
        expect(own.map((track) => (track === null ? null : wide - 1 - track))).toEqual(assignmentOf(instance));
      }),
      { numRuns: instances },
    );
  });
});

describe("what it refuses", () => {
  const pool = poolOf([0, 1], [0, 0]);

  it("overlapping bounds inside a track", () => {
    const rule = { kind: "overlapping_bounds" as const, seats: 1, bounds: [] };
    const input = {
      tracks: [{ id: "web", rule, pool }],
      preferences: { starts: new Uint32Array(3), tracks: new Uint32Array() },
    };
    expect(deferredAcceptance(input)).toEqual({
      ok: false,
      refusal: { reason: "overlapping_bounds_with_preferences", track: "web" },
    });
  });

  it("a track number that does not exist, naming the person", () => {
    const input = {
      tracks: [{ id: "web", rule: { kind: "cut_off" as const, seats: 1 }, pool }],
      preferences: { starts: Uint32Array.of(0, 1, 3), tracks: Uint32Array.of(0, 0, 1) },
    };
    expect(deferredAcceptance(input)).toEqual({ ok: false, refusal: { reason: "unknown_track", person: 1 } });
  });
});
