import * as fc from "fast-check";
import { expect, test } from "vitest";
import { nextReserves, type RefillInput, type ReservePlace } from "#app/domain/offer/next-reserve.ts";

const tracks = [
  { id: "a", seats: 2 },
  { id: "b", seats: 2 },
];

function aPlace(
  applicationNo: string,
  track: string,
  number: number,
  overrides: Partial<ReservePlace> = {},
): ReservePlace {
  const meritRank = Number(applicationNo);
  return {
    applicationNo,
    track,
    number,
    meritRank,
    choices: [track],
    acceptOther: true,
    status: "waiting",
    ...overrides,
  };
}

function refill(
  liveOffers: Record<string, number>,
  places: readonly ReservePlace[],
  overrides: Partial<RefillInput> = {},
) {
  return nextReserves({ tracks, liveOffers, places, crossTrack: true, ...overrides });
}

function called(input: ReturnType<typeof refill>): readonly string[] {
  return input.fills.map(({ applicationNo, track }) => `${applicationNo} ${track}`);
}

test("a free seat goes to the lowest waiting number of its own track, and says who stood before and why not they", () => {
  const places = [
    aPlace("1", "a", 1, { status: "called" }),
    aPlace("2", "a", 2, { status: "left" }),
    aPlace("4", "a", 4),
    aPlace("3", "a", 3),
    aPlace("5", "b", 1),
  ];
  const { fills, stillFree } = refill({ a: 1, b: 2 }, places);
  expect(fills).toEqual([
    {
      applicationNo: "3",
      track: "a",
      fromTrack: "a",
      number: 3,
      how: "own_track",
      passedOver: [
        { applicationNo: "1", reason: "called_before" },
        { applicationNo: "2", reason: "left_the_list" },
      ],
    },
  ]);
  expect(stillFree).toEqual([]);
});

test("two seats free at once in different tracks go to each track's own list", () => {
  const places = [aPlace("1", "a", 1), aPlace("2", "b", 1), aPlace("3", "b", 2)];
  expect(called(refill({ a: 1, b: 1 }, places))).toEqual(["1 a", "2 b"]);
});

test("when a list is used up, those who named the track come first, then merit, and who accepts no other track stays", () => {
  const places = [
    aPlace("1", "b", 1, { acceptOther: false, choices: ["b", "a"] }),
    aPlace("2", "b", 2),
    aPlace("3", "b", 3, { choices: ["b", "a"] }),
  ];
  const { fills } = refill({ a: 0, b: 2 }, places);
  expect(
    fills.map(({ applicationNo, how, fromTrack, passedOver }) => ({ applicationNo, how, fromTrack, passedOver })),
  ).toEqual([
    {
      applicationNo: "3",
      how: "other_track",
      fromTrack: "b",
      passedOver: [
        { applicationNo: "1", reason: "does_not_accept_other_tracks" },
        { applicationNo: "2", reason: "others_named_this_track" },
      ],
    },
    {
      applicationNo: "2",
      how: "other_track",
      fromTrack: "b",
      passedOver: [{ applicationNo: "1", reason: "does_not_accept_other_tracks" }],
    },
  ]);
});

test("across tracks the better merit comes first, whatever the number on the own list and the order of the rows", () => {
  const four = [...tracks, { id: "c", seats: 2 }];
  const places = [aPlace("9", "a", 1), aPlace("3", "b", 2), aPlace("2", "b", 1), aPlace("4", "a", 2)];
  expect(called(refill({ a: 2, b: 2, c: 0 }, places, { tracks: four }))).toEqual(["2 c", "3 c"]);
});

test("without the cross-track rule a used-up list leaves the seat empty and says so", () => {
  const { fills, stillFree } = refill({ a: 1, b: 2 }, [aPlace("1", "b", 1)], { crossTrack: false });
  expect(fills).toEqual([]);
  expect(stillFree).toEqual([{ track: "a", seats: 1, reason: "reserve_list_exhausted", tie: [] }]);
});

test("equal merit on different lists is for the committee, whose recorded order then decides", () => {
  const three = [...tracks, { id: "c", seats: 1 }];
  const places = [aPlace("1", "a", 1, { meritRank: 7 }), aPlace("2", "b", 1, { meritRank: 7 })];
  const input = { tracks: three };
  const stopped = refill({ a: 2, b: 2, c: 0 }, places, input);
  expect(stopped).toEqual({ fills: [], stillFree: [{ track: "c", seats: 1, reason: "tie", tie: ["1", "2"] }] });
  expect(called(refill({ a: 2, b: 2, c: 0 }, places, { ...input, tieDecisions: [["2", "1"]] }))).toEqual(["2 c"]);
});

