import * as fc from "fast-check";
import { expect, test } from "vitest";
import { reserveLength } from "#app/domain/selection/reserve-list.ts";
import { selectCohort } from "#app/domain/selection/select-cohort.ts";
import { selectionDigest } from "#app/domain/selection/selection-digest.ts";
import type { SelectionInput, SelectionPerson, SelectionResult } from "#app/domain/selection/selection.ts";
import { instances } from "#tests/support/instances.ts";
import { aPerson, aRule, scored, select } from "#tests/domain/selection/cohort.ts";

const draw = { seed: "00ff", label: "properties" };
const share = { id: "half", kind: "region_swap", tag: "local", percent: "50" } as const;

const ruleOf = (shares: readonly (typeof share)[]) =>
  fc.record({
    seats: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 2 }),
    assignment: fc.constantFrom("score_first" as const, "choice_first" as const),
    quotas: fc.constantFrom([], shares),
    percentOfSeats: fc.constantFrom("20", "50", "100"),
  });

const person = fc.record({
  score: fc.integer({ min: 56, max: 68 }),
  choices: fc.constantFrom(["a"], ["b"], ["a", "b"], ["b", "a"]),
  tags: fc.constantFrom([], ["local"]),
  claims: fc.constantFrom([], ["small"], ["large"], ["small", "large"]),
});

type Spec = { shares?: readonly (typeof share)[]; last?: "lottery" | "committee_decision"; most?: number };

function aCohort({ shares = [share], last = "lottery", most = 16 }: Spec = {}): fc.Arbitrary<SelectionInput> {
  return fc.tuple(ruleOf(shares), fc.array(person, { maxLength: most })).map(([chosen, people]) => ({
    rule: aRule({
      tracks: ["a", "b"].map((id, index) => ({ id, seats: chosen.seats[index] ?? 0 })),
      assignment: chosen.assignment,
      quotas: chosen.quotas,
      reserve: { percentOfSeats: chosen.percentOfSeats },
      bonus: {
        cap: "3",
        items: [
          { id: "small", points: "1" },
          { id: "large", points: "3" },
        ],
      },
      tieBreakers: [{ by: last }],
    }),
    people: people.map(({ score, ...rest }, index) => aPerson(`N${100 + index}`, String(score), rest)),
    draw,
  }));
}

function outcome({ selected, reserves, swaps }: SelectionResult) {
  return {
    selected: selected.map(({ applicationNo, track, how }) => `${applicationNo} ${track} ${how}`).toSorted(),
    displaced: swaps.map((swap) => swap.out).toSorted(),
    reserves: reserves.map(({ applicationNo, track, number }) => `${applicationNo} ${track} ${number}`),
  };
}

test("nobody is seated beyond a track's seats, and everybody stands in exactly one list", () => {
  fc.assert(
    fc.property(aCohort(), (input) => {
      const result = select(input);
      for (const { id, seats } of input.rule.tracks) {
        const waiting = result.order.length - result.selected.length;
        expect(result.byTrack[id]).toBeLessThanOrEqual(seats);
        const free = result.unfilled.find(({ track }) => track === id)?.seats ?? 0;
        expect(free).toBe(seats - (result.byTrack[id] ?? 0));
        expect(result.reserves.filter(({ track }) => track === id).length).toBeLessThanOrEqual(waiting);
      }
      const everybody = [...result.selected, ...result.reserves, ...result.notSelected];
      expect(everybody.map(({ applicationNo }) => applicationNo).toSorted()).toEqual(
        input.people.map(({ applicationNo }) => applicationNo),
      );
    }),
  );
});

test("the order in which people are handed in changes neither outcome nor digest", () => {
  const shuffled = aCohort().chain((input) =>
    fc.tuple(fc.constant(input), fc.shuffledSubarray([...input.people], { minLength: input.people.length })),
  );
  fc.assert(
    fc.property(shuffled, ([input, people]) => {
      expect(selectCohort({ ...input, people })).toEqual(selectCohort(input));
    }),
  );
});

test("somebody who misses a minimum changes nothing for others", () => {
  fc.assert(
    fc.property(aCohort(), person, (input, { choices, tags, claims }) => {
      const failing = aPerson("N999", "59.99", { choices, tags, claims });
      const more = select({ ...input, people: [...input.people, failing] });
      expect(outcome(more)).toEqual(outcome(select(input)));
    }),
  );
});

function raised(people: readonly SelectionPerson[], applicationNo: string, points: number): SelectionPerson[] {
  return people.map((each) => {
    if (each.applicationNo !== applicationNo) return each;
    return { ...each, stages: { interview: scored(String(Number(each.stages["interview"]?.score) + points)) } };
  });
}

function isSelected(result: SelectionResult, applicationNo: string): boolean {
  return result.selected.some((seated) => seated.applicationNo === applicationNo);
}

test("a higher own score never costs a seat", () => {
  fc.assert(
    fc.property(aCohort({ shares: [] }), fc.integer({ min: 1, max: 8 }), (input, points) => {
      for (const { applicationNo } of select(input).selected) {
        const people = raised(input.people, applicationNo, points);
        expect(isSelected(select({ ...input, people }), applicationNo)).toBe(true);
      }
    }),
  );
});

test("with a regional share it never costs a resident's seat, nor that of anybody with a single choice", () => {
  fc.assert(
    fc.property(aCohort(), fc.boolean(), fc.integer({ min: 1, max: 8 }), (input, single, points) => {
      const people = input.people.map((each) => ({ ...each, choices: each.choices.slice(0, single ? 1 : 2) }));
      for (const { applicationNo } of select({ ...input, people }).selected) {
        const resident = people.some((each) => each.applicationNo === applicationNo && each.tags.includes("local"));
        if (!single && !resident) continue;
        const higher = raised(people, applicationNo, points);
        expect(isSelected(select({ ...input, people: higher }), applicationNo)).toBe(true);
      }
    }),
  );
});

