import { divide, hundred, multiply, rationalOf } from "#app/domain/exact/rational.ts";
import { toExactString } from "#app/domain/exact/rounding.ts";
import type { SeatGiven } from "#app/domain/selection/choice/pool.ts";
import { neededTotal, type ToAsk } from "#app/domain/selection/needed-total.ts";
import { failuresOf } from "#app/domain/selection/qualify.ts";
import type {
  MeritPlace,
  SelectionFailure,
  SelectionPerson,
  SelectionResult,
  SelectionRule,
  Swap,
} from "#app/domain/selection/selection.ts";

/** One fact about one application. Ids stay ids and numbers exact text, so that sentences are made elsewhere. */
export type ExplanationLine =
  | {
      readonly code: "stage_score";
      readonly stage: string;
      readonly score: string;
      readonly weight: string;
      readonly points: string;
    }
  | { readonly code: "minimum_missed"; readonly failure: SelectionFailure }
  | { readonly code: "minimums_met" }
  | { readonly code: "weighted_sum"; readonly sum: string; readonly minimum: string | null }
  | { readonly code: "claim"; readonly item: string; readonly points: string; readonly verified: boolean }
  | { readonly code: "bonus"; readonly verified: string; readonly granted: string; readonly capped: boolean }
  | { readonly code: "bonus_not_added" }
  | {
      readonly code: "total";
      readonly sum: string;
      readonly bonus: string;
      readonly exact: string;
      readonly total: string;
    }
  | { readonly code: "rank"; readonly rank: number; readonly among: number; readonly track: string | null }
  | { readonly code: "same_total"; readonly people: number; readonly total: string }
  | { readonly code: "decided_by"; readonly tieBreaker: number }
  | { readonly code: "selected"; readonly track: string; readonly choiceOrder: number }
  | { readonly code: "selected_by_swap"; readonly track: string; readonly choiceOrder: number; readonly quota: string }
  | {
      readonly code: "selected_on_seat";
      readonly track: string;
      readonly choiceOrder: number;
      readonly group: string;
      readonly seat: "guaranteed" | "set_aside" | "block";
    }
  | { readonly code: "displaced"; readonly quota: string }
  | { readonly code: "displaced_by_groups" }
  | { readonly code: "ceiling" }
  | { readonly code: "reserve"; readonly track: string; readonly number: number; readonly length: number }
  | { readonly code: "cut_line"; readonly track: string; readonly lowestTotal: string; readonly seats: number }
  | { readonly code: "not_selected" }
  | { readonly code: "needed_total"; readonly track: string; readonly total: string };

type Explained = { readonly rule: SelectionRule; readonly result: SelectionResult };
type Found = Explained & { readonly known: ReturnType<typeof indexOf> };
type ToExplain = Found & { readonly person: SelectionPerson };

type OfOne = Explained & { readonly person: SelectionPerson } & Pick<Partial<ToAsk>, "input" | "solver">;

/**
 * The outcome of one application as facts in reading order: one per number that led to it. Only of the own numbers. With the
 * run's `input`, who has no seat is also told the lowest total that would have been selected, which costs some twenty runs.
 */
export function explainApplication({ person, input, solver, ...explained }: OfOne): readonly ExplanationLine[] {
  const lines = explainerOf(explained)(person);
  const needed = input && neededTotal({ input, applicationNo: person.applicationNo, solver });
  return needed?.ok ? [...lines, { code: "needed_total", ...needed.value }] : lines;
}

/** As explainApplication, for everybody of one run: what the result says of each is looked up once. */
export function explainerOf({ rule, result }: Explained): (person: SelectionPerson) => readonly ExplanationLine[] {
  const found = { rule, result, known: indexOf(result) };
  return (person) => explain({ ...found, person });
}

function indexOf({ order, selected, reserves, swaps, notSelected, displacement }: SelectionResult) {
  const byNumber = <Row extends { readonly applicationNo: string }>(rows: readonly Row[]) =>
    new Map(rows.map((row) => [row.applicationNo, row]));
  const listLength = new Map<string, number>();
  for (const { track } of reserves) listLength.set(track, (listLength.get(track) ?? 0) + 1);
  return {
    place: byNumber(order),
    seat: byNumber(selected),
    reserve: byNumber(reserves),
    listLength,
    lost: new Set(displacement.lost),
    capped: new Set(notSelected.filter(({ code }) => code === "ceiling").map(({ applicationNo }) => applicationNo)),
    swap: new Map(swaps.flatMap((swap) => [[swap.in, swap] as const, [swap.out, swap] as const])),
  };
}