test("an order that names only some of the equals decides nothing; one that names more than are left does", () => {
  const four = [...tracks, { id: "c", seats: 1 }, { id: "d", seats: 1 }];
  const places = ["a", "b", "d"].map((track, index) => aPlace(`${index + 1}`, track, 1, { meritRank: 7 }));
  const full = { a: 2, b: 2, c: 0, d: 1 };
  const some = refill(full, places, { tracks: four, tieDecisions: [["2", "1"]] });
  expect(some).toMatchObject({ fills: [], stillFree: [{ track: "c", reason: "tie", tie: ["1", "2", "3"] }] });
  const decided = { tracks: four, tieDecisions: [["3", "1", "2"]] };
  expect(called(refill(full, places, decided))).toEqual(["3 c"]);
  expect(called(refill(full, places.slice(0, 2), decided))).toEqual(["1 c"]);
});

test("nobody is called when more seats are taken than there are", () => {
  expect(refill({ a: 3, b: 2 }, [aPlace("1", "a", 1)])).toEqual({ fills: [], stillFree: [] });
});

const anyPlaces = fc
  .array(
    fc.record({
      track: fc.constantFrom("a", "b"),
      both: fc.boolean(),
      acceptOther: fc.boolean(),
      status: fc.constantFrom("waiting", "waiting", "called", "left"),
    }),
    { maxLength: 14 },
  )
  .map((people): ReservePlace[] =>
    people.map(({ track, both, acceptOther, status }, index) => {
      const number = people.slice(0, index).filter((other) => other.track === track).length + 1;
      const other = track === "a" ? "b" : "a";
      const choices = both ? [track, other] : [track];
      return aPlace(`${index + 1}`, track, number, { choices, acceptOther, status: status as ReservePlace["status"] });
    }),
  );

const anyLive = fc.record({ a: fc.integer({ min: 0, max: 3 }), b: fc.integer({ min: 0, max: 3 }) });

test("a refill never exceeds the seats, calls nobody twice, and does not depend on the order of the list", () => {
  fc.assert(
    fc.property(anyPlaces, anyLive, fc.boolean(), (places, live, crossTrack) => {
      const filled = refill(live, places, { crossTrack });
      for (const { id, seats } of tracks) {
        const added = filled.fills.filter(({ track }) => track === id).length;
        const free = Math.max(0, seats - live[id as "a" | "b"]);
        const left = filled.stillFree.find(({ track }) => track === id)?.seats ?? 0;
        expect(added + left).toBe(free);
      }
      const numbers = filled.fills.map(({ applicationNo }) => applicationNo);
      expect(new Set(numbers).size).toBe(numbers.length);
      expect(refill(live, places.toReversed(), { crossTrack })).toEqual(filled);
    }),
  );
});

test("nobody is skipped: whoever waits before a called person of the same list is called as well, or accepts no other track", () => {
  fc.assert(
    fc.property(anyPlaces, anyLive, (places, live) => {
      const { fills } = refill(live, places);
      const isCalled = (no: string) => fills.some(({ applicationNo }) => applicationNo === no);
      for (const fill of fills.filter(({ how }) => how === "own_track")) {
        const ahead = places.filter(
          ({ track, number, status }) => track === fill.track && number < fill.number && status === "waiting",
        );
        expect(ahead.every(({ applicationNo }) => isCalled(applicationNo))).toBe(true);
      }
    }),
  );
});

test("declines commute: seats that fall free one after another or all at once reach the same people of their own lists", () => {
  fc.assert(
    fc.property(anyPlaces, fc.shuffledSubarray(["a", "a", "b", "b"]), (places, declines) => {
      const live = { a: 2, b: 2 };
      let list = places;
      const oneByOne: string[] = [];
      for (const track of declines) {
        const taken = { ...live, [track]: 1 };
        const { fills } = refill(taken, list, { crossTrack: false });
        oneByOne.push(...fills.map((fill) => `${fill.applicationNo} ${fill.track}`));
        list = list.map((place) =>
          fills.some(({ applicationNo }) => applicationNo === place.applicationNo)
            ? { ...place, status: "called" }
            : place,
        );
      }
      const count = (track: string) => declines.filter((declined) => declined === track).length;
      const atOnce = refill({ a: 2 - count("a"), b: 2 - count("b") }, places, { crossTrack: false });
      expect(oneByOne.toSorted()).toEqual([...called(atOnce)].toSorted());
    }),
  );
});
