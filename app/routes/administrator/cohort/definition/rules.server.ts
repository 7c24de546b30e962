import type { ProgrammeDefinition, StageDefinition } from "#app/domain/programme/definition.ts";
import type { QuotaDefinition } from "#app/domain/programme/quotas.ts";
import { isImported, panelSize, stagesInOrder } from "#app/domain/programme/stage.ts";
import { text } from "#app/domain/programme/text.ts";
import { formatNumber } from "#app/i18n/format.ts";
import type { Language } from "#app/i18n/language.ts";

/** The rules of a definition as a person reads them, in one language. */
export function rulesOf(definition: ProgrammeDefinition, language: Language) {
  const { tracks, capacity, choices, calendar, bonus, ranking, reserve, acceptance } = definition;
  return {
    seats: capacity,
    assignment: choices.assignment,
    tracks: tracks.map(({ id, title, capacity }) => ({ id, title: text(title, language), seats: capacity })),
    events: calendar.events.map(({ key, label, start, end }) => ({
      key,
      label: text(label, language),
      start,
      end: end ?? null,
    })),
    eligibility: definition.eligibility.map(({ id, text: sentence }) => ({ id, sentence: text(sentence, language) })),
    stages: stagesInOrder(definition).map((stage) => stageRule(definition, stage, language)),
    bonus: {
      cap: String(bonus.cap),
      note: text(bonus.note, language),
      items: bonus.items.map(({ id, label, points }) => ({
        id,
        label: text(label, language),
        points: String(points),
      })),
    },
    minimumTotal: String(ranking.minimumTotal),
    tieBreakers: [...ranking.tieBreakers]
      .sort((one, other) => one.order - other.order)
      .map(({ order, label }) => ({ order, label: text(label, language) })),
    quotas: definition.quotas.map((quota) => quotaView(definition, quota, language)),
    reserve: {
      percent: String(reserve.percentOfCapacity),
      validUntil: reserve.validUntil,
      replyHours: reserve.promotion.replyHours,
      crossTrack: reserve.crossTrack.allowed,
    },
    confirmBy: acceptance.confirmBy,
  };
}

function stageRule(definition: ProgrammeDefinition, stage: StageDefinition, language: Language) {
  const { id, title, maxScore, weightPercent, minScore, pass, gate, aggregation, rubric } = stage;
  return {
    id,
    title: text(title, language),
    maxScore: String(maxScore),
    weight: String(weightPercent),
    minScore: String(minScore),
    multiple: pass === undefined ? null : String(pass.multiple),
    gate: gate === undefined ? null : String(gate.progressPercentMin),
    imported: isImported(stage),
    reviews: panelSize(definition, id),
    method: aggregation?.method ?? null,
    trimFrom: aggregation?.trim?.enabledFromEvaluators ?? null,
    criteria: rubric.criteria.map(({ id: key, label, max, hint, minPercent }) => ({
      id: key,
      label: text(label, language),
      hint: text(hint, language),
      max: String(max),
      minPercent: minPercent === undefined ? null : String(minPercent),
    })),
  };
}

export type RulesView = ReturnType<typeof rulesOf>;

function quotaView(definition: ProgrammeDefinition, quota: QuotaDefinition, language: Language) {
  const { id, type } = quota;
  const view = { id, type, method: text(quota.method, language) };
  switch (quota.type) {
    case "region_minimum_share": {
      const region = text(definition.regions[quota.region]?.label, language);
      return { ...view, values: { region, percent: String(quota.percent) } };
    }
    case "guaranteed_seats":
    case "set_aside":
      return { ...view, values: { group: text(quota.label, language), seats: formatNumber(quota.seats) } };
    case "group_bounds": {
      const max = quota.max === null ? "–" : formatNumber(quota.max);
      return { ...view, values: { group: text(quota.label, language), min: formatNumber(quota.min), max } };
    }
    case "seat_blocks": {
      const blocks = quota.blocks.map(({ label, seats }) => `${text(label, language)} ${formatNumber(seats)}`);
      return { ...view, values: { blocks: blocks.join(" → ") } };
    }
  }
}
