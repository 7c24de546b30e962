import * as fc from "fast-check";
import { roundingModes } from "#app/domain/exact/rounding.ts";
import type { SelectionInput, SelectionPerson, SelectionRule, TieBreaker } from "#app/domain/selection/selection.ts";

const trackIds = ["a", "b", "c", "d"];
// Few values, so that ties are common; some of them a hair under a minimum.
const scores = ["59.99", "60", "80", "80.005", "90", "90", "90", "90", "95", "95", "95"];
const points = ["39.99", "40", "1200001/30000", "55", ...Array.from({ length: 8 }, () => "72.5")];
const items = [
  { id: "veteran", points: "5" },
  { id: "local", points: "3" },
  { id: "award", points: "2.5" },
];

const tieBreakers: readonly TieBreaker[] = [
  { by: "claim", item: "veteran" },
  { by: "stage", stage: "interview", prefer: "high" },
  { by: "criterion", stage: "document", criterion: "will", prefer: "high" },
  { by: "stage", stage: "document", prefer: "low" },
];

const gate = { criterion: "will", minimumPercent: "55" };

const rule = fc
  .record({
    seats: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 4, size: "max" }),
    assignment: fc.constantFrom("score_first" as const, "choice_first" as const),
    weight: fc.constantFrom("50", "33.3", "40"),
    minimum: fc.constantFrom("60", null),
    minPercent: fc.constantFrom("40", null),
    gate: fc.constantFrom(gate, null, null),
    cap: fc.constantFrom("5", "4.75", null),
    hasBonus: fc.boolean(),
    minimumTotal: fc.constantFrom("60", null),
    rounding: fc.record({ scale: fc.constantFrom(0, 1, 2), mode: fc.constantFrom(...roundingModes) }),
    rankOn: fc.constantFrom("rounded" as const, "exact" as const),
    keys: fc.subarray([...tieBreakers], { maxLength: 2 }),
    last: fc.constantFrom("lottery" as const, "committee_decision" as const, "committee_decision" as const),
    share: fc.constantFrom(null, "25", "33.3", "50", "80"),
    percentOfSeats: fc.constantFrom("0", "20", "30", "33.3", "100"),
  })
  .map((given): SelectionRule => ({
    tracks: given.seats.map((seats, index) => ({ id: trackIds[index] ?? "", seats })),
    assignment: given.assignment,
    rankingPerTrack: false,
    stages: [
      {
        id: "document",
        weightPercent: given.weight,
        minimum: given.minimum,
        criteria: [{ id: "will", max: "100", minPercent: given.minPercent }],
        gate: given.gate,
      },
      { id: "interview", weightPercent: "50", minimum: "60", criteria: [], gate: null },
    ],
    bonus: given.hasBonus ? { cap: given.cap, items } : null,
    minimumTotal: given.minimumTotal,
    rounding: given.rounding,
    rankOn: given.rankOn,
    tieBreakers: [...given.keys.filter((key) => given.hasBonus || key.by !== "claim"), { by: given.last }],
    quotas: given.share === null ? [] : [{ id: "half", kind: "region_swap", tag: "near", percent: given.share }],
    reserve: { percentOfSeats: given.percentOfSeats },
  }));

const person = fc.record({
  choices: fc.shuffledSubarray(trackIds, { minLength: 1, maxLength: 3 }),
  document: fc.constantFrom(...scores),
  interview: fc.constantFrom(...scores),
  will: fc.constantFrom(...points),
  absence: fc.constantFrom(null, null, null, null, null, null, null, "absent" as const, "not_reached" as const),
  standing: fc.constantFrom(..."iiiiiiiii", "excluded" as const, "withdrawn" as const),
  claims: fc.subarray(items.map(({ id }) => id)),
  near: fc.integer({ min: 0, max: 2 }),
});

/** Cohorts of up to forty people and four tracks; `salt` orders the members of ties. */
export const cohorts = fc
  .record({ rule, people: fc.array(person, { maxLength: 40, size: "max" }), salt: fc.nat({ max: 1000 }) })
  .map(({ rule: drawn, people, salt }) => ({ input: inputOf(drawn, people), salt }));

type Drawn = typeof person extends fc.Arbitrary<infer Value> ? Value : never;

function inputOf(drawnRule: SelectionRule, people: readonly Drawn[]): SelectionInput {
  return {
    rule: drawnRule,
    draw: { seed: "00ff", label: "reference" },
    people: people.map((each, index): SelectionPerson => {
      const known = each.choices.filter((choice) => drawnRule.tracks.some(({ id }) => id === choice));
      const claims = drawnRule.bonus ? each.claims : [];
      const unscored = { outcome: each.absence ?? "absent", score: null, criteria: {} };
      return {
        applicationNo: `N${String(index).padStart(2, "0")}`,
        choices: known.length > 0 ? known : [drawnRule.tracks[0]?.id ?? ""],
        acceptOther: true,
        standing: each.standing === "excluded" || each.standing === "withdrawn" ? each.standing : "in",
        stages: {
          document: { outcome: "scored", score: each.document, criteria: { will: each.will } },
          interview: each.absence ? unscored : { outcome: "scored", score: each.interview, criteria: {} },
        },
        claimsAsked: claims,
        claims,
        tags: each.near === 0 ? ["near"] : [],
      };
    }),
  };
}
