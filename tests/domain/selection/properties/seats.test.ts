import * as fc from "fast-check";
import { expect, test } from "vitest";
import { seatsOfRule } from "#app/domain/selection/choice/rule-groups.ts";
import type { ChoiceRule } from "#app/domain/selection/choice/choice-rule.ts";
import type { SelectionInput, SelectionPerson, SelectionResult } from "#app/domain/selection/selection.ts";
import { aPerson, select } from "#tests/domain/selection/cohort.ts";
import { instances } from "#tests/support/instances.ts";
import { cohortsOf, isSelected, seatsOf } from "./any-cohort.ts";

const runs = { numRuns: instances };

/** Whether everybody may take every seat: no maximum, no seat that stays vacant. */
function isOpenToAll(choice: ChoiceRule | undefined): boolean {
  if (!choice || choice.kind === "cut_off" || choice.kind === "guarantee") return true;
  if (choice.kind === "nested_bounds") return choice.bounds.every(({ max }) => max === null);
  if (choice.kind === "set_aside") return choice.unfilled === "dereserve";
  return choice.kind === "seat_blocks" && choice.unfilled === "open";
}

function personOf({ people }: SelectionInput, applicationNo: string): SelectionPerson {
  return people.find((each) => each.applicationNo === applicationNo)!;
}

function without(result: SelectionResult, track: string, input: SelectionInput): readonly SelectionPerson[] {
  return result.order
    .filter(({ applicationNo }) => !isSelected(result, applicationNo))
    .map(({ applicationNo }) => personOf(input, applicationNo))
    .filter(({ choices }) => choices.includes(track));
}

test("a track has an empty seat only when nobody qualified who names it and may sit there is left, but who was swapped out", () => {
  fc.assert(
    fc.property(cohortsOf({ swaps: true }), (input) => {
      const result = select(input);
      for (const { id, seats, choice } of input.rule.tracks) {
        expect(result.byTrack[id]).toBeLessThanOrEqual(seats);
        if (choice) expect(seatsOfRule(choice)).toBe(seats);
        if (result.byTrack[id] === seats || !isOpenToAll(choice)) continue;
        // Who is swapped out goes to the reserve list, also where another track they named has a seat: nobody else moves.
        const out = new Set(result.swaps.map((swap) => swap.out));
        expect(without(result, id, input).filter(({ applicationNo }) => !out.has(applicationNo))).toEqual([]);
      }
    }),
    runs,
  );
});

test("where everybody names every track and no seat is kept from anybody, min(seats, qualified) are selected", () => {
  fc.assert(
    fc.property(cohortsOf({ swaps: true }), (input) => {
      const { tracks } = input.rule;
      if (tracks.length > 1 && tracks.some(({ choice }) => choice) && input.rule.assignment !== "deferred_acceptance")
        return;
      if (!tracks.every(({ choice }) => isOpenToAll(choice))) return;
      const all = tracks.map(({ id }) => id);
      const people = input.people.map((each) => ({
        ...each,
        choices: [...each.choices, ...all.filter((id) => !each.choices.includes(id))],
      }));
      const result = select({ ...input, people });
      expect(result.selected.length).toBe(Math.min(result.seats, result.order.length));
    }),
    runs,
  );
});

test("under a maximum an empty seat is one that every person left would break it with", () => {
  fc.assert(
    fc.property(cohortsOf(), (input) => {
      const result = select(input);
      for (const { id, seats, choice } of input.rule.tracks) {
        if (choice?.kind !== "nested_bounds" || result.byTrack[id] === seats) continue;
        const full = choice.bounds.filter(({ group, max }) => {
          const sitting = result.selected.filter(({ track }) => track === id);
          return sitting.filter((each) => personOf(input, each.applicationNo).tags.includes(group)).length === max;
        });
        for (const { tags } of without(result, id, input)) {
          expect(full.some(({ group }) => tags.includes(group))).toBe(true);
        }
      }
    }),
    runs,
  );
});

