import { expect, test } from "vitest";
import type { ChoiceRule } from "#app/domain/selection/choice/choice-rule.ts";
import { selectCohort } from "#app/domain/selection/select-cohort.ts";
import type { SelectionInput, SelectionPerson } from "#app/domain/selection/selection.ts";
import { loadIntegerSolver } from "#app/solver/highs.ts";
import { aPerson, aRule, seated, select } from "./cohort.ts";

/** One track; A is best, then B, C, D, E. */
function oneTrack(choice: ChoiceRule, tagsOf: Readonly<Record<string, readonly string[]>>, seats = 2): SelectionInput {
  const people = ["A", "B", "C", "D", "E"].map((no, at) => aPerson(no, `${95 - at}`, { tags: tagsOf[no] ?? [] }));
  return { rule: aRule({ tracks: [{ id: "a", seats, choice }] }), people };
}

const women = { A: [], D: ["women"], E: ["women"] };

test("a guaranteed seat goes to the best of its group, who would not have been in, and the ledger says so", () => {
  const choice = { kind: "guarantee", seats: 2, guaranteed: [{ group: "women", seats: 1 }] } as const;
  const result = select(oneTrack(choice, women));
  expect(seated(result, "a")).toEqual(["A", "D"]);
  expect(result.selected.map(({ how, seat }) => [how, seat])).toEqual([
    ["merit", { kind: "open" }],
    ["guaranteed", { kind: "guaranteed", group: "women" }],
  ]);
  expect(result.displacement).toEqual({ gained: ["D"], lost: ["B"] });
  expect(result.choices["a"]).toMatchObject({ filled: 2, groups: [{ group: "women", filled: 1, short: 0 }] });
  expect(result.cutLines).toEqual([{ track: "a", seats: 2, lowestTotal: "95.00", lowestRank: 1 }]);
});

test("who is kept out by a maximum is told so, and not that others were better", () => {
  const choice = { kind: "nested_bounds", seats: 2, bounds: [{ group: "men", min: 0, max: 1 }] } as const;
  const men = { A: ["men"], B: ["men"], C: ["men"] };
  const result = select({
    ...oneTrack(choice, men),
    rule: aRule({ tracks: [{ id: "a", seats: 2, choice }], reserve: { percentOfSeats: "0" } }),
  });
  expect(seated(result, "a")).toEqual(["A", "D"]);
  expect(result.notSelected.map(({ applicationNo, code }) => [applicationNo, code])).toEqual([
    ["B", "ceiling"],
    ["C", "ceiling"],
    ["E", "outranked"],
  ]);
});

test("tracks with groups and several choices are matched: nobody takes a seat whom somebody better wanted", () => {
  const choice = { kind: "guarantee", seats: 1, guaranteed: [{ group: "women", seats: 1 }] } as const;
  const people = [
    aPerson("A", "95", { choices: ["a", "b"] }),
    aPerson("B", "94", { choices: ["b", "a"] }),
    aPerson("C", "93", { choices: ["a", "b"], tags: ["women"] }),
  ];
  const tracks = [
    { id: "a", seats: 1, choice },
    { id: "b", seats: 1 },
  ];
  const result = select({ rule: aRule({ tracks, assignment: "deferred_acceptance" }), people });
  expect([seated(result, "a"), seated(result, "b")]).toEqual([["C"], ["A"]]);
  expect(result.selected.map(({ choiceOrder }) => choiceOrder)).toEqual([1, 2]);
});

test("a tie over a kept seat is put before the committee, one that is seated whole is not", () => {
  const choice = { kind: "guarantee", seats: 2, guaranteed: [{ group: "women", seats: 1 }] } as const;
  const rule = aRule({ tracks: [{ id: "a", seats: 2, choice }], reserve: { percentOfSeats: "0" } });
  const equal = [aPerson("A", "95"), aPerson("B", "90", { tags: ["women"] }), aPerson("C", "90", { tags: ["women"] })];
  expect(selectCohort({ rule, people: equal })).toMatchObject({
    status: "stopped",
    tie: { group: ["B", "C"], where: "seat", track: "a" },
  });
  const decided = select({ rule, people: equal, tieDecisions: [["C", "B"]] });
  expect(seated(decided, "a")).toEqual(["A", "C"]);
  const both = select({ rule, people: equal.slice(1) });
  expect([seated(both, "a"), both.harmlessTies]).toEqual([["B", "C"], [["B", "C"]]]);
});

