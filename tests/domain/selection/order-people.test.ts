import { expect, test } from "vitest";
import { ticketOf } from "#app/domain/draw/seeded-order.ts";
import { selectCohort } from "#app/domain/selection/select-cohort.ts";
import type { SelectionRule, TieBreaker } from "#app/domain/selection/selection.ts";
import { aPerson, aRule, listed, scored, seated, select } from "#tests/domain/selection/cohort.ts";

const oneTrack: Partial<SelectionRule> = { tracks: [{ id: "a", seats: 2 }], reserve: { percentOfSeats: "100" } };

const chain: readonly TieBreaker[] = [
  { by: "claim", item: "veteran" },
  { by: "stage", stage: "interview", prefer: "high" },
  { by: "criterion", stage: "interview", criterion: "will", prefer: "high" },
  { by: "committee_decision" },
];

test("equal totals are ordered by the preference, then the stage, then the unrounded criterion", () => {
  const rule = aRule({
    tracks: [{ id: "a", seats: 5 }],
    tieBreakers: chain,
    bonus: {
      cap: "5",
      items: [
        { id: "veteran", points: "3" },
        { id: "award", points: "2" },
      ],
    },
  });
  const people = [
    aPerson("1", "80", { stages: { interview: scored("80", "61/3") } }),
    aPerson("2", "80", { stages: { interview: scored("80", "62/3") } }),
    aPerson("3", "77", { claims: ["veteran"] }),
    aPerson("4", "78", { claims: ["award"] }),
  ];
  const result = select({ rule, people });
  expect(seated(result, "a")).toEqual(["3", "2", "1", "4"]);
  expect(result.order.map(({ decidedBy }) => decidedBy)).toEqual([[0], [0, 2], [1, 2], [1]]);
  expect(result.order.every(({ sameTotal }) => sameTotal === 4)).toBe(true);
});

test("rank on the rounded total makes a tie that the exact total would not", () => {
  const people = [aPerson("1", "80.001"), aPerson("2", "80.004"), aPerson("3", "70")];
  const rule = aRule({ ...oneTrack, tracks: [{ id: "a", seats: 1 }] });
  expect(selectCohort({ rule, people })).toMatchObject({ status: "stopped", tie: { group: ["1", "2"] } });
  expect(seated(select({ rule: { ...rule, rankOn: "exact" }, people }), "a")).toEqual(["2"]);
});

test("a tie of three over the last place stops the run until the committee's order is recorded", () => {
  const people = [aPerson("1", "90"), aPerson("2", "80"), aPerson("3", "80"), aPerson("4", "80")];
  const rule = aRule(oneTrack);
  expect(selectCohort({ rule, people })).toMatchObject({
    status: "stopped",
    tie: { group: ["2", "3", "4"], contenders: ["2", "3", "4"], where: "seat", track: "a" },
  });
  const result = select({ rule, people, tieDecisions: [["4", "2", "3"]] });
  expect(seated(result, "a")).toEqual(["1", "4"]);
  expect(listed(result, "a")).toEqual(["2", "3"]);
  expect(result.decidedTies).toEqual([["4", "2", "3"]]);
  expect(result.order.map(({ rank }) => rank)).toEqual([1, 2, 3, 4]);
  expect(result.order[1]?.decidedBy).toEqual([0]);
});

test("a decision about other people, or about only some of the tie, decides nothing", () => {
  const people = [aPerson("1", "80"), aPerson("2", "80"), aPerson("3", "80")];
  for (const decision of [
    ["1", "2"],
    ["1", "2", "3", "4"],
    ["1", "2", "2"],
  ]) {
    expect(selectCohort({ rule: aRule(oneTrack), people, tieDecisions: [decision] })).toMatchObject({
      status: "stopped",
    });
  }
});

test("a tie wholly inside the seats or wholly outside the lists is shown, not asked", () => {
  const people = [
    aPerson("1", "90"),
    aPerson("2", "90"),
    aPerson("3", "80"),
    aPerson("4", "79"),
    aPerson("5", "70"),
    aPerson("6", "70"),
  ];
  const result = select({ rule: aRule(oneTrack), people });
  expect(result.harmlessTies).toEqual([
    ["1", "2"],
    ["5", "6"],
  ]);
  expect(result.order.map(({ rank }) => rank)).toEqual([1, 1, 3, 4, 5, 5]);
});

test("a tie over a reserve number or over the end of the list is asked", () => {
  const ahead = [aPerson("1", "90"), aPerson("2", "89")];
  const numbers = selectCohort({ rule: aRule(oneTrack), people: [...ahead, aPerson("3", "80"), aPerson("4", "80")] });
  expect(numbers).toMatchObject({ tie: { where: "reserve_number", group: ["3", "4"] } });
  const end = [...ahead, aPerson("3", "81"), aPerson("4", "80"), aPerson("5", "80")];
  expect(selectCohort({ rule: aRule(oneTrack), people: end })).toMatchObject({ tie: { where: "end_of_reserve_list" } });
});

test("a tie of people who want different tracks does not matter", () => {
  const rule = aRule({
    tracks: [
      { id: "a", seats: 1 },
      { id: "b", seats: 1 },
    ],
  });
  const people = [aPerson("1", "80", { choices: ["a", "b"] }), aPerson("2", "80", { choices: ["b", "a"] })];
  expect(select({ rule, people }).byTrack).toEqual({ a: 1, b: 1 });
});

test("a lottery orders a tie by published tickets, whoever else is in it", () => {
  const draw = { seed: "00ff", label: "final" };
  const rule = aRule({ ...oneTrack, tieBreakers: [{ by: "lottery" }] });
  const numbers = ["1", "2", "3", "4"];
  const byTicket = numbers.toSorted((left, right) => (ticketOf(draw, left) < ticketOf(draw, right) ? -1 : 1));
  const result = select({ rule, people: numbers.map((no) => aPerson(no, "80")), draw });
  expect(result.order.map(({ applicationNo }) => applicationNo)).toEqual(byTicket);
  const fewer = select({
    rule,
    people: numbers.filter((no) => no !== byTicket[0]).map((no) => aPerson(no, "80")),
    draw,
  });
  expect(fewer.order.map(({ applicationNo }) => applicationNo)).toEqual(byTicket.slice(1));
  expect(selectCohort({ rule, people: [] })).toMatchObject({ status: "refused", refusal: { reason: "draw_missing" } });
});
