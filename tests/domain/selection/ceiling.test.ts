import { expect, test } from "vitest";
import type { ChoiceRule } from "#app/domain/selection/choice/choice-rule.ts";
import { peopleUnderCeiling } from "#app/domain/selection/ceiling.ts";
import type { RankedPerson } from "#app/domain/selection/order-people.ts";
import { openSeat } from "#app/domain/selection/seats.ts";
import { aPerson, aRule } from "./cohort.ts";

type Someone = readonly [no: string, choices: readonly string[], tags: readonly string[], seat?: string];

/** Who is kept out, of people told best first with the track each is seated in. */
function keptOut(choice: ChoiceRule, ...people: readonly Someone[]): readonly string[] {
  const order = {
    people: people.map(([no, choices, tags]) => ({ person: aPerson(no, "90", { choices, tags }) }) as RankedPerson),
  };
  const seating = new Map(
    people.flatMap(([no, , , track]) => (track ? [[no, { track, choiceOrder: 1, given: openSeat }] as const] : [])),
  );
  const tracks = [
    { id: "a", seats: 2, choice },
    { id: "b", seats: 2 },
  ];
  return [...peopleUnderCeiling({ rule: aRule({ tracks }), order, seating })];
}

function atMost(max: number | null, kind: "nested_bounds" | "overlapping_bounds" = "nested_bounds"): ChoiceRule {
  return { kind, seats: 2, bounds: [{ group: "men", min: 0, max }] };
}

const first: Someone = ["A", ["a"], ["men"], "a"];
const out: Someone = ["B", ["a"], ["men"]];
const last: Someone = ["C", ["a"], [], "a"];

test("somebody of a full group is kept out when the track has taken somebody of lower merit", () => {
  expect(keptOut(atMost(1), first, out, last)).toEqual(["B"]);
  expect(keptOut(atMost(1, "overlapping_bounds"), first, out, last)).toEqual(["B"]);
});

test("nobody is kept out by a maximum that is not reached, by none, or by a rule without maxima", () => {
  expect(keptOut(atMost(2), first, out, last)).toEqual([]);
  expect(keptOut(atMost(null), first, out, last)).toEqual([]);
  const guarantee = { kind: "guarantee", seats: 2, guaranteed: [{ group: "men", seats: 1 }] } as const;
  expect(keptOut(guarantee, first, out, last)).toEqual([]);
});

test("whoever stands behind everybody the track has taken was outranked, not kept out", () => {
  expect(keptOut(atMost(1), first, last, out)).toEqual([]);
});

test("people of other groups, people with a seat and people of other tracks are not kept out", () => {
  expect(keptOut(atMost(1), first, ["B", ["a"], ["women"]], last)).toEqual([]);
  expect(keptOut(atMost(1), first, ["B", ["b", "a"], ["men"], "b"], last)).toEqual([]);
  expect(keptOut(atMost(1), first, ["B", ["b"], ["men"]], last)).toEqual([]);
});

test("one of several tracks named is enough, and a group is counted in its own track only", () => {
  expect(keptOut(atMost(1), first, ["B", ["b", "a"], ["men"]], last)).toEqual(["B"]);
  expect(keptOut(atMost(1), ["A", ["b"], ["men"], "b"], out, last)).toEqual([]);
});
