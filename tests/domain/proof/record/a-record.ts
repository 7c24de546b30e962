import { createHash } from "node:crypto";
import { makeRecord, type ToRecord } from "#app/domain/proof/record/make-record.ts";
import type { SelectionRecord, StageEvidence } from "#app/domain/proof/record/record.ts";
import { createPseudonyms } from "#app/domain/proof/pseudonym.ts";
import type { StageRule } from "#app/domain/selection/stage-rule-from-definition.ts";
import { scoreStage, type StageReview } from "#app/domain/selection/stage-score.ts";
import type { SelectionInput, SelectionPerson, SelectionRule } from "#app/domain/selection/selection.ts";
import { select } from "#tests/domain/selection/cohort.ts";

export const interview: Extract<StageRule, { readonly kind: "reviewed" }> = {
  kind: "reviewed",
  rule: {
    id: "interview",
    minimum: "40",
    criteria: [
      { id: "will", max: "60", minPercent: null },
      { id: "skill", max: "40", minPercent: "25" },
    ],
    gate: null,
    aggregation: {
      method: "mean",
      level: "review_total",
      trim: null,
      minimumReviews: 2,
      missingScore: "block",
      rounding: { at: "stage_total", scale: 2, mode: "half_up" },
    },
  },
};

const rule: SelectionRule = {
  tracks: [
    { id: "a", seats: 2 },
    { id: "b", seats: 1 },
  ],
  assignment: "score_first",
  rankingPerTrack: false,
  stages: [{ id: "interview", weightPercent: "100", minimum: "40", criteria: interview.rule.criteria, gate: null }],
  bonus: { cap: "5", items: [{ id: "veteran", points: "5" }] },
  minimumTotal: "40",
  rounding: { scale: 2, mode: "half_up" },
  rankOn: "rounded",
  tieBreakers: [
    { by: "claim", item: "veteran" },
    { by: "criterion", stage: "interview", criterion: "will", prefer: "high" },
    { by: "committee_decision" },
  ],
  quotas: [{ id: "half", kind: "region_swap", tag: "here", percent: "30" }],
  reserve: { percentOfSeats: "100" },
};

/** Two reviews by R1 and R2 of `will` and `skill`. */
export type Scores = readonly [will: readonly [number, number], skill: readonly [number, number]];

export function reviewsOf([will, skill]: Scores): readonly StageReview[] {
  return [0, 1].map((at) => ({ reviewer: `R${at + 1}`, scores: { will: `${will[at]}`, skill: `${skill[at]}` } }));
}

export type Someone = Partial<Omit<SelectionPerson, "stages" | "applicationNo">> & { readonly scores: Scores | null };

/** Nine people for three seats: one absent, one under a minimum, a swap for the region, people in reserve. */
export const nine: Readonly<Record<string, Someone>> = {
  "T-1": {
    scores: [
      [50, 52],
      [30, 31],
    ],
    choices: ["a"],
  },
  "T-2": {
    scores: [
      [50, 50],
      [29, 30],
    ],
    choices: ["a", "b"],
  },
  "T-3": {
    scores: [
      [40, 44],
      [30, 30],
    ],
    choices: ["b"],
  },
  "T-4": {
    scores: [
      [40, 41],
      [30, 30],
    ],
    choices: ["a"],
    tags: ["here"],
  },
  "T-5": {
    scores: [
      [40, 40],
      [20, 20],
    ],
    choices: ["a"],
    claims: ["veteran"],
    claimsAsked: ["veteran"],
  },
  "T-6": {
    scores: [
      [45, 45],
      [20, 20],
    ],
    choices: ["b"],
  },
  "T-7": {
    scores: [
      [55, 55],
      [9, 10],
    ],
    choices: ["a"],
  },
  "T-8": { scores: null, choices: ["a"] },
  "T-9": {
    scores: [
      [30, 30],
      [20, 20],
    ],
    choices: ["b"],
    acceptOther: true,
  },
};

export function inputOf(
  people: Readonly<Record<string, Someone>>,
  overrides: Partial<SelectionInput> = {},
): SelectionInput {
  return {
    rule,
    people: Object.entries(people).map(([applicationNo, { scores, ...person }]) => {
      const scored = scores && scoreStage({ rule: interview.rule, reviews: reviewsOf(scores) });
      const standing = scored
        ? { outcome: scored.outcome, score: scored.score, criteria: scored.criteria }
        : ({ outcome: "absent", score: null, criteria: {} } as const);
      return {
        applicationNo,
        choices: ["a"],
        acceptOther: false,
        standing: "in",
        claimsAsked: [],
        claims: [],
        tags: [],
        ...person,
        stages: { interview: standing },
      };
    }),
    ...overrides,
  };
}

const key = new Uint8Array(32).fill(7);

export function refOf(applicationNo: string): string {
  return createPseudonyms(key)(applicationNo);
}

export function saltOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

export function aRecord(
  people: Readonly<Record<string, Someone>> = nine,
  { input = inputOf(people), ...overrides }: Partial<ToRecord> = {},
): SelectionRecord {
  const evidence = Object.entries(people).map(([no, { scores }]): [string, Record<string, StageEvidence>] => [
    no,
    { interview: { reviews: scores && reviewsOf(scores), row: null } },
  ]);
  return makeRecord({
    cohort: "cohort-1",
    input,
    result: select(input),
    scoring: { interview },
    evidence: Object.fromEntries(evidence),
    refOf,
    salts: Object.fromEntries(
      Object.keys(people).map((no) => [no, { review: saltOf(`review ${no}`), disclosed: saltOf(`disclosed ${no}`) }]),
    ),
    told: { stages: true, total: true, rank: false },
    refills: [],
    ...overrides,
  });
}
