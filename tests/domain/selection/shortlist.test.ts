import { expect, test } from "vitest";
import { shortlistStage, type ShortlistPerson, type ShortlistRule } from "#app/domain/selection/shortlist.ts";
import type { StageStanding } from "#app/domain/selection/stage-standing.ts";

const rule: ShortlistRule = {
  stage: {
    id: "test",
    minimum: "40",
    criteria: [{ id: "coding", max: "60", minPercent: "40" }],
    gate: null,
  },
  pass: {
    multiple: "1.5",
    perTrack: true,
    basis: [
      { id: "document", weightPercent: "20" },
      { id: "test", weightPercent: "40" },
    ],
    tiesAtCut: "all_pass",
  },
  tracks: [
    { id: "a", seats: 1 },
    { id: "b", seats: 1 },
  ],
};

function standing(score: string, coding = "60"): StageStanding {
  return { outcome: "scored", score, criteria: { coding } };
}

function person(applicationNo: string, document: string, test: string, firstChoice = "a"): ShortlistPerson {
  return { applicationNo, firstChoice, stages: { document: standing(document), test: standing(test) } };
}

function shortlist(people: readonly ShortlistPerson[], changed: Partial<ShortlistRule> = {}) {
  const shortlisted = shortlistStage({ rule: { ...rule, ...changed }, people });
  if (!shortlisted.ok) throw new Error(shortlisted.refusal.reason);
  return shortlisted.value;
}

function passed(people: readonly ShortlistPerson[], changed: Partial<ShortlistRule> = {}) {
  const { places } = shortlist(people, changed);
  return places.filter(({ outcome }) => outcome === "passed").map(({ applicationNo }) => applicationNo);
}

test("each track passes ceil(multiple × seats) by the weighted sum of the named stages", () => {
  const people = [
    person("1", "70", "90"),
    person("2", "100", "70"),
    person("3", "60", "75"),
    person("4", "60", "60", "b"),
  ];
  expect(passed(people)).toEqual(["1", "2", "4"]);
  const { places, cuts } = shortlist(people);
  expect(places.map(({ basis, rank }) => [basis, rank])).toEqual([
    ["50/1", 1],
    ["48/1", 2],
    ["42/1", 3],
    ["36/1", 1],
  ]);
  expect(places[2]).toMatchObject({ outcome: "failed", reason: "outranked" });
  expect(cuts[0]).toEqual({ track: "a", places: 2, qualified: 3, passed: 2, beyondPlaces: 0, lowestBasis: "48/1" });
});

test("everybody tied at the cut passes", () => {
  const people = [person("1", "100", "90"), person("2", "80", "80"), person("3", "60", "90"), person("4", "70", "80")];
  expect(shortlist(people).places.map(({ basis }) => basis)).toEqual(["56/1", "48/1", "48/1", "46/1"]);
  expect(passed(people)).toEqual(["1", "2", "3"]);
  expect(shortlist(people).cuts[0]).toMatchObject({ passed: 3, beyondPlaces: 1 });
});

test("who is absent or below a minimum never passes, and the places go to others", () => {
  const people: ShortlistPerson[] = [
    person("1", "100", "39.99"),
    { ...person("2", "100", "90"), stages: { document: standing("100"), test: standing("90", "23.99") } },
    { ...person("3", "100", "0"), stages: { document: standing("100") } },
    person("4", "60", "50"),
  ];
  const { places } = shortlist(people);
  expect(places.map(({ reason }) => reason)).toEqual([
    "below_stage_minimum",
    "below_criterion_minimum",
    "absent",
    null,
  ]);
});

