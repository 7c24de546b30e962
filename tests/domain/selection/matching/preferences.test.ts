import { describe, expect, it } from "vitest";
import { deferredAcceptance } from "#app/domain/selection/matching/deferred-acceptance.ts";
import { holdersOf, type Matching, type MatchingInput } from "#app/domain/selection/matching/matching.ts";
import {
  namedBy,
  peopleIn,
  preferencesFrom,
  relisted,
  type Preferences,
} from "#app/domain/selection/matching/preferences.ts";
import { rejectionsOf } from "#app/domain/selection/matching/rejections.ts";
import { singleTrack } from "#app/domain/selection/matching/single-track.ts";
import { blockingPairs } from "#app/domain/selection/matching/stability.ts";
import { groupNames, inputOf, poolOf, type Instance } from "#tests/domain/selection/matching/generated.ts";

describe("lists of tracks", () => {
  function lists(): Preferences {
    const read = preferencesFrom([["web", "data"], [], ["data"]], ["data", "web"]);
    if (!read.ok) throw new Error(read.refusal.reason);
    return read.value;
  }

  it("keep their order as track numbers", () => {
    expect(peopleIn(lists())).toBe(3);
    expect([0, 1, 2, 3].map((person) => [...namedBy(lists(), person)])).toEqual([[1, 0], [], [0], []]);
  });

  it("can be replaced person by person", () => {
    const changed = relisted(lists(), (person, list) => (person === 0 ? list.subarray(1) : list));
    expect(changed).toEqual({ starts: Uint32Array.of(0, 1, 1, 2), tracks: Uint32Array.of(0, 0) });
  });

  it("are refused when they name a track that does not exist, or one twice", () => {
    expect(preferencesFrom([["web"], ["art"]], ["web"])).toEqual({
      ok: false,
      refusal: { reason: "unknown_track", person: 1, track: "art" },
    });
    expect(preferencesFrom([["web", "data", "web"]], ["web", "data"])).toEqual({
      ok: false,
      refusal: { reason: "track_named_twice", person: 0, track: "web" },
    });
  });
});

describe("one track", () => {
  it("is the rule itself: who is in its pool names it, and nobody else", () => {
    const input = singleTrack({ id: "all", rule: { kind: "cut_off", seats: 1 }, pool: poolOf([3, 1], [0, 0, 0, 0]) });
    expect(input.preferences).toEqual({ starts: Uint32Array.of(0, 0, 1, 1, 2), tracks: Uint32Array.of(0, 0) });
    const matching = deferredAcceptance(input);
    expect(matching.ok && [...matching.value.holdings]).toEqual([-1, -1, -1, 0]);
  });
});

describe("why somebody did not get a track", () => {
  const guaranteed = [{ group: "X", seats: 1 }];
  const instance: Instance = {
    masks: [0, 0, 0, 1],
    tracks: [
      { rule: { kind: "guarantee", seats: 2, guaranteed }, order: [0, 1, 2, 3] },
      { rule: { kind: "cut_off", seats: 1 }, order: [2] },
      { rule: { kind: "cut_off", seats: 0 }, order: [0, 1] },
    ],
    lists: [[0], [2, 0, 1], [0, 1], [0]],
  };
  function matched(): { input: MatchingInput; matching: Matching } {
    const input = inputOf(instance);
    const matching = deferredAcceptance(input);
    if (!matching.ok) throw new Error(matching.refusal.reason);
    return { input, matching: matching.value };
  }

  it("tells each track wanted more, the last it chose, and the last it chose for an open seat", () => {
    const { input, matching } = matched();
    expect([...matching.holdings]).toEqual([0, -1, 1, 0]);
    expect(rejectionsOf({ input, matching, person: 1 })).toEqual([
      { kind: "track_full", track: 2, last: null, lastOpen: null },
      { kind: "track_full", track: 0, last: 3, lastOpen: 0 },
      { kind: "not_acceptable", track: 1 },
    ]);
    expect(rejectionsOf({ input, matching, person: 2 })).toEqual([
      { kind: "track_full", track: 0, last: 3, lastOpen: 0 },
    ]);
    expect(rejectionsOf({ input, matching, person: 0 })).toEqual([]);
    const rule = { kind: "cut_off", seats: 3 } as const;
    const wide = inputOf({ masks: [0, 0, 0, 0], tracks: [{ rule, order: [3, 2, 1, 0] }], lists: [[0], [0], [0], [0]] });
    const full = deferredAcceptance(wide);
    if (!full.ok) throw new Error(full.refusal.reason);
    expect(rejectionsOf({ input: wide, matching: full.value, person: 0 })).toEqual([
      { kind: "track_full", track: 0, last: 1, lastOpen: 1 },
    ]);
  });

  it("the seats of a track can be listed by holder", () => {
    expect(holdersOf(matched().matching.holdings, 0)).toEqual([0, 3]);
  });

  it("a seat of a track that its holder did not name, or that would not take them, is not kept", () => {
    expect(groupNames[0]).toBe("X");
    const { blocking, notKept } = blockingPairs(inputOf(instance), Int32Array.of(1, 0, -1, 0));
    expect(notKept).toEqual([{ person: 0, track: 1 }]);
    expect(blocking).toEqual([
      { person: 0, track: 0 },
      { person: 2, track: 1 },
    ]);
  });

  it("a holder who is in no order of the track is not kept", () => {
    const odd = inputOf({ ...instance, lists: [[0], [1], [], []] });
    expect(blockingPairs(odd, Int32Array.of(0, 1, -1, -1)).notKept).toEqual([{ person: 1, track: 1 }]);
  });
});
