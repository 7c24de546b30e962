import { compare, multiply, rationalFromNumber } from "#app/domain/exact/rational.ts";
import type { ProgrammeDefinition, TieBreaker as TieBreakerDefinition } from "#app/domain/programme/definition.ts";
import { tieBreakerKey } from "#app/domain/programme/ranking.ts";
import { stagesInOrder } from "#app/domain/programme/stage.ts";
import { isRegionShare } from "#app/domain/programme/quotas.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import { choiceFromQuotas } from "#app/domain/selection/choice-from-quotas.ts";
import type { RegionShare, SelectionRule, TieBreaker, TrackSeats } from "#app/domain/selection/selection.ts";
import type { ShortlistRule } from "#app/domain/selection/shortlist.ts";
import {
  exactText,
  minimumsOf,
  unsupported,
  type RuleRefusal,
} from "#app/domain/selection/stage-rule-from-definition.ts";

/** Seats added to a track by a recorded committee decision: whole, 0 or more. */
export type SeatAdditions = Readonly<Record<string, number>>;

export type SeatRefusal = {
  readonly reason: "over_admission_not_allowed" | "over_admission_above_maximum" | "seats_not_whole" | "unknown_track";
  readonly path: string;
  readonly value: string;
};

/**
 * The seats of each track: capacity and recorded additions. Refuses additions that the definition does not allow, that are
 * not whole, or that together exceed its percentage of the whole capacity.
 */
export function seatsOf(
  definition: ProgrammeDefinition,
  additions: SeatAdditions = {},
): Result<readonly TrackSeats[], SeatRefusal> {
  const { tracks, overAdmission } = definition;
  const added = Object.entries(additions);
  const unknown = added.find(([id]) => !tracks.some((track) => track.id === id));
  if (unknown) return refuse({ reason: "unknown_track", path: "tracks", value: unknown[0] });
  const broken = added.find(([, seats]) => !Number.isSafeInteger(seats) || seats < 0);
  if (broken) return refuse({ reason: "seats_not_whole", path: `tracks.${broken[0]}`, value: String(broken[1]) });

  const sum = added.reduce((all, [, seats]) => all + seats, 0);
  if (sum > 0 && !overAdmission?.allowed) {
    return refuse({ reason: "over_admission_not_allowed", path: "overAdmission", value: String(sum) });
  }
  const capacity = tracks.reduce((all, track) => all + track.capacity, 0);
  if (overAdmission && isAbove({ sum, capacity, maxPercent: overAdmission.maxPercent })) {
    return refuse({ reason: "over_admission_above_maximum", path: "overAdmission.maxPercent", value: String(sum) });
  }
  return done(tracks.map(({ id, capacity: seats }) => ({ id, seats: seats + (additions[id] ?? 0) })));
}

type Addition = { readonly sum: number; readonly capacity: number; readonly maxPercent: number };

function isAbove({ sum, capacity, maxPercent }: Addition): boolean {
  const allowed = multiply(rationalFromNumber(maxPercent), rationalFromNumber(capacity));
  return compare(rationalFromNumber(sum * 100), allowed) > 0;
}

/** The selection rule of a definition; refuses what the engine cannot do yet, naming where it stands. */
export function ruleFromDefinition(
  definition: ProgrammeDefinition,
  additions: SeatAdditions = {},
): Result<SelectionRule, RuleRefusal | SeatRefusal> {
  const { choices, ranking, bonus, reserve } = definition;
  const tracks = seatsOf(definition, additions);
  if (!tracks.ok) return tracks;
  if (bonus.maxSelectedByBonusPercent !== null) {
    return unsupported("bonus.maxSelectedByBonusPercent", String(bonus.maxSelectedByBonusPercent));
  }
  for (const condition of ["no_stage_failed_minimum", "documents_verified"] as const) {
    if (!bonus.appliesOnlyIf.includes(condition)) return unsupported("bonus.appliesOnlyIf", `without ${condition}`);
  }
  if (!bonus.oneClaimPerItem) return unsupported("bonus.oneClaimPerItem", "false");
  if (!reserve.promotion.sameTrackOnly) return unsupported("reserve.promotion.sameTrackOnly", "false");
  if (!reserve.perTrack) return unsupported("reserve.perTrack", "false");
  const quotas = quotasOf(definition);
  if (!quotas.ok) return quotas;
  const choosing = tracksWithChoice(definition, tracks.value);
  if (!choosing.ok) return choosing;
  const tieBreakers = tieBreakersOf(ranking.tieBreakers);
  if (!tieBreakers.ok) return tieBreakers;

  return done({
    tracks: choosing.value,
    assignment: choices.assignment,
    rankingPerTrack: ranking.perTrack ?? false,
    stages: stagesInOrder(definition).map((stage) => ({
      ...minimumsOf(stage),
      weightPercent: exactText(stage.weightPercent),
    })),
    bonus: {
      cap: exactText(bonus.cap),
      items: bonus.items.map(({ id, points }) => ({ id, points: exactText(points) })),
    },
    minimumTotal: exactText(ranking.minimumTotal),
    rounding: { scale: ranking.rounding.scale, mode: ranking.rounding.mode },
    rankOn: ranking.rankOn ?? "rounded",
    tieBreakers: tieBreakers.value,
    quotas: quotas.value,
    reserve: { percentOfSeats: exactText(reserve.percentOfCapacity) },
  });
}