function explain(toExplain: ToExplain): readonly ExplanationLine[] {
  const { rule, person, known } = toExplain;
  const place = known.place.get(person.applicationNo);
  const scores = rule.stages.flatMap(({ id, weightPercent }): ExplanationLine[] => {
    const score = person.stages[id]?.score ?? null;
    if (score === null) return [];
    const points = toExactString(divide(multiply(rationalOf(score), rationalOf(weightPercent)), hundred));
    return [{ code: "stage_score", stage: id, score, weight: weightPercent, points }];
  });
  const claims = claimLines(rule, person);
  if (!place) {
    const missed = failuresOf(rule, person).map((failure) => ({ code: "minimum_missed", failure }) as const);
    const noBonus: ExplanationLine[] = person.claims.length > 0 ? [{ code: "bonus_not_added" }] : [];
    return [...scores, ...missed, ...claims, ...noBonus, { code: "not_selected" }];
  }
  return [
    ...scores,
    ...totalLines(rule, place, claims),
    ...rankLines({ ...toExplain, place }),
    ...outcomeLines(toExplain),
  ];
}

function claimLines({ bonus }: SelectionRule, person: SelectionPerson): readonly ExplanationLine[] {
  const asked = (bonus?.items ?? []).filter(({ id }) => person.claimsAsked.includes(id) || person.claims.includes(id));
  return asked.map(({ id, points }) => ({ code: "claim", item: id, points, verified: person.claims.includes(id) }));
}

function totalLines(
  rule: SelectionRule,
  place: MeritPlace,
  claims: readonly ExplanationLine[],
): readonly ExplanationLine[] {
  const { weightedSum: sum, bonus, exactTotal: exact, total } = place;
  const bonusLine: ExplanationLine[] = claims.length > 0 ? [{ code: "bonus", ...bonus }] : [];
  return [
    { code: "minimums_met" },
    { code: "weighted_sum", sum, minimum: rule.minimumTotal },
    ...claims,
    ...bonusLine,
    { code: "total", sum, bonus: bonus.granted, exact, total },
  ];
}

function rankLines(ranked: ToExplain & { readonly place: MeritPlace }): readonly ExplanationLine[] {
  const { sameTotal: people, total, decidedBy } = ranked.place;
  const tie: ExplanationLine[] = people > 1 ? [{ code: "same_total", people, total }] : [];
  const decided = decidedBy.map((tieBreaker) => ({ code: "decided_by", tieBreaker }) as const);
  return [rankLine(ranked), ...tie, ...decided];
}

function rankLine({ rule, person, result, place }: ToExplain & { readonly place: MeritPlace }): ExplanationLine {
  if (!rule.rankingPerTrack) return { code: "rank", rank: place.rank, among: result.order.length, track: null };
  const track = person.choices[0] ?? "";
  return { code: "rank", rank: place.trackRank, among: place.trackPeople, track };
}

function outcomeLines({ person, result, known }: ToExplain): readonly ExplanationLine[] {
  const { applicationNo } = person;
  const seat = known.seat.get(applicationNo);
  const swap = known.swap.get(applicationNo);
  if (seat) {
    const { track, choiceOrder } = seat;
    if (swap) return [{ code: "selected_by_swap", track, choiceOrder, quota: swap.quota }];
    const kept = keptSeat(seat.seat);
    if (kept) return [{ code: "selected_on_seat", track, choiceOrder, ...kept }, ...cutLines(result, [track])];
    return [{ code: "selected", track, choiceOrder }, ...cutLines(result, [track])];
  }
  const displaced = displacedLines({
    swap,
    lost: known.lost.has(applicationNo),
    capped: known.capped.has(applicationNo),
  });
  const place = known.reserve.get(applicationNo);
  if (place) {
    const { track, number } = place;
    const length = known.listLength.get(track) ?? 0;
    return [...displaced, { code: "reserve", track, number, length }, ...cutLines(result, person.choices)];
  }
  return [...displaced, { code: "not_selected" }, ...cutLines(result, person.choices)];
}

type Moved = { readonly swap: Swap | undefined; readonly lost: boolean; readonly capped: boolean };

function displacedLines({ swap, lost, capped }: Moved): readonly ExplanationLine[] {
  if (swap) return [{ code: "displaced", quota: swap.quota }];
  if (capped) return [{ code: "ceiling" }];
  return lost ? [{ code: "displaced_by_groups" }] : [];
}

type KeptSeat = Pick<Extract<ExplanationLine, { readonly code: "selected_on_seat" }>, "group" | "seat">;

/** The group for which a seat was kept; nothing for an open one. */
function keptSeat(given: SeatGiven): KeptSeat | null {
  if (given.kind === "guaranteed") return { seat: given.kind, group: given.group };
  if (given.kind === "set_aside") return { seat: given.kind, group: given.guaranteed ?? given.category };
  return given.kind === "block" ? { seat: given.kind, group: given.block } : null;
}

function cutLines(result: SelectionResult, tracks: readonly string[]): readonly ExplanationLine[] {
  return tracks.flatMap((track): ExplanationLine[] => {
    const line = result.cutLines.find((cut) => cut.track === track);
    if (!line || line.lowestTotal === null) return [];
    return [{ code: "cut_line", track, lowestTotal: line.lowestTotal, seats: line.seats }];
  });
}
