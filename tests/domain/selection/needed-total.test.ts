import * as fc from "fast-check";
import { expect, test } from "vitest";
import { neededTotal } from "#app/domain/selection/needed-total.ts";
import type { SelectionInput } from "#app/domain/selection/selection.ts";
import { aPerson, aRule, select } from "#tests/domain/selection/cohort.ts";
import { instances } from "#tests/support/instances.ts";
import { cohortsOf, isSelected, raised, seatsOf } from "./properties/any-cohort.ts";

const two = [aPerson("1", "90"), aPerson("2", "80"), aPerson("3", "70")];
const drawn = { draw: { seed: "00ff", label: "draw" } };
const oneSeat = aRule({ tracks: [{ id: "a", seats: 1 }], tieBreakers: [{ by: "lottery" }] });

function needed(input: SelectionInput, applicationNo = "3") {
  const answer = neededTotal({ input, applicationNo });
  return answer.ok ? answer.value : answer.refusal;
}

test("one step above the last selected total is needed where the tie would be the committee's", () => {
  const rule = { ...oneSeat, tieBreakers: [{ by: "committee_decision" }] as const };
  expect(needed({ rule, people: two })).toEqual({ track: "a", total: "90.01" });
  expect(needed({ rule: { ...rule, rounding: { scale: 1, mode: "half_up" } }, people: two })).toEqual({
    track: "a",
    total: "90.1",
  });
});

test("the same total is enough where a tie-breaker is in one's favour", () => {
  const people = [...two.slice(0, 2), aPerson("3", "70", { claims: ["veteran"] })];
  const bonus = { cap: null, items: [{ id: "veteran", points: "0" }] };
  const rule = aRule({ ...oneSeat, bonus, tieBreakers: [{ by: "claim", item: "veteran" }, { by: "lottery" }] });
  expect(needed({ rule, people, ...drawn })).toEqual({ track: "a", total: "90.00" });
});

test("in a group with a guaranteed seat it is enough to be better than the group's others", () => {
  const rule = aRule({
    ...oneSeat,
    tracks: [{ id: "a", seats: 2, choice: { kind: "guarantee", seats: 2, guaranteed: [{ group: "g", seats: 1 }] } }],
  });
  const people = [aPerson("1", "95"), ...two.slice(1), aPerson("4", "75", { tags: ["g"] })].map((each) =>
    each.applicationNo === "3" ? { ...each, tags: ["g"] } : each,
  );
  const answer = needed({ rule, people, ...drawn }) as { total: string };
  expect(["75.00", "75.01"]).toContain(answer.total);
});

test("there is none for who is selected or not qualified, nor where no total would do", () => {
  expect(needed({ rule: oneSeat, people: two, ...drawn }, "1")).toBe("selected");
  expect(needed({ rule: oneSeat, people: [...two, aPerson("4", "59")], ...drawn }, "4")).toBe("not_qualified");
  expect(needed({ rule: oneSeat, people: two, ...drawn }, "5")).toBe("not_qualified");
  const none = aRule({ ...oneSeat, tracks: [{ id: "a", seats: 0 }] });
  expect(needed({ rule: none, people: two, ...drawn })).toBe("no_total");
});

test("with a region share it is told to residents and to who names one track, but not to others", () => {
  const tracks = ["a", "b"].map((id) => ({ id, seats: 1 }));
  const quotas = [{ id: "half", kind: "region_swap", tag: "local", percent: "50" }] as const;
  const rule = aRule({ ...oneSeat, tracks, quotas });
  const asking = (overrides: Partial<(typeof two)[number]>) => {
    const people = [aPerson("1", "90"), aPerson("2", "80", { choices: ["b"] }), aPerson("3", "70", overrides)];
    return needed({ rule, people, ...drawn });
  };
  expect(asking({ choices: ["a", "b"] })).toBe("region_swap");
  expect(asking({ choices: ["b"] })).toEqual({ track: "b", total: expect.stringMatching(/^80\.0[01]$/) as string });
  // A resident sits by the swap already.
  expect(asking({ choices: ["a", "b"], tags: ["local"] })).toBe("selected");
});

test("exactly from the needed total on a person is selected", () => {
  fc.assert(
    fc.property(cohortsOf({ most: 9 }), (input) => {
      const result = select(input);
      const out = result.order.find(({ applicationNo }) => !isSelected(result, applicationNo));
      if (!out) return;
      const answer = neededTotal({ input, applicationNo: out.applicationNo });
      const points = answer.ok ? Math.round(100 * (Number(answer.value.total) - Number(out.total))) : 0;
      const withMore = (hundredths: number) =>
        select({ ...input, people: raised(input.people, out.applicationNo, hundredths / 100) });
      if (!answer.ok) {
        expect(answer.refusal).toBe("no_total");
        expect(isSelected(withMore(1200), out.applicationNo)).toBe(false);
        return;
      }
      expect(isSelected(withMore(points - 1), out.applicationNo)).toBe(false);
      expect(seatsOf(withMore(points)).join()).toContain(`${out.applicationNo} ${answer.value.track} `);
    }),
    { numRuns: instances },
  );
});
