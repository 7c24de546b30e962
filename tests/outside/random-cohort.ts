import { roundingModes } from "#app/domain/exact/rounding.ts";
import type { StageEvidence } from "#app/domain/proof/record/record.ts";
import type { ChoiceRule, GroupBounds, GuaranteedSeats } from "#app/domain/selection/choice/choice-rule.ts";
import { scoreImportedStage, type ImportedStageRule } from "#app/domain/selection/imported-score.ts";
import type { SelectionPerson, SelectionRule, TieBreaker, TrackSeats } from "#app/domain/selection/selection.ts";
import { scoreStage, type ReviewedStageRule } from "#app/domain/selection/stage-score.ts";
import type { StageStanding } from "#app/domain/selection/stage-standing.ts";
import type { Seeded } from "./seeded.ts";

export const ruleClasses = [
  "score_first",
  "choice_first",
  "region_swap",
  "deferred_acceptance",
  "cut_off",
  "guarantee",
  "nested_bounds",
  "set_aside",
  "seat_blocks",
  "overlapping_bounds",
] as const;
export type RuleClass = (typeof ruleClasses)[number];

type RandomCohort = {
  readonly rule: SelectionRule;
  readonly paper: ReviewedStageRule;
  readonly exam: ImportedStageRule;
  readonly people: readonly SelectionPerson[];
  readonly evidence: Readonly<Record<string, Readonly<Record<string, StageEvidence>>>>;
};

/** Up to seventy people with many equal scores, two stages, one to three tracks, and a rule of the class. */
export function randomCohort(random: Seeded, ruleClass: RuleClass): RandomCohort {
  const { below, pick } = random;
  const paper = paperRule(random);
  const exam = examRule(random);
  const tracks = tracksOf(random, ruleClass);
  const { id, minimum, criteria, gate } = paper;
  const ids = tracks.map((track) => track.id);
  // Enough people of few kinds, so that the public table may show their groups.
  const isAlike = below(4) === 0;
  const hasBonus = !isAlike && below(2) === 0;
  const rule: SelectionRule = {
    tracks,
    assignment: assignmentOf(random, ruleClass, tracks.length),
    rankingPerTrack: below(2) === 0,
    stages: [
      { id, minimum, criteria, gate, weightPercent: pick(["60", "50", "33.3"]) },
      {
        ...exam,
        criteria: exam.criteria.map(({ id: name, max, minPercent }) => ({ id: name, max, minPercent })),
        weightPercent: "40",
      },
    ],
    bonus: hasBonus ? { cap: pick(["4", "5.5", null]), items: bonusItems } : null,
    minimumTotal: pick([null, "20", "27.5"]),
    rounding: { scale: isAlike ? 0 : below(3), mode: pick(roundingModes) },
    rankOn: isAlike ? "rounded" : pick(["rounded", "exact"]),
    tieBreakers: [
      ...random.some(tieBreakers).filter((key) => hasBonus || key.by !== "claim"),
      { by: pick(["lottery", "committee_decision"]) },
    ],
    quotas:
      ruleClass === "region_swap"
        ? [{ id: "near", kind: "region_swap", tag: "g", percent: pick(["30", "50", "66.6", "100"]) }]
        : [],
    reserve: { percentOfSeats: pick(["0", "25", "33.3", "100", "200"]) },
  };
  const evidence: Record<string, Record<string, StageEvidence>> = {};
  const namesOne = tracks.some(({ choice }) => choice) && rule.assignment !== "deferred_acceptance";
  const people = Array.from({ length: isAlike ? 70 : pick([0, 1, 4, 12, 20, 35]) }, (_, index): SelectionPerson => {
    const applicationNo = `N${String(index).padStart(2, "0")}`;
    const own = stagesOf(random, paper, exam);
    evidence[applicationNo] = own.evidence;
    const claims = hasBonus ? random.some(bonusItems.map((item) => item.id)) : [];
    return {
      applicationNo,
      choices: random.shuffled(ids).slice(0, namesOne ? 1 : 1 + below(ids.length)),
      acceptOther: below(3) > 0,
      standing: pick(["in", "in", "in", "in", "in", "in", "excluded", "withdrawn"]),
      stages: own.stages,
      claimsAsked: claims,
      claims: random.some(claims),
      tags: isAlike ? pick([["v"], ["g"]]) : tagsOf(random, ruleClass),
    };
  });
  return { rule, paper, exam, people, evidence };
}

const bonusItems = [
  { id: "veteran", points: "3" },
  { id: "award", points: "2.5" },
];

const tieBreakers: readonly TieBreaker[] = [
  { by: "claim", item: "veteran" },
  { by: "stage", stage: "exam", prefer: "high" },
  { by: "criterion", stage: "paper", criterion: "plan", prefer: "low" },
];

function paperRule({ below, pick }: Seeded): ReviewedStageRule {
  const level = pick(["review_total", "criterion"] as const);
  return {
    id: "paper",
    minimum: pick([null, "11", "14.5"]),
    criteria: [
      { id: "plan", max: "10", minPercent: pick([null, "50"]) },
      { id: "will", max: "20", minPercent: null },
    ],
    gate: null,
    aggregation: {
      method: pick(["mean", "mean", "median"]),
      level,
      trim: pick([null, { enabledFrom: 3, each: 1 }, { enabledFrom: 5, each: 2 }, { enabledFrom: 2, each: 1 }]),
      minimumReviews: 1 + below(2),
      missingScore: pick(level === "criterion" ? ["drop_review", "per_criterion", "block"] : ["drop_review", "block"]),
      rounding: { at: pick(["stage_total", "criterion"]), scale: below(3), mode: pick(roundingModes) },
    },
  };
}

