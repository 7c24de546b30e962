import type {
  SelectionInput,
  SelectionPerson,
  SelectionResult,
  SelectionRule,
} from "#app/domain/selection/selection.ts";
import { selectCohort } from "#app/domain/selection/select-cohort.ts";
import type { StageStanding } from "#app/domain/selection/stage-standing.ts";

/** One stage whose score is the total, two tracks of two seats, ties to the committee. */
export function aRule(overrides: Partial<SelectionRule> = {}): SelectionRule {
  return {
    tracks: [
      { id: "a", seats: 2 },
      { id: "b", seats: 2 },
    ],
    assignment: "score_first",
    rankingPerTrack: false,
    stages: [
      {
        id: "interview",
        weightPercent: "100",
        minimum: "60",
        criteria: [{ id: "will", max: "100", minPercent: null }],
        gate: null,
      },
    ],
    bonus: null,
    minimumTotal: "60",
    rounding: { scale: 2, mode: "half_up" },
    rankOn: "rounded",
    tieBreakers: [{ by: "committee_decision" }],
    quotas: [],
    reserve: { percentOfSeats: "50" },
    ...overrides,
  };
}

export function scored(score: string, will = score): StageStanding {
  return { outcome: "scored", score, criteria: { will } };
}

export function aPerson(
  applicationNo: string,
  score: string,
  overrides: Partial<SelectionPerson> = {},
): SelectionPerson {
  return {
    applicationNo,
    choices: ["a"],
    acceptOther: true,
    standing: "in",
    stages: { interview: scored(score) },
    claimsAsked: overrides.claims ?? [],
    claims: [],
    tags: [],
    ...overrides,
  };
}

/** Runs a selection that must come to an end. */
export function select(input: SelectionInput): SelectionResult {
  const outcome = selectCohort(input);
  if (outcome.status !== "complete") throw new Error(`the selection ${outcome.status}: ${JSON.stringify(outcome)}`);
  return outcome;
}

/** Application numbers seated in a track, best first. */
export function seated(result: SelectionResult, track: string): readonly string[] {
  return result.selected.filter((person) => person.track === track).map(({ applicationNo }) => applicationNo);
}

export function listed(result: SelectionResult, track: string): readonly string[] {
  return result.reserves.filter((person) => person.track === track).map(({ applicationNo }) => applicationNo);
}
