import type { Composite } from "#app/domain/selection/composite.ts";
import { toDecimalString, toExactString } from "#app/domain/exact/rounding.ts";
import type { MeritOrder, RankedPerson } from "#app/domain/selection/order-people.ts";
import { peopleUnderCeiling } from "#app/domain/selection/ceiling.ts";
import type { SeatGiven } from "#app/domain/selection/choice/pool.ts";
import type { ReserveList } from "#app/domain/selection/reserve-list.ts";
import { numbersOf, tieBlocks, type Seating } from "#app/domain/selection/seats.ts";
import {
  ENGINE_VERSION,
  type CutLine,
  type Displacement,
  type MeritPlace,
  type NotSelectedPerson,
  type QuotaReport,
  type SelectedPerson,
  type SelectionFailure,
  type SelectionPerson,
  type SelectionResult,
  type SelectionRule,
  type Swap,
} from "#app/domain/selection/selection.ts";

type Judged = { readonly person: SelectionPerson; readonly failures: readonly SelectionFailure[] };

type ToReport = {
  readonly rule: SelectionRule;
  readonly digest: string;
  /** Everybody, sorted by application number. */
  readonly judged: readonly Judged[];
  readonly order: MeritOrder;
  readonly seating: Seating;
  /** Who would sit where if no track gave seats by groups; before the swaps. */
  readonly byMerit: Seating;
  readonly choices: SelectionResult["choices"];
  readonly swaps: readonly Swap[];
  readonly quotas: readonly QuotaReport[];
  readonly reserves: readonly ReserveList[];
};

/** Writes the outcome of every step as plain data. */
export function reportSelection(input: ToReport): SelectionResult {
  const { rule, digest, order, choices, swaps, quotas, reserves } = input;
  const selected = selectedPeople(input);
  const count = (track: string) => selected.filter((seated) => seated.track === track).length;
  const short = rule.tracks.map(({ id, seats }) => ({ track: id, seats: seats - count(id) }));
  const displacedBy = new Map(swaps.map((swap) => [swap.out, swap.in]));
  return {
    status: "complete",
    engineVersion: ENGINE_VERSION,
    digest,
    seats: rule.tracks.reduce((seats, track) => seats + track.seats, 0),
    selected,
    reserves: reserves.flatMap(({ track, people }) =>
      people.map(({ person, rank, composite }, index) => ({
        applicationNo: person.applicationNo,
        track,
        number: index + 1,
        meritRank: rank,
        total: totalText(rule, composite),
        displacedBy: displacedBy.get(person.applicationNo) ?? null,
      })),
    ),
    notSelected: notSelectedPeople(input, displacedBy),
    byTrack: Object.fromEntries(rule.tracks.map(({ id }) => [id, count(id)])),
    cutLines: rule.tracks.map(({ id, seats }) => cutLineOf(selected, { track: id, seats })),
    unfilled: short
      .filter(({ seats }) => seats > 0)
      .map((seat) => ({ ...seat, reason: "no_qualified_applicant_left" })),
    swaps,
    quotas,
    choices,
    displacement: displacementOf(input),
    harmlessTies: tieBlocks(order.people)
      .filter((block) => block.length > 1)
      .map(numbersOf),
    decidedTies: order.decidedTies,
    order: meritPlaces(rule, order.people),
  };
}

function totalText(rule: SelectionRule, composite: Composite): string {
  return toDecimalString(composite.rounded, rule.rounding.scale, rule.rounding.mode);
}

function selectedPeople({ rule, order, seating, swaps }: ToReport): readonly SelectedPerson[] {
  const swappedIn = new Set(swaps.map((swap) => swap.in));
  const seated = order.people.flatMap((ranked) => {
    const { applicationNo } = ranked.person;
    const seat = seating.get(applicationNo);
    if (!seat) return [];
    const { track, choiceOrder, given } = seat;
    const how = swappedIn.has(applicationNo) ? "region_swap" : howOf(given);
    const total = totalText(rule, ranked.composite);
    return [{ applicationNo, track, choiceOrder, meritRank: ranked.rank, total, how, seat: given }];
  });
  return rule.tracks.flatMap(({ id }) => seated.filter(({ track }) => track === id));
}