test("a stage without a multiple passes everybody above its minimum and gate", () => {
  const gated: ShortlistRule["stage"] = {
    id: "test",
    minimum: null,
    criteria: [{ id: "coding", max: "50", minPercent: null }],
    gate: { criterion: "coding", minimumPercent: "80" },
  };
  const people: ShortlistPerson[] = ["40", "39.995", "50"].map((coding, index) => ({
    applicationNo: `${index + 1}`,
    firstChoice: "a",
    stages: { test: standing("90", coding) },
  }));
  const { places, cuts } = shortlist(people, { pass: null, stage: gated });
  expect(places.map(({ reason }) => reason)).toEqual([null, "gate", null]);
  expect(cuts[0]).toMatchObject({ places: null, passed: 2 });
});

test("one cut line over all tracks when the rule says so", () => {
  const people = [
    person("1", "80", "90"),
    person("2", "80", "80"),
    person("3", "80", "70"),
    person("4", "60", "60", "b"),
  ];
  expect(passed(people, { pass: { ...rule.pass!, perTrack: false } })).toEqual(["1", "2", "3"]);
});

test("a stage with a blocked score cannot be shortlisted", () => {
  const blocked: StageStanding = { outcome: "incomplete_review", score: null, criteria: {} };
  const people = [{ applicationNo: "1", firstChoice: "a", stages: { test: blocked } }];
  const refusal = { reason: "stage_unfinished", applicationNos: ["1"] };
  expect(shortlistStage({ rule, people })).toEqual({ ok: false, refusal });
});

const tieBreakers: NonNullable<ShortlistRule["pass"]>["tieBreakers"] = [
  { by: "claim", item: "veteran" },
  { by: "stage", stage: "interview", prefer: "high" },
  { by: "criterion", stage: "test", criterion: "coding", prefer: "high" },
  { by: "committee_decision" },
];
const byKeys: ShortlistRule = { ...rule, pass: { ...rule.pass!, tiesAtCut: "tie_breakers", tieBreakers } };

function coder(applicationNo: string, coding: string, claims?: readonly string[]): ShortlistPerson {
  const stages = { document: standing("80"), test: standing("80", coding) };
  return { applicationNo, firstChoice: "a", stages, ...(claims ? { claims } : {}) };
}

function cutBy(people: readonly ShortlistPerson[], more: Partial<Parameters<typeof shortlistStage>[0]> = {}) {
  const shortlisted = shortlistStage({ rule: byKeys, people, ...more });
  if (!shortlisted.ok) throw new Error(shortlisted.refusal.reason);
  const { places, cuts } = shortlisted.value;
  const ranks = places.map(({ applicationNo, outcome, rank }) => `${applicationNo} ${outcome} ${rank}`);
  return { ranks, undecided: cuts[0]?.undecided, passed: cuts[0]?.passed, beyondPlaces: cuts[0]?.beyondPlaces };
}

test("tie-breakers that are known by now decide who of equal sums passes, later stages decide nothing", () => {
  const people = [coder("1", "40"), coder("2", "50"), coder("3", "45"), coder("4", "30", ["veteran"])];
  expect(cutBy(people)).toEqual({
    ranks: ["1 failed 4", "2 passed 2", "3 failed 3", "4 passed 1"],
    undecided: undefined,
    passed: 2,
    beyondPlaces: 0,
  });
  expect(shortlist(people).cuts[0]).toMatchObject({ passed: 4, beyondPlaces: 2 });
});

test("a tie at the cut that nothing decides passes whole and is reported", () => {
  const people = [coder("1", "50"), coder("2", "40"), coder("3", "40"), coder("4", "40"), coder("5", "39")];
  expect(cutBy(people)).toEqual({
    ranks: ["1 passed 1", "2 passed 2", "3 passed 2", "4 passed 2", "5 failed 5"],
    undecided: ["2", "3", "4"],
    passed: 4,
    beyondPlaces: 2,
  });
  const without = {
    ...byKeys,
    pass: { multiple: "1.5", perTrack: true, basis: rule.pass!.basis, tiesAtCut: "tie_breakers" },
  };
  expect(cutBy(people, { rule: without as ShortlistRule }).undecided).toEqual(["1", "2", "3", "4", "5"]);
});

