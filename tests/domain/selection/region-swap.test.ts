import { expect, test } from "vitest";
import { selectCohort } from "#app/domain/selection/select-cohort.ts";
import type { SelectionRule } from "#app/domain/selection/selection.ts";
import { aPerson, aRule, listed, seated, select } from "#tests/domain/selection/cohort.ts";

const tags = ["gwangju"];
const half: Partial<SelectionRule> = {
  quotas: [{ id: "half", kind: "region_swap", tag: "gwangju", percent: "50" }],
  reserve: { percentOfSeats: "100" },
};

test("the lowest seated non-resident changes places with the best resident of the track and becomes reserve number 1", () => {
  const people = [
    aPerson("1", "90"),
    aPerson("2", "88"),
    aPerson("3", "86"),
    aPerson("4", "70", { tags }),
    aPerson("5", "72", { tags }),
  ];
  const rule = aRule({ ...half, tracks: [{ id: "a", seats: 2 }] });
  const result = select({ rule, people });
  expect(seated(result, "a")).toEqual(["1", "5"]);
  expect(result.swaps).toEqual([{ quota: "half", track: "a", out: "2", in: "5" }]);
  expect(listed(result, "a")).toEqual(["2", "3"]);
  expect(result.reserves[0]).toMatchObject({ number: 1, displacedBy: "5" });
  expect(result.quotas).toMatchObject([{ selected: 2, needed: 1, byMerit: 0, achieved: 1, shortfall: 0 }]);
  expect(result.cutLines[0]).toMatchObject({ lowestTotal: "90.00" });
});

test("nothing moves when the share is reached by merit", () => {
  const people = [aPerson("1", "90", { tags }), aPerson("2", "88"), aPerson("3", "86", { tags })];
  const result = select({ rule: aRule({ ...half, tracks: [{ id: "a", seats: 2 }] }), people });
  expect(result.swaps).toEqual([]);
  expect(seated(result, "a")).toEqual(["1", "2"]);
});

test("a non-resident whose track has no resident left stays, and the next one up is taken", () => {
  const people = [
    aPerson("1", "90", { choices: ["a"] }),
    aPerson("2", "80", { choices: ["b"] }),
    aPerson("3", "70", { choices: ["a"], tags }),
  ];
  const rule = aRule({
    ...half,
    tracks: [
      { id: "a", seats: 1 },
      { id: "b", seats: 1 },
    ],
  });
  const result = select({ rule, people });
  expect(seated(result, "a")).toEqual(["3"]);
  expect(seated(result, "b")).toEqual(["2"]);
});

test("a resident naming the track first goes before a better one naming it second", () => {
  const people = [
    aPerson("1", "95", { choices: ["b"] }),
    aPerson("2", "90", { choices: ["a"] }),
    aPerson("3", "70", { choices: ["a"], tags }),
    aPerson("4", "75", { choices: ["b", "a"], tags }),
  ];
  const rule = aRule({
    ...half,
    tracks: [
      { id: "a", seats: 1 },
      { id: "b", seats: 1 },
    ],
  });
  expect(select({ rule, people }).swaps).toEqual([{ quota: "half", track: "a", out: "2", in: "3" }]);
  const withoutThird = people.filter(({ applicationNo }) => applicationNo !== "3");
  const result = select({ rule, people: withoutThird });
  expect(result.swaps).toEqual([{ quota: "half", track: "a", out: "2", in: "4" }]);
  expect(result.selected.find(({ applicationNo }) => applicationNo === "4")).toMatchObject({
    choiceOrder: 2,
    how: "region_swap",
  });
});

test("a tie over who is swapped out, or over who comes in, is asked", () => {
  const rule = aRule({ ...half, tracks: [{ id: "a", seats: 2 }] });
  const out = [aPerson("1", "88"), aPerson("2", "88"), aPerson("3", "70", { tags })];
  expect(selectCohort({ rule, people: out })).toMatchObject({ tie: { where: "swap", group: ["1", "2"], track: "a" } });
  expect(seated(select({ rule, people: out, tieDecisions: [["2", "1"]] }), "a")).toEqual(["2", "3"]);
  const into = [aPerson("1", "89"), aPerson("2", "88"), aPerson("3", "70", { tags }), aPerson("4", "70", { tags })];
  expect(selectCohort({ rule, people: into })).toMatchObject({ tie: { where: "swap", group: ["3", "4"], track: "a" } });
});

test("a tie of two who are both swapped out is not asked about the swap, only about their reserve numbers", () => {
  const rule = aRule({ ...half, tracks: [{ id: "a", seats: 4 }] });
  const people = [
    aPerson("1", "90"),
    aPerson("2", "89"),
    aPerson("3", "80"),
    aPerson("4", "80"),
    aPerson("5", "70", { tags }),
    aPerson("6", "69", { tags }),
  ];
  expect(selectCohort({ rule, people })).toMatchObject({ tie: { where: "reserve_number", group: ["3", "4"] } });
});

test("a tie of seven at the swap is found although not every order is tried", () => {
  const rule = aRule({ ...half, tracks: [{ id: "a", seats: 8 }] });
  const people = [
    aPerson("10", "95"),
    ...Array.from({ length: 7 }, (_, index) => aPerson(`2${index}`, "80")),
    ...Array.from({ length: 5 }, (_, index) => aPerson(`3${index}`, `${70 - index}`, { tags })),
  ];
  expect(selectCohort({ rule, people })).toMatchObject({ tie: { where: "swap", track: "a" } });
});