function howOf({ kind }: SeatGiven): SelectedPerson["how"] {
  return kind === "open" || kind === "dereserved" ? "merit" : "guaranteed";
}

/** By merit: who sits only because of groups and shares, and who does not for the same reason; equally many in a full track. */
function displacementOf({ order, seating, byMerit }: ToReport): Displacement {
  const numbers = numbersOf(order.people);
  return {
    gained: numbers.filter((no) => seating.has(no) && !byMerit.has(no)),
    lost: numbers.filter((no) => !seating.has(no) && byMerit.has(no)),
  };
}

function notSelectedPeople(input: ToReport, displacedBy: ReadonlyMap<string, string>): readonly NotSelectedPerson[] {
  const capped = peopleUnderCeiling(input);
  const onList = new Set(input.reserves.flatMap(({ people }) => numbersOf(people)));
  return input.judged.flatMap(({ person: { applicationNo }, failures }) => {
    if (input.seating.has(applicationNo) || onList.has(applicationNo)) return [];
    const [first] = failures;
    const displaced = displacedBy.has(applicationNo) || input.byMerit.has(applicationNo);
    const code =
      first?.code ?? (capped.has(applicationNo) ? "ceiling" : displaced ? "displaced_by_quota" : "outranked");
    return [{ applicationNo, code, failures }];
  });
}

function cutLineOf(selected: readonly SelectedPerson[], { track, seats }: { track: string; seats: number }): CutLine {
  const last = selected.findLast((seated) => seated.track === track && seated.how === "merit");
  return { track, seats, lowestTotal: last?.total ?? null, lowestRank: last?.meritRank ?? null };
}

function meritPlaces(rule: SelectionRule, people: readonly RankedPerson[]): readonly MeritPlace[] {
  const sameTotals = new Map<string, number>();
  for (const ranked of people) sameTotals.set(comparedText(ranked), (sameTotals.get(comparedText(ranked)) ?? 0) + 1);

  const trackRankOf = trackRanks();
  const trackPeople = new Map<string, number>();
  for (const { person } of people) {
    const track = person.choices[0] ?? "";
    trackPeople.set(track, (trackPeople.get(track) ?? 0) + 1);
  }
  return people.map((ranked) => {
    const { person, composite, rank, decidedBy } = ranked;
    return {
      applicationNo: person.applicationNo,
      rank,
      trackRank: trackRankOf(ranked),
      trackPeople: trackPeople.get(person.choices[0] ?? "") ?? 0,
      weightedSum: toExactString(composite.weightedSum),
      bonus: {
        verified: toExactString(composite.bonus.verified),
        granted: toExactString(composite.bonus.granted),
        capped: composite.bonus.capped,
      },
      exactTotal: toExactString(composite.exact),
      total: totalText(rule, composite),
      sameTotal: sameTotals.get(comparedText(ranked)) ?? 1,
      decidedBy,
    };
  });
}

function comparedText({ composite }: RankedPerson): string {
  return toExactString(composite.compared);
}

/** Ranks among those with the same first choice, for people asked about in the order of merit. */
function trackRanks(): (ranked: RankedPerson) => number {
  const tracks = new Map<string, { readonly count: number; readonly tie: number; readonly rank: number }>();
  return ({ person, tie }) => {
    const track = person.choices[0] ?? "";
    const last = tracks.get(track) ?? { count: 0, tie: -1, rank: 0 };
    const rank = last.tie === tie ? last.rank : last.count + 1;
    tracks.set(track, { count: last.count + 1, tie, rank });
    return rank;
  };
}
