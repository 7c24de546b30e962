import { drawHolds } from "#app/domain/draw/draw-record.ts";
import { isExactNumber } from "#app/domain/exact/exact-number.ts";
import type { IntegerSolver } from "#app/domain/exact/integer-program.ts";
import { choiceRefusal } from "#app/domain/selection/validate-choices.ts";
import type {
  SelectionInput,
  SelectionPerson,
  SelectionRefusal,
  SelectionRule,
  TieBreaker,
  WeightedStage,
} from "#app/domain/selection/selection.ts";
import type { StageStanding } from "#app/domain/selection/stage-standing.ts";

/** The first thing that makes a run impossible; null when it can go on. */
export function refusalOf(input: SelectionInput, solver?: IntegerSolver): SelectionRefusal | null {
  return ruleRefusal(input) ?? peopleRefusal(input) ?? choiceRefusal(input, solver);
}

function ruleRefusal({ rule, people, draw }: SelectionInput): SelectionRefusal | null {
  const trackIds = rule.tracks.map(({ id }) => id);
  if (trackIds.length === 0) return { reason: "no_tracks", subject: "" };
  const broken = rule.tracks.find(({ seats }) => !Number.isSafeInteger(seats) || seats < 0);
  if (broken) return { reason: "seats_not_whole", subject: broken.id };
  const twice = trackIds.find((id, index) => trackIds.indexOf(id) !== index);
  if (twice !== undefined) return { reason: "duplicate_track", subject: twice };
  const number = numbersOfRule(rule).find((text) => !isExactNumber(text));
  if (number !== undefined) return { reason: "malformed_number", subject: number };
  if (rule.quotas.length > 1) return { reason: "several_quotas_unsupported", subject: rule.quotas[1]?.id ?? "" };
  if (draw && "algorithm" in draw && !drawHolds(draw, numbersOfPeople(people))) {
    return { reason: "draw_does_not_hold", subject: draw.drawId };
  }
  return chainRefusal(rule, draw !== undefined);
}

function numbersOfPeople(people: readonly SelectionPerson[]): readonly string[] {
  return [...new Set(people.map(({ applicationNo }) => applicationNo))];
}

function chainRefusal(rule: SelectionRule, hasDraw: boolean): SelectionRefusal | null {
  const last = rule.tieBreakers.at(-1)?.by;
  const early = rule.tieBreakers.slice(0, -1).some(isLastKey);
  if (early || (last !== "lottery" && last !== "committee_decision")) {
    return { reason: "chain_has_no_last_key", subject: last ?? "" };
  }
  if (last === "lottery" && !hasDraw) return { reason: "draw_missing", subject: "lottery" };
  const unknown = rule.tieBreakers.find((key) => !isKnown(rule, key));
  if (!unknown) return null;
  if (unknown.by === "claim") return { reason: "unknown_claim", subject: unknown.item };
  return { reason: "unknown_stage_in_tie_breakers", subject: "stage" in unknown ? unknown.stage : unknown.by };
}

function isLastKey({ by }: TieBreaker): boolean {
  return by === "lottery" || by === "committee_decision";
}

function isKnown(rule: SelectionRule, key: TieBreaker): boolean {
  if (key.by === "claim") return isItem(rule, key.item);
  if (key.by !== "stage" && key.by !== "criterion") return true;
  const stage = rule.stages.find(({ id }) => id === key.stage);
  return stage !== undefined && (key.by === "stage" || stage.criteria.some(({ id }) => id === key.criterion));
}

function isItem(rule: SelectionRule, item: string): boolean {
  return rule.bonus?.items.some(({ id }) => id === item) ?? false;
}

function numbersOfRule(rule: SelectionRule): readonly string[] {
  const ofStages = rule.stages.flatMap(({ weightPercent, minimum, gate, criteria }) => [
    weightPercent,
    minimum,
    gate?.minimumPercent ?? null,
    ...criteria.flatMap(({ max, minPercent }) => [max, minPercent]),
  ]);
  const ofBonus = rule.bonus ? [rule.bonus.cap, ...rule.bonus.items.map(({ points }) => points)] : [];
  const shares = rule.quotas.map(({ percent }) => percent);
  const all = [...ofStages, ...ofBonus, ...shares, rule.minimumTotal, rule.reserve.percentOfSeats];
  return all.filter((text) => text !== null);
}

type People = {
  readonly rule: SelectionRule;
  readonly tracks: ReadonlySet<string>;
  readonly items: ReadonlySet<string>;
};

function peopleRefusal({ rule, people }: SelectionInput): SelectionRefusal | null {
  const tracks = new Set(rule.tracks.map(({ id }) => id));
  const items = new Set(rule.bonus?.items.map(({ id }) => id));
  const seen = new Set<string>();
  for (const person of people) {
    const subject = person.applicationNo;
    if (seen.has(subject)) return { reason: "duplicate_application", subject };
    seen.add(subject);
    const reason = personRefusal({ rule, tracks, items }, person);
    if (reason) return { reason, subject };
  }
  return null;
}

function personRefusal({ rule, tracks, items }: People, person: SelectionPerson): SelectionRefusal["reason"] | null {
  const { choices, claims, standing, stages } = person;
  const distinct = choices.length < 2 || new Set(choices).size === choices.length;
  if (choices.length === 0 || !choices.every((choice) => tracks.has(choice)) || !distinct) return "choices_invalid";
  if (!claims.every((claim) => items.has(claim))) return "unknown_claim";
  if (standing === "in" && rule.stages.some(({ id }) => isUnfinished(stages[id]?.outcome))) return "stage_unfinished";
  return rule.stages.every((stage) => isComplete(stage, stages[stage.id])) ? null : "malformed_number";
}

function isUnfinished(outcome: string | undefined): boolean {
  return outcome === "insufficient_reviews" || outcome === "incomplete_review";
}

function isComplete({ criteria }: WeightedStage, standing: StageStanding | undefined): boolean {
  if (standing?.outcome !== "scored") return true;
  return isExactNumber(standing.score) && criteria.every(({ id }) => isExactNumber(standing.criteria[id]));
}
