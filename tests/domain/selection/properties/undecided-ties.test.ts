import * as fc from "fast-check";
import { expect, test } from "vitest";
import { selectCohort } from "#app/domain/selection/select-cohort.ts";
import { select } from "#tests/domain/selection/cohort.ts";
import { instances } from "#tests/support/instances.ts";
import { cohortsOf, runToTheEnd, seatsOf } from "./any-cohort.ts";

const runs = { numRuns: instances };

function permutations<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((first, index) => permutations(items.toSpliced(index, 1)).map((rest) => [first, ...rest]));
}

/** Everybody's track; `how` may differ, as who sits on which seat of a track is no outcome of its own. */
function tracksOf(result: ReturnType<typeof select>): readonly string[] {
  return result.selected.map(({ applicationNo, track }) => `${applicationNo} ${track}`).toSorted();
}

test("a tie that is let pass does not matter: every order of its people seats the same in the same tracks", () => {
  fc.assert(
    fc.property(cohortsOf({ last: "committee_decision", swaps: true, most: 9 }), (input) => {
      const { result } = runToTheEnd(input);
      for (const tie of result.harmlessTies.filter(({ length }) => length <= 5)) {
        for (const order of permutations(tie)) {
          const decided = select({ ...input, tieDecisions: [...result.decidedTies, order] });
          expect(tracksOf(decided)).toEqual(tracksOf(result));
          expect(decided.reserves.map(({ applicationNo, number }) => `${applicationNo} ${number}`)).toEqual(
            result.reserves.map(({ applicationNo, number }) => `${applicationNo} ${number}`),
          );
        }
      }
    }),
    runs,
  );
});

test("every question brings the run nearer to its end, and a decision seats people as a draw in that order would", () => {
  fc.assert(
    fc.property(cohortsOf({ last: "committee_decision", swaps: true }), (input) => {
      const { result, asked } = runToTheEnd(input);
      expect(result.decidedTies.length).toBe(asked);
      // A strict order by a key of its own: the place in the order of the run that came to its end.
      const places = new Map(result.order.map(({ applicationNo }, at) => [applicationNo, at]));
      const strict = select({
        ...input,
        rule: {
          ...input.rule,
          tieBreakers: [
            ...input.rule.tieBreakers.slice(0, -1),
            { by: "criterion", stage: "interview", criterion: "will", prefer: "low" },
            { by: "committee_decision" },
          ],
        },
        people: input.people.map((each) => {
          const interview = each.stages["interview"];
          const will = String(places.get(each.applicationNo) ?? 0);
          return interview ? { ...each, stages: { interview: { ...interview, criteria: { will } } } } : each;
        }),
      });
      expect(seatsOf(strict)).toEqual(seatsOf(result));
      expect(strict.harmlessTies).toEqual([]);
    }),
    runs,
  );
});

test("a decision about other people, or about some of a tie only, decides nothing", () => {
  fc.assert(
    fc.property(cohortsOf({ last: "committee_decision" }), (input) => {
      const run = selectCohort(input);
      if (run.status !== "stopped") return;
      const { group } = run.tie;
      for (const wrong of [group.slice(1), [...group, "N999"], [...group.slice(1), group[1] ?? ""]]) {
        expect(selectCohort({ ...input, tieDecisions: [wrong] })).toEqual(run);
      }
    }),
    runs,
  );
});