const guarantee = { kind: "guarantee", seats: 2, guaranteed: [{ group: "women", seats: 1 }] } as const;
const expert = { kind: "overlapping_bounds", seats: 2, bounds: [{ group: "women", min: 1, max: null }] } as const;
const track = { id: "a", seats: 2, choice: guarantee };
const wishes: Partial<SelectionPerson> = { choices: ["a", "b"] };
const two = [track, { id: "b", seats: 1 }];

test.each<readonly [string, Partial<SelectionInput["rule"]>, Partial<SelectionPerson>, string, string]>([
  ["seats that differ from the track's", { tracks: [{ ...track, seats: 3 }] }, {}, "choice_seats_differ", "a"],
  [
    "a region's share beside it",
    { tracks: [track], quotas: [{ id: "half", kind: "region_swap", tag: "here", percent: "50" }] },
    {},
    "share_with_choice",
    "half",
  ],
  ["several choices, seated in turn", { tracks: two }, wishes, "choice_needs_deferred_acceptance", "X"],
  ["overlapping bounds without a solver", { tracks: [{ ...track, choice: expert }] }, {}, "solver_missing", "a"],
  [
    "overlapping bounds beside several choices",
    {
      tracks: [
        { ...track, choice: expert },
        { id: "b", seats: 1 },
      ],
      assignment: "deferred_acceptance",
    },
    wishes,
    "overlapping_bounds_with_tracks",
    "a",
  ],
  [
    "more guaranteed seats than seats",
    { tracks: [{ ...track, choice: { ...guarantee, guaranteed: [{ group: "women", seats: 3 }] } }] },
    {},
    "choice_invalid",
    "a",
  ],
  [
    "more than 31 groups",
    {
      tracks: [
        {
          ...track,
          choice: { ...guarantee, guaranteed: Array.from({ length: 32 }, (_, at) => ({ group: `g${at}`, seats: 0 })) },
        },
      ],
    },
    {},
    "choice_invalid",
    "g31",
  ],
])("a rule that chooses by groups is refused with %s", (_, rule, person, reason, subject) => {
  const people = [aPerson("X", "90", person)];
  expect(selectCohort({ rule: aRule(rule), people })).toEqual({ status: "refused", refusal: { reason, subject } });
});

test("31 groups are not too many", () => {
  const guaranteed = Array.from({ length: 31 }, (_, at) => ({ group: `g${at}`, seats: 0 }));
  const rule = aRule({ tracks: [{ ...track, choice: { ...guarantee, guaranteed } }] });
  expect(selectCohort({ rule, people: [aPerson("X", "90")] }).status).toBe("complete");
});

test("overlapping bounds are met exactly with a solver", async () => {
  const solver = await loadIntegerSolver();
  const choice: ChoiceRule = {
    kind: "overlapping_bounds",
    seats: 2,
    bounds: [
      { group: "women", min: 1, max: null },
      { group: "young", min: 1, max: 1 },
    ],
  };
  const tags = { A: ["young"], B: ["young"], C: ["young"], D: ["women"], E: ["women", "young"] };
  const outcome = selectCohort(oneTrack(choice, tags), { solver });
  expect(outcome.status === "complete" && seated(outcome, "a")).toEqual(["A", "D"]);
});

test("a region's share may be swapped over tracks that were matched without groups", () => {
  const people = [aPerson("A", "95"), aPerson("B", "94"), aPerson("C", "93", { tags: ["here"] })];
  const quotas = [{ id: "half", kind: "region_swap", tag: "here", percent: "50" } as const];
  const result = select({ rule: aRule({ assignment: "deferred_acceptance", quotas }), people });
  expect(seated(result, "a")).toEqual(["A", "C"]);
  expect(result.swaps).toEqual([{ quota: "half", track: "a", out: "B", in: "C" }]);
});