/** How one stage shortlists; a `pass` that names no basis means the stage's own score. Throws on an unknown stage id. */
export function shortlistRuleFromDefinition(
  definition: ProgrammeDefinition,
  stageId: string,
  additions: SeatAdditions = {},
): Result<ShortlistRule, RuleRefusal | SeatRefusal> {
  const stage = definition.stages.find(({ id }) => id === stageId);
  if (!stage) throw new RangeError(`no stage ${stageId}`);
  const tracks = seatsOf(definition, additions);
  if (!tracks.ok) return tracks;
  const { pass } = stage;
  if (!pass) return done({ stage: minimumsOf(stage), pass: null, tracks: tracks.value });
  const tieBreakers = tieBreakersOf(definition.ranking.tieBreakers);
  if (!tieBreakers.ok) return tieBreakers;

  const named = pass.basis ?? [stage.id];
  const basis = definition.stages.filter(({ id }) => named.includes(id));
  return done({
    stage: minimumsOf(stage),
    pass: {
      multiple: exactText(pass.multiple),
      perTrack: pass.perTrack,
      basis: basis.map(({ id, weightPercent }) => ({ id, weightPercent: exactText(weightPercent) })),
      tiesAtCut: pass.tiesAtCut,
      ...(pass.tiesAtCut === "tie_breakers" ? { tieBreakers: tieBreakers.value } : {}),
    },
    tracks: tracks.value,
  });
}

function tracksWithChoice(
  { tracks, quotas }: Pick<ProgrammeDefinition, "tracks" | "quotas">,
  seats: readonly TrackSeats[],
): Result<readonly TrackSeats[], RuleRefusal> {
  const choosing: TrackSeats[] = [];
  for (const [index, track] of seats.entries()) {
    const capacity = tracks[index]?.capacity ?? track.seats;
    const choice = choiceFromQuotas(quotas, { ...track, capacity, isOnly: tracks.length === 1 });
    if (!choice.ok) return choice;
    choosing.push(choice.value ? { ...track, choice: choice.value } : track);
  }
  return done(choosing);
}

/** The regional shares of a definition, which are reached by swaps; refuses kinds that the engine cannot do. */
export function quotasOf({ quotas }: Pick<ProgrammeDefinition, "quotas">): Result<readonly RegionShare[], RuleRefusal> {
  const shares = quotas.filter(isRegionShare);
  if (shares.length > 1) return unsupported("quotas", `${shares.length}`);
  const [share] = shares;
  if (!share) return done([]);
  if (share.scope !== "programme") return unsupported(`quotas.${share.id}.scope`, share.scope);
  if (!share.soft) return unsupported(`quotas.${share.id}.soft`, "false");
  return done([{ id: share.id, kind: "region_swap", tag: share.region, percent: exactText(share.percent) }]);
}

function tieBreakersOf(listed: readonly TieBreakerDefinition[]): Result<readonly TieBreaker[], RuleRefusal> {
  const tieBreakers: TieBreaker[] = [];
  for (const { by, prefer } of listed.toSorted((left, right) => left.order - right.order)) {
    const key = tieBreakerKey(by);
    const direction = prefer === "low" ? "low" : "high";
    if (key?.kind === "stage") tieBreakers.push({ by: "stage", stage: key.stageId, prefer: direction });
    else if (key?.kind === "criterion") {
      tieBreakers.push({ by: "criterion", stage: key.stageId, criterion: key.criterionId, prefer: direction });
    } else if (key?.kind === "bonusClaim") tieBreakers.push({ by: "claim", item: key.itemId });
    else if (key?.kind === "lottery" || key?.kind === "committee_decision") tieBreakers.push({ by: key.kind });
    // The total is compared first anyway.
    else if (key?.kind !== "total") return unsupported(`ranking.tieBreakers.${by}`, prefer);
  }
  return done(tieBreakers);
}