test("nobody without a seat outranks somebody who sits, in a track they named, on a seat with the same claim", () => {
  fc.assert(
    fc.property(cohortsOf({ assignments: ["score_first", "deferred_acceptance"] }), (input) => {
      const result = select(input);
      const rankOf = new Map(result.order.map(({ applicationNo, rank }) => [applicationNo, rank]));
      for (const { id } of input.rule.tracks) {
        const behind = without(result, id, input);
        for (const { applicationNo, meritRank } of result.selected.filter(({ track }) => track === id)) {
          const claim = personOf(input, applicationNo).tags.toSorted().join();
          const same = behind.filter(({ tags }) => tags.toSorted().join() === claim);
          for (const other of same) expect(rankOf.get(other.applicationNo)).toBeGreaterThan(meritRank);
        }
      }
    }),
    runs,
  );
});

test("by choice_first nobody outranks within one track those who named it as early", () => {
  fc.assert(
    fc.property(cohortsOf({ assignments: ["choice_first"] }), (input) => {
      if (input.rule.tracks.some(({ choice }) => choice)) return;
      const result = select(input);
      const rankOf = new Map(result.order.map(({ applicationNo, rank }) => [applicationNo, rank]));
      for (const { track, choiceOrder, meritRank } of result.selected) {
        const rivals = without(result, track, input).filter(({ choices }) => choices[choiceOrder - 1] === track);
        for (const rival of rivals) expect(rankOf.get(rival.applicationNo)).toBeGreaterThan(meritRank);
      }
    }),
    runs,
  );
});

test("what a rule guarantees a group is met, or its shortage is reported", () => {
  fc.assert(
    fc.property(cohortsOf(), (input) => {
      const result = select(input);
      for (const { id, choice } of input.rule.tracks) {
        const report = result.choices[id];
        expect(report !== undefined).toBe(choice !== undefined);
        if (!choice || !report) continue;
        for (const { guaranteed, filled, short } of report.groups) expect(short).toBe(Math.max(0, guaranteed - filled));
        const isShort = report.groups.some(({ short }) => short > 0);
        if (report.filled < report.seats) expect(isShort || report.shortages.length > 0).toBe(true);
        // A category or block that lacks people says so by its own line: so many available, so many short.
        const isKept = choice.kind === "set_aside" || choice.kind === "seat_blocks";
        if (isShort && !isKept) expect(report.shortages.length).toBeGreaterThan(0);
        if (choice.kind !== "nested_bounds") continue;
        for (const { group, min } of choice.bounds) {
          const sitting = result.selected.filter(({ track }) => track === id);
          const own = sitting.filter((each) => personOf(input, each.applicationNo).tags.includes(group)).length;
          expect(report.groups.find((each) => each.group === group)?.short).toBe(Math.max(0, min - own));
        }
      }
    }),
    runs,
  );
});

test("the order in which people, their tags and claims are handed in changes nothing", () => {
  const shuffled = cohortsOf({ swaps: true }).chain((input) =>
    fc.record({
      input: fc.constant(input),
      people: fc.shuffledSubarray([...input.people], { minLength: input.people.length }),
    }),
  );
  fc.assert(
    fc.property(shuffled, ({ input, people }) => {
      const turned = people.map((each) => ({ ...each, tags: each.tags.toReversed() }));
      expect(select({ ...input, people: turned })).toEqual(select(input));
    }),
    runs,
  );
});

test("somebody who misses a minimum changes nothing for others", () => {
  fc.assert(
    fc.property(cohortsOf({ swaps: true }), fc.constantFrom("two", "three"), (input, tag) => {
      const choices = [input.rule.tracks[0]?.id ?? ""];
      const failing = aPerson("N000", "59.99", { choices, tags: [tag], claims: ["bonus"] });
      const before = select(input);
      const after = select({ ...input, people: [failing, ...input.people] });
      expect(seatsOf(after)).toEqual(seatsOf(before));
      expect(after.reserves).toEqual(before.reserves);
      expect(after.order).toEqual(before.order);
    }),
    runs,
  );
});

test("when a person without a seat goes, everybody keeps theirs", () => {
  fc.assert(
    fc.property(cohortsOf(), (input) => {
      const before = select(input);
      const leaver = before.order.find(({ applicationNo }) => !isSelected(before, applicationNo));
      const people = input.people.filter(({ applicationNo }) => applicationNo !== leaver?.applicationNo);
      expect(seatsOf(select({ ...input, people }))).toEqual(seatsOf(before));
    }),
    runs,
  );
});
