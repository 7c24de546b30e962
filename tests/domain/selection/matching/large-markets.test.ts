import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deferredAcceptance } from "#app/domain/selection/matching/deferred-acceptance.ts";
import type { Matching, MatchingInput } from "#app/domain/selection/matching/matching.ts";
import { inputOf, markets } from "#tests/domain/selection/matching/generated.ts";
import { instances } from "#tests/support/instances.ts";

function matched(input: MatchingInput): Matching {
  const matching = deferredAcceptance(input);
  if (!matching.ok) throw new Error(matching.refusal.reason);
  return matching.value;
}

const cutOff = fc.integer({ min: 0, max: 12 }).map((seats) => ({ kind: "cut_off", seats }) as const);

describe("tracks that take the first of their order", () => {
  it("the quick way with a heap gives what choosing anew in every round gives, in the same rounds", () => {
    fc.assert(
      fc.property(markets({ people: 60, tracks: 4, rule: cutOff }), (instance) => {
        const slow = inputOf({
          ...instance,
          tracks: instance.tracks.map(({ rule, order }) => {
            return {
              order,
              rule: { kind: "guarantee", seats: rule.kind === "cut_off" ? rule.seats : 0, guaranteed: [] },
            };
          }),
        });
        const { holdings, rounds, choices } = matched(inputOf(instance));
        const anew = matched(slow);
        expect(holdings).toEqual(anew.holdings);
        expect(rounds).toBe(anew.rounds);
        expect(choices.map(({ chosen }) => chosen)).toEqual(anew.choices.map(({ chosen }) => chosen));
      }),
      { numRuns: instances },
    );
  });

  it("counts the rounds in which somebody applied", () => {
    const rule = { kind: "cut_off", seats: 1 } as const;
    const order = [0, 1];
    const market = (lists: readonly (readonly number[])[]) =>
      matched(
        inputOf({
          masks: [0, 0],
          tracks: [
            { rule, order },
            { rule, order },
          ],
          lists,
        }),
      ).rounds;
    expect(market([[], []])).toBe(0);
    expect(market([[0], [1]])).toBe(1);
    expect(market([[0], [0]])).toBe(1);
    expect(market([[0], [0, 1]])).toBe(2);
  });

  it("a person beyond the lists of preferences applies nowhere", () => {
    const pool = { order: Uint32Array.of(2, 0), masks: new Uint32Array(3), groupNames: [] };
    const tracks = [{ id: "web", rule: { kind: "cut_off" as const, seats: 1 }, pool }];
    const { holdings } = matched({ tracks, preferences: { starts: Uint32Array.of(0, 1), tracks: Uint32Array.of(0) } });
    expect([...holdings]).toEqual([0]);
  });

  it("many people with three choices are matched at once; how long it took is printed", () => {
    const people = instances < 1000 ? 1000 : 300_000;
    const tracks = 5;
    const everybody = Uint32Array.from({ length: people }, (_, person) => person);
    const input: MatchingInput = {
      tracks: [...Array(tracks).keys()].map((track) => ({
        id: `t${track}`,
        rule: { kind: "cut_off", seats: Math.floor(people / 15) },
        pool: {
          order: everybody.map((at) => (at + Math.floor((track * people) / tracks)) % people),
          masks: new Uint32Array(people),
          groupNames: [],
        },
      })),
      preferences: {
        starts: Uint32Array.from({ length: people + 1 }, (_, person) => 3 * person),
        tracks: Uint32Array.from(
          { length: 3 * people },
          (_, slot) => (Math.floor(slot / 3) * 7 + 2 * (slot % 3)) % tracks,
        ),
      },
    };
    const start = performance.now();
    const { holdings } = matched(input);
    console.info(`deferred acceptance, ${people} people: ${Math.round(performance.now() - start)} ms`);
    expect(holdings.filter((track) => track >= 0)).toHaveLength(5 * Math.floor(people / 15));
  });
});