test("by score nobody is without a seat while a lower rank sits in a track that they named", () => {
  fc.assert(
    fc.property(aCohort({ shares: [] }), (input) => {
      const result = select({ ...input, rule: { ...input.rule, assignment: "score_first" } });
      for (const { applicationNo, rank } of result.order) {
        if (isSelected(result, applicationNo)) continue;
        const choices = input.people.find((each) => each.applicationNo === applicationNo)?.choices ?? [];
        const behind = result.selected.filter((seated) => choices.includes(seated.track) && seated.meritRank > rank);
        expect(behind).toEqual([]);
      }
    }),
  );
});

test("the region swap keeps how many are selected, moves nobody else and never lowers the residents", () => {
  fc.assert(
    fc.property(aCohort(), (input) => {
      const after = select(input);
      const before = select({ ...input, rule: { ...input.rule, quotas: [] } });
      const moved = new Set(after.swaps.flatMap((swap) => [swap.in, swap.out]));
      const still = ({ selected }: SelectionResult) =>
        selected
          .filter(({ applicationNo }) => !moved.has(applicationNo))
          .map(({ applicationNo, track }) => [applicationNo, track]);
      const local = (result: SelectionResult) =>
        input.people.filter((each) => each.tags.includes("local") && isSelected(result, each.applicationNo)).length;
      expect(after.byTrack).toEqual(before.byTrack);
      expect(still(after)).toEqual(still(before));
      expect(local(after)).toBe(local(before) + after.swaps.length);
      const report = after.quotas[0];
      if (report) expect(report.shortfall).toBe(Math.max(0, Math.ceil(after.selected.length / 2) - local(after)));
    }),
  );
});

test("every reserve list is as long as the rule says, or as there are people for it", () => {
  fc.assert(
    fc.property(aCohort(), (input) => {
      const result = select(input);
      for (const { id, seats } of input.rule.tracks) {
        const waiting = result.order.filter(({ applicationNo }) => {
          const first = input.people.find((each) => each.applicationNo === applicationNo)?.choices[0];
          return first === id && !isSelected(result, applicationNo);
        });
        const numbers = result.reserves.filter(({ track }) => track === id).map(({ number }) => number);
        const length = Math.min(waiting.length, reserveLength(input.rule.reserve.percentOfSeats, seats));
        expect(numbers).toEqual(Array.from({ length }, (_, index) => index + 1));
      }
    }),
  );
});

function permutations<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((first, index) => permutations(items.toSpliced(index, 1)).map((rest) => [first, ...rest]));
}

/** Every outcome that the committee could bring about, whatever it decides on every tie. */
function possibleOutcomes(input: SelectionInput): ReadonlySet<string> {
  const totals = select({ ...input, rule: { ...input.rule, tieBreakers: [{ by: "lottery" }] } }).order;
  const distinct = [...new Set(totals.map(({ exactTotal }) => exactTotal))];
  const ties = distinct.map((total) => totals.filter(({ exactTotal }) => exactTotal === total));
  const decisions = ties.map((tie) => permutations(tie.map(({ applicationNo }) => applicationNo)));
  const sets = decisions.reduce<readonly (readonly (readonly string[])[])[]>(
    (all, orders) => all.flatMap((chosen) => orders.map((order) => [...chosen, order])),
    [[]],
  );
  return new Set(sets.map((tieDecisions) => JSON.stringify(outcome(select({ ...input, tieDecisions })))));
}

test("the committee is asked exactly when its answer could change somebody's outcome", () => {
  fc.assert(
    fc.property(aCohort({ last: "committee_decision", most: 6 }), (input) => {
      const asked = selectCohort(input);
      const possible = possibleOutcomes(input);
      expect(asked.status).toBe(possible.size > 1 ? "stopped" : "complete");
      if (asked.status === "complete") expect(possible).toContain(JSON.stringify(outcome(asked)));
    }),
    { numRuns: instances },
  );
});

test("answering each question brings the run to its end", () => {
  fc.assert(
    fc.property(aCohort({ last: "committee_decision" }), (input) => {
      const tieDecisions: (readonly string[])[] = [];
      for (let question = 0; question <= input.people.length; question += 1) {
        const run = selectCohort({ ...input, tieDecisions });
        if (run.status === "complete") return;
        if (run.status !== "stopped") throw new Error("refused");
        expect(run.tie.contenders.length).toBeGreaterThan(1);
        expect(run.tie.group).toEqual(expect.arrayContaining([...run.tie.contenders]));
        tieDecisions.push(run.tie.group.toReversed());
      }
      throw new Error("the questions never end");
    }),
  );
});

test("the digest is of rule and people alone, sets in any order, and changes with every score", () => {
  const claimed = { claims: ["award", "veteran"], claimsAsked: ["award", "veteran"] };
  const one = aPerson("1", "80", { tags: ["x", "y"], ...claimed });
  const turned = { claims: ["veteran", "award"], claimsAsked: ["veteran", "award", "veteran"] };
  const same = { ...one, tags: ["y", "x", "y"], ...turned };
  const digest = selectionDigest({ rule: aRule(), people: [one] });
  expect(digest).toMatch(/^[0-9a-f]{64}$/);
  expect(selectionDigest({ rule: aRule(), people: [same] })).toBe(digest);
  expect(
    selectionDigest({ rule: aRule(), people: [aPerson("1", "80.01", { tags: ["x", "y"], ...claimed })] }),
  ).not.toBe(digest);
  expect(selectionDigest({ rule: aRule({ minimumTotal: "61" }), people: [one] })).not.toBe(digest);
});
