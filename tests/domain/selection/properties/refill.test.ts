import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Pool } from "#app/domain/selection/choice/pool.ts";
import type { ChoiceRule } from "#app/domain/selection/choice/choice-rule.ts";
import { deferredAcceptance } from "#app/domain/selection/matching/deferred-acceptance.ts";
import { noTrack, type MatchingInput } from "#app/domain/selection/matching/matching.ts";
import { preferencesFrom } from "#app/domain/selection/matching/preferences.ts";
import { refillMatching } from "#app/domain/selection/refill/refill-matching.ts";
import type { SelectionInput } from "#app/domain/selection/selection.ts";
import { select } from "#tests/domain/selection/cohort.ts";
import { instances } from "#tests/support/instances.ts";
import { cohortsOf, isSelected } from "./any-cohort.ts";

const runs = { numRuns: instances };
const groupNames = ["one", "two", "three"];

/** The people of a run as deferred acceptance reads them: numbered by merit. */
function matchingOf({ rule, people }: SelectionInput, order: readonly string[]): MatchingInput {
  const ranked = order.map((applicationNo) => people.find((each) => each.applicationNo === applicationNo)!);
  const masks = Uint32Array.from(ranked, ({ tags }) =>
    groupNames.reduce((mask, name, bit) => mask | (tags.includes(name) ? 1 << bit : 0), 0),
  );
  const preferences = preferencesFrom(
    ranked.map(({ choices }) => choices),
    rule.tracks.map(({ id }) => id),
  );
  if (!preferences.ok) throw new Error(preferences.refusal.reason);
  const tracks = rule.tracks.map(({ id, seats, choice }) => {
    const own = [...ranked.keys()].filter((number) => ranked[number]?.choices.includes(id));
    const pool: Pool = { order: Uint32Array.from(own), groupNames, masks };
    const chosen: ChoiceRule = choice ?? { kind: "cut_off", seats };
    return { id, rule: chosen, pool };
  });
  return { tracks, preferences: preferences.value };
}

const matched = fc.tuple(cohortsOf({ assignments: ["deferred_acceptance"] }), fc.array(fc.nat(), { maxLength: 4 }));

test("seats refilled by deferred acceptance are those of a run without the leavers, whose answer holds for everybody", () => {
  fc.assert(
    fc.property(matched, ([input, picks]) => {
      const result = select(input);
      const order = result.order.map(({ applicationNo }) => applicationNo);
      const leavers = new Set(picks.map((pick) => pick % Math.max(1, order.length)));
      const matching = matchingOf(input, order);
      const before = deferredAcceptance(matching);
      if (!before.ok) throw new Error(before.refusal.reason);
      const refilled = refillMatching({ input: matching, holdings: before.value.holdings, leavers });
      if (!refilled.ok) throw new Error(refilled.refusal.reason);

      const stay = input.people.filter(({ applicationNo }) => !leavers.has(order.indexOf(applicationNo)));
      const clean = select({ ...input, people: stay });
      const trackOf = new Map(clean.selected.map(({ applicationNo, track }) => [applicationNo, track]));
      for (const [number, held] of refilled.value.matching.holdings.entries()) {
        const track = held === noTrack ? undefined : input.rule.tracks[held]?.id;
        expect(track).toBe(trackOf.get(order[number] ?? ""));
      }
    }),
    runs,
  );
});

test("after declines nobody who stays loses a seat, and at most one person enters for each who left", () => {
  fc.assert(
    fc.property(cohortsOf(), fc.nat(), (input, which) => {
      const before = select(input);
      const leaver = before.selected[which % Math.max(1, before.selected.length)];
      if (!leaver) return;
      const people = input.people.filter(({ applicationNo }) => applicationNo !== leaver.applicationNo);
      const after = select({ ...input, people });
      for (const { applicationNo } of before.selected) {
        if (applicationNo !== leaver.applicationNo) expect(isSelected(after, applicationNo)).toBe(true);
      }
      expect(after.selected.length).toBeLessThanOrEqual(before.selected.length);
    }),
    runs,
  );
});

test("who left first makes no difference", () => {
  fc.assert(
    fc.property(cohortsOf(), fc.tuple(fc.nat(), fc.nat()), (input, [one, other]) => {
      const gone = (people: SelectionInput["people"], which: number) =>
        people.filter((_, at) => at !== which % Math.max(1, people.length));
      const [first = "", second = ""] = [one, other].map(
        (which) => input.people[which % Math.max(1, input.people.length)]?.applicationNo,
      );
      const inTurn = (numbers: readonly string[]) =>
        numbers.reduce(
          (people, no) =>
            gone(
              people,
              Math.max(
                0,
                people.findIndex((each) => each.applicationNo === no),
              ),
            ),
          input.people,
        );
      if (first === second) return;
      expect(select({ ...input, people: inTurn([first, second]) })).toEqual(
        select({ ...input, people: inTurn([second, first]) }),
      );
    }),
    runs,
  );
});
