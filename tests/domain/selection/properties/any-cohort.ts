import * as fc from "fast-check";
import type { ChoiceRule } from "#app/domain/selection/choice/choice-rule.ts";
import { selectCohort } from "#app/domain/selection/select-cohort.ts";
import type {
  SelectionInput,
  SelectionPerson,
  SelectionResult,
  SelectionRule,
} from "#app/domain/selection/selection.ts";
import { aPerson, aRule, scored } from "#tests/domain/selection/cohort.ts";

const trackIds = ["a", "b", "c"];

/** Sets whose members are nested or disjoint, so that every class of rule may name them: "one" lies inside "two". */
const tagSets = [[], [], ["two"], ["one", "two"], ["three"]];

const seatsUpTo = (most: number) => fc.integer({ min: 0, max: most });

/** A rule for so many seats, of every class that is greedy (B0 to B4). */
function aChoice(seats: number): fc.Arbitrary<ChoiceRule | null> {
  const half = seatsUpTo(Math.floor(seats / 2));
  const bounds = fc.tuple(half, fc.option(seatsUpTo(seats))).map(([min, max]) => ({
    min,
    max: max === null ? null : Math.max(min, max),
  }));
  return fc.oneof(
    fc.constant(null),
    fc.tuple(half, half).map(([one, two]): ChoiceRule => ({
      kind: "guarantee",
      seats,
      guaranteed: [
        { group: "one", seats: one },
        { group: "two", seats: two },
      ],
    })),
    fc.tuple(bounds, bounds).map(([two, three]): ChoiceRule => ({
      kind: "nested_bounds",
      seats,
      bounds: [
        { group: "two", ...two },
        { group: "three", ...three },
      ],
    })),
    fc
      .tuple(half, seatsUpTo(1), fc.constantFrom("vacant", "dereserve"))
      .map(([aside, within, unfilled]): ChoiceRule => ({
        kind: "set_aside",
        open: { seats: seats - aside, guaranteed: [] },
        categories: [{ group: "two", seats: aside, guaranteed: [{ group: "one", seats: Math.min(aside, within) }] }],
        unfilled,
      })),
    fc.tuple(half, fc.boolean(), fc.constantFrom("vacant", "open")).map(([kept, isFirst, unfilled]): ChoiceRule => {
      const open = { id: "open", seats: seats - kept, group: null };
      const block = { id: "block", seats: kept, group: "three" };
      return { kind: "seat_blocks", blocks: isFirst ? [block, open] : [open, block], unfilled };
    }),
  );
}

const tracks = fc
  .array(seatsUpTo(4), { minLength: 1, maxLength: 3 })
  .chain((all) => fc.tuple(...all.map((seats) => fc.tuple(fc.constant(seats), aChoice(seats)))))
  .map((all) => all.map(([seats, choice], at) => ({ id: trackIds[at] ?? "", seats, ...(choice && { choice }) })));

const share = { id: "share", kind: "region_swap", tag: "two", percent: "50" } as const;

/** `swaps`: whether a region share may apply; `last`: the last key; `most`: people. */
export type Wanted = {
  readonly swaps?: boolean;
  readonly last?: "lottery" | "committee_decision";
  readonly most?: number;
  readonly assignments?: readonly SelectionRule["assignment"][];
};

export const assignments = ["score_first", "choice_first", "deferred_acceptance"] as const;

const person = fc.record({
  score: fc.integer({ min: 57, max: 68 }),
  choices: fc.shuffledSubarray(trackIds, { minLength: 1 }),
  tags: fc.constantFrom(...tagSets),
  claims: fc.constantFrom([], [], ["bonus"]),
});

/** Cohorts under every class of rule: plain tracks under each assignment, tracks that choose by groups, a region share. */
export function cohortsOf({
  swaps = false,
  last = "lottery",
  most = 14,
  assignments: only = assignments,
}: Wanted = {}) {
  return fc
    .record({
      tracks,
      assignment: fc.constantFrom(...only),
      hasShare: fc.boolean(),
      rankOn: fc.constantFrom("rounded" as const, "exact" as const),
      percentOfSeats: fc.constantFrom("0", "50", "100"),
      people: fc.array(person, { maxLength: most }),
    })
    .map((given): SelectionInput => {
      const isMatched = given.assignment === "deferred_acceptance";
      const hasShare = swaps && given.hasShare && !isMatched;
      const own = given.tracks.map(({ id, seats, choice }) => ({
        id,
        seats,
        ...(choice && !hasShare && { choice }),
      }));
      const chooses = own.some((track) => "choice" in track);
      const known = (choices: readonly string[]) => choices.filter((id) => own.some((track) => track.id === id));
      return {
        rule: aRule({
          tracks: own,
          assignment: given.assignment,
          quotas: hasShare ? [share] : [],
          rankOn: given.rankOn,
          bonus: { cap: null, items: [{ id: "bonus", points: "1.5" }] },
          reserve: { percentOfSeats: given.percentOfSeats },
          tieBreakers: [{ by: "claim", item: "bonus" }, { by: last }],
        }),
        people: given.people.map(({ score, choices, tags, claims }, index) => {
          const named = known(choices).length > 0 ? known(choices) : [own[0]?.id ?? ""];
          return aPerson(`N${100 + index}`, String(score), {
            choices: named.slice(0, chooses && !isMatched ? 1 : 3),
            tags,
            claims,
          });
        }),
        draw: { seed: "00ff", label: "properties" },
      };
    });
}

/** Who sits where, and why. */
export function seatsOf({ selected }: SelectionResult): readonly string[] {
  return selected.map(({ applicationNo, track, how }) => `${applicationNo} ${track} ${how}`).toSorted();
}

export function isSelected(result: SelectionResult, applicationNo: string): boolean {
  return result.selected.some((seated) => seated.applicationNo === applicationNo);
}

/** The same people, one of them with more points. */
export function raised(people: readonly SelectionPerson[], applicationNo: string, points: number): SelectionPerson[] {
  return people.map((each) => {
    if (each.applicationNo !== applicationNo) return each;
    return { ...each, stages: { interview: scored(String(Number(each.stages["interview"]?.score) + points)) } };
  });
}

/** Runs to the end, the committee always answering in the order in which it is asked. */
export function runToTheEnd(input: SelectionInput): { readonly result: SelectionResult; readonly asked: number } {
  const tieDecisions = [...(input.tieDecisions ?? [])];
  for (let asked = 0; ; asked += 1) {
    const run = selectCohort({ ...input, tieDecisions });
    if (run.status === "complete") return { result: run, asked };
    if (run.status === "refused") throw new Error(JSON.stringify(run.refusal));
    tieDecisions.push(run.tie.group);
  }
}