function examRule({ pick }: Seeded): ImportedStageRule {
  return {
    id: "exam",
    minimum: pick([null, "15"]),
    criteria: [
      { id: "progress", max: "30", minPercent: null, column: "percent" },
      { id: "task", max: "20", minPercent: pick([null, "40"]), column: "points" },
    ],
    gate: pick([null, { criterion: "progress", minimumPercent: "40" }]),
  };
}

/** A person's reviews and imported row, and the scores that the engine makes of them. */
function stagesOf({ below, pick }: Seeded, paper: ReviewedStageRule, exam: ImportedStageRule) {
  const stages: Record<string, StageStanding> = {};
  const evidence: Record<string, StageEvidence> = {};
  const mayMiss = paper.aggregation.missingScore !== "block";
  let standing: ReturnType<typeof scoreStage>;
  do {
    const reviews = Array.from({ length: 2 + below(5) }, (_, at) => ({
      reviewer: `R${at}`,
      scores: {
        plan: mayMiss && below(12) === 0 ? null : pick(["5", "6.5", "8", "10", "19/3"]),
        will: mayMiss && below(12) === 0 ? null : pick(["10", "11", "15.25", "18", "20"]),
      },
    }));
    evidence.paper = { reviews, row: null };
    standing = scoreStage({ rule: paper, reviews });
  } while (standing.outcome !== "scored");
  stages.paper = standingOf(standing);
  const row =
    below(9) === 0 ? null : { progress: pick(["33.3", "40", "55.5", "80", "100"]), task: pick(["7", "12", "18.125"]) };
  const imported = scoreImportedStage({ rule: exam, row });
  if (!imported.ok) throw new Error(imported.refusal.reason);
  const absence = row === null && below(2) === 0 ? { outcome: "not_reached" as const } : {};
  stages.exam = { ...standingOf(imported.value), ...absence };
  evidence.exam = { reviews: null, row };
  return { stages, evidence };
}

function standingOf({ outcome, score, criteria }: StageStanding): StageStanding {
  return { outcome, score, criteria };
}

function assignmentOf({ below, pick }: Seeded, ruleClass: RuleClass, tracks: number): SelectionRule["assignment"] {
  if (ruleClass === "region_swap") return pick(["score_first", "choice_first"]);
  if (ruleClass === "score_first" || ruleClass === "choice_first") return ruleClass;
  return tracks > 1 || below(2) === 0
    ? pick(["deferred_acceptance", "deferred_acceptance", "score_first"])
    : "score_first";
}

function tracksOf(random: Seeded, ruleClass: RuleClass): readonly TrackSeats[] {
  const choosing: readonly RuleClass[] = ["score_first", "choice_first", "region_swap", "deferred_acceptance"];
  const count = ruleClass === "overlapping_bounds" ? 1 : 1 + random.below(3);
  return ["a", "b", "c"].slice(0, count).map((id, at): TrackSeats => {
    const seats = random.below(9);
    if (choosing.includes(ruleClass) || (at > 0 && random.below(3) === 0)) return { id, seats };
    const choice = choiceOf(random, ruleClass, seats);
    return { id, seats: seats + (choice.kind === "set_aside" || choice.kind === "seat_blocks" ? 2 : 0), choice };
  });
}

function choiceOf(random: Seeded, kind: RuleClass, seats: number): ChoiceRule {
  const { below, pick } = random;
  const bounds = (groups: readonly string[]): GroupBounds[] =>
    groups.map((group) => {
      const min = below(Math.min(3, seats + 1));
      return { group, min, max: pick([null, Math.min(seats, min + below(4))]) };
    });
  switch (kind) {
    case "guarantee":
      return { kind, seats, guaranteed: guaranteedOf(random, ["g", "h", "v"], seats) };
    case "nested_bounds":
      return { kind, seats, bounds: bounds(random.shuffled(["g", "h", "v"])) };
    case "overlapping_bounds":
      return { kind, seats, bounds: bounds(["g", "h", "v"]) };
    case "set_aside": {
      const open = { seats, guaranteed: guaranteedOf(random, ["g", "h"], seats) };
      const own = guaranteedOf(random, ["g", "h"], 1);
      const categories = [
        { group: "v", seats: 1, guaranteed: own },
        { group: "w", seats: 1, guaranteed: [] },
      ];
      return { kind, open, categories, unfilled: pick(["vacant", "dereserve"]) };
    }
    case "seat_blocks": {
      const blocks = [
        { id: "one", seats: 1, group: "v" },
        { id: "two", seats, group: null, ...pick([{}, { prefer: "h" }]) },
        { id: "three", seats: 1, group: "g" },
      ];
      return { kind, blocks: random.shuffled(blocks), unfilled: pick(["vacant", "open"]) };
    }
    default:
      return { kind: "cut_off", seats };
  }
}

/** At most `seats` guaranteed seats over these groups. */
function guaranteedOf({ below, shuffled }: Seeded, groups: readonly string[], seats: number): GuaranteedSeats[] {
  let left = seats;
  return shuffled(groups).map((group) => {
    const own = below(Math.min(3, left) + 1);
    left -= own;
    return { group, seats: own };
  });
}

function tagsOf({ pick, some }: Seeded, ruleClass: RuleClass): readonly string[] {
  if (ruleClass === "nested_bounds") return pick([[], [], ["g"], ["g", "h"], ["v"]]);
  const disjoint = pick([[], ["v"], ["w"]]);
  return [...some(["g", "h"]), ...disjoint];
}