test("a recorded decision of exactly the tied people is followed", () => {
  const people = [coder("1", "50"), coder("2", "40"), coder("3", "40"), coder("4", "40"), coder("5", "39")];
  const cut = cutBy(people, {
    tieDecisions: [
      ["3", "2"],
      ["4", "2", "3"],
    ],
  });
  expect(cut.ranks).toEqual(["1 passed 1", "2 failed 3", "3 failed 4", "4 passed 2", "5 failed 5"]);
  expect([cut.undecided, cut.passed]).toEqual([undefined, 2]);
});

// printf '%s' '5f1d|tie-1|A' | sha256sum begins with 05ced8, of B with f23edc, of C with fc3858.
test("a lottery as the last key decides by the draw, and without one the tie is reported", () => {
  const drawn: ShortlistRule = { ...byKeys, pass: { ...byKeys.pass!, tieBreakers: [{ by: "lottery" }] } };
  const people = [coder("C", "40"), coder("B", "40"), coder("A", "40")];
  const draw = { seed: "5f1d", label: "tie-1" };
  expect(cutBy(people, { rule: drawn, draw }).ranks).toEqual(["A passed 1", "B passed 2", "C failed 3"]);
  expect(cutBy(people, { rule: drawn }).undecided).toEqual(["C", "B", "A"]);
});

test("a tie that lies wholly inside or outside the cut needs no decision", () => {
  const inside = [coder("1", "50"), coder("2", "50"), coder("3", "40"), coder("4", "40")];
  expect(cutBy(inside)).toMatchObject({
    ranks: ["1 passed 1", "2 passed 1", "3 failed 3", "4 failed 3"],
    undecided: undefined,
  });
  expect(cutBy(inside.slice(0, 2))).toMatchObject({ passed: 2, undecided: undefined });
  const seatless = { ...byKeys, tracks: [{ id: "a", seats: 0 }] };
  expect(cutBy(inside, { rule: seatless })).toMatchObject({ passed: 0, beyondPlaces: 0, undecided: undefined });
});

test("where everybody tied passes, tie-breakers are not looked at", () => {
  const people = [coder("1", "50"), coder("2", "40"), coder("3", "40")];
  const all = { ...byKeys, pass: { ...byKeys.pass!, tiesAtCut: "all_pass" as const } };
  expect(cutBy(people, { rule: all, tieDecisions: [["1", "2", "3"]] })).toMatchObject({
    ranks: ["1 passed 1", "2 passed 1", "3 passed 1"],
    undecided: undefined,
  });
});

test("without a multiple each track has a line of its own, whose lowest sum is the last who passes", () => {
  const open: ShortlistRule = { ...rule, pass: null };
  const { places, cuts } = shortlist(
    [person("1", "0", "90"), person("2", "0", "41"), person("3", "0", "39", "b")],
    open,
  );
  const line = { places: null, beyondPlaces: 0 };
  expect(cuts).toEqual([
    { ...line, track: "a", qualified: 2, passed: 2, lowestBasis: "41/1" },
    { ...line, track: "b", qualified: 0, passed: 0, lowestBasis: null },
  ]);
  const [first, , third] = places;
  expect(first).toEqual({
    applicationNo: "1",
    track: "a",
    outcome: "passed",
    reason: null,
    failures: [],
    basis: "90/1",
    rank: 1,
  });
  expect(third).toMatchObject({
    track: "b",
    outcome: "failed",
    reason: "below_stage_minimum",
    basis: null,
    rank: null,
  });
});

test("who did not stand is absent without failures, and an unknown track is a fault", () => {
  const { places } = shortlist([{ applicationNo: "1", firstChoice: "a", stages: {} }]);
  expect(places[0]).toMatchObject({ outcome: "absent", reason: "absent", failures: [], basis: null, rank: null });
  expect(() => shortlist([person("1", "80", "80", "opera")])).toThrow("no track opera");
});
