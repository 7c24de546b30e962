import { expect, test } from "vitest";
import { selectCohort } from "#app/domain/selection/select-cohort.ts";
import { aPerson, aRule, listed, seated, select } from "#tests/domain/selection/cohort.ts";

const tracks = [
  { id: "a", seats: 1 },
  { id: "b", seats: 2 },
];

const people = [
  aPerson("1", "90", { choices: ["a", "b"] }),
  aPerson("2", "85", { choices: ["a", "b"] }),
  aPerson("3", "80", { choices: ["b"] }),
  aPerson("4", "75", { choices: ["b"] }),
];

test("score first: the higher total takes a second choice before a lower total's first choice", () => {
  const result = select({ rule: aRule({ tracks, assignment: "score_first" }), people });
  expect(seated(result, "a")).toEqual(["1"]);
  expect(seated(result, "b")).toEqual(["2", "3"]);
  expect(result.selected.find(({ applicationNo }) => applicationNo === "2")).toMatchObject({
    choiceOrder: 2,
    how: "merit",
  });
  expect(listed(result, "b")).toEqual(["4"]);
});

test("choice first: a track is filled with those who named it first, whatever others' totals", () => {
  const result = select({ rule: aRule({ tracks, assignment: "choice_first" }), people });
  expect(seated(result, "b")).toEqual(["3", "4"]);
  expect(listed(result, "a")).toEqual(["2"]);
});

test("choice first: a track still short takes unselected people who named it second, who leave their own list", () => {
  const three = [
    { id: "a", seats: 1 },
    { id: "b", seats: 3 },
  ];
  const rule = aRule({ tracks: three, assignment: "choice_first", reserve: { percentOfSeats: "100" } });
  const result = select({ rule, people });
  expect(seated(result, "b")).toEqual(["2", "3", "4"]);
  expect(listed(result, "a")).toEqual([]);
});

test("choice first: two people tied for a short track's last seat are asked about, though their first choices differ", () => {
  const rule = aRule({
    tracks: [
      { id: "a", seats: 1 },
      { id: "b", seats: 1 },
      { id: "c", seats: 1 },
    ],
    assignment: "choice_first",
  });
  const tied = [
    aPerson("1", "90", { choices: ["a"] }),
    aPerson("2", "90", { choices: ["b"] }),
    aPerson("3", "80", { choices: ["a", "c"] }),
    aPerson("4", "80", { choices: ["b", "c"] }),
  ];
  expect(selectCohort({ rule, people: tied })).toMatchObject({ tie: { where: "seat", track: "c", group: ["3", "4"] } });
});

test("empty seats are reported with the reason, and the cut line is the lowest total by merit", () => {
  const rule = aRule({
    tracks: [
      { id: "a", seats: 3 },
      { id: "b", seats: 2 },
    ],
  });
  const result = select({ rule, people });
  expect(result.unfilled).toEqual([{ track: "a", seats: 1, reason: "no_qualified_applicant_left" }]);
  expect(result.cutLines).toEqual([
    { track: "a", seats: 3, lowestTotal: "85.00", lowestRank: 2 },
    { track: "b", seats: 2, lowestTotal: "75.00", lowestRank: 4 },
  ]);
});

test("reserve lists are ceil(percent × seats) long and each person stands once, on the first choice's list", () => {
  const rule = aRule({
    tracks: [
      { id: "a", seats: 5 },
      { id: "b", seats: 1 },
    ],
    reserve: { percentOfSeats: "30" },
  });
  const many = Array.from({ length: 12 }, (_, index) => aPerson(`1${index}`, `${90 - index}`, { choices: ["a", "b"] }));
  const result = select({ rule, people: many });
  expect(listed(result, "a")).toEqual(["16", "17"]);
  expect(listed(result, "b")).toEqual([]);
  expect(result.reserves.map(({ number }) => number)).toEqual([1, 2]);
  expect(result.notSelected.every(({ code }) => code === "outranked")).toBe(true);
});

test("what cannot be run is refused with its reason", () => {
  const refusals = [
    [{ rule: aRule({ tracks: [] }), people: [] }, "no_tracks"],
    [{ rule: aRule({ tracks: [{ id: "a", seats: 1.5 }] }), people: [] }, "seats_not_whole"],
    [
      {
        rule: aRule({
          tracks: [
            { id: "a", seats: 1 },
            { id: "a", seats: 1 },
          ],
        }),
        people: [],
      },
      "duplicate_track",
    ],
    [{ rule: aRule({ tieBreakers: [] }), people: [] }, "chain_has_no_last_key"],
    [
      { rule: aRule({ tieBreakers: [{ by: "claim", item: "x" }, { by: "committee_decision" }] }), people: [] },
      "unknown_claim",
    ],
    [{ rule: aRule({ minimumTotal: "6e1" }), people: [] }, "malformed_number"],
    [{ rule: aRule(), people: [aPerson("1", "90"), aPerson("1", "80")] }, "duplicate_application"],
    [{ rule: aRule(), people: [aPerson("1", "90", { choices: ["z"] })] }, "choices_invalid"],
    [{ rule: aRule(), people: [aPerson("1", "90", { choices: ["a", "a"] })] }, "choices_invalid"],
    [{ rule: aRule(), people: [aPerson("1", "9e1")] }, "malformed_number"],
    [
      {
        rule: aRule(),
        people: [
          aPerson("1", "0", { stages: { interview: { outcome: "insufficient_reviews", score: null, criteria: {} } } }),
        ],
      },
      "stage_unfinished",
    ],
  ] as const;
  for (const [input, reason] of refusals) {
    expect(selectCohort(input)).toMatchObject({ status: "refused", refusal: { reason } });
  }
});
