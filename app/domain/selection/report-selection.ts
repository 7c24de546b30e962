import { exactTexts, fixedTexts } from "#app/domain/exact/column-text.ts";
import type { CohortTable } from "#app/domain/selection/cohort-table.ts";
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
  type SelectionResult,
  type SelectionRule,
  type Swap,
} from "#app/domain/selection/selection.ts";

type ToReport = {
  readonly rule: SelectionRule;
  readonly digest: string;
  readonly table: CohortTable;
  /** Beside the people of the table. */
  readonly failures: readonly (readonly SelectionFailure[])[];
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
  const { rule, digest, table, order, choices, swaps, quotas, reserves } = input;
  const totalText = fixedTexts(table.rounded, rule.rounding.scale);
  const selected = selectedPeople(input, totalText);
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
      people.map(({ person, rank, row }, index) => ({
        applicationNo: person.applicationNo,
        track,
        number: index + 1,
        meritRank: rank,
        total: totalText(row),
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
    order: meritPlaces(table, order.people),
  };
}

/** Says a number of the person in a row of the table. */
type Texts = (row: number) => string;

function selectedPeople({ rule, order, seating, swaps }: ToReport, totalText: Texts): readonly SelectedPerson[] {
  const swappedIn = new Set(swaps.map((swap) => swap.in));
  const seated = order.people.flatMap((ranked) => {
    const { applicationNo } = ranked.person;
    const seat = seating.get(applicationNo);
    if (!seat) return [];
    const { track, choiceOrder, given } = seat;
    const how = swappedIn.has(applicationNo) ? "region_swap" : howOf(given);
    const total = totalText(ranked.row);
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
  return input.table.people.flatMap(({ applicationNo }, row) => {
    if (input.seating.has(applicationNo) || onList.has(applicationNo)) return [];
    const failures = input.failures[row] ?? [];
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

function meritPlaces(table: CohortTable, people: readonly RankedPerson[]): readonly MeritPlace[] {
  const sumText = exactTexts(table.weightedSum);
  const exactText = exactTexts(table.exact);
  const totalText = fixedTexts(table.rounded, table.rule.rounding.scale);
  const comparedOf = ({ row }: RankedPerson) => table.compared.numerators[row] ?? 0;
  const sameTotals = countBy(people, comparedOf);
  const trackPeople = countBy(people, firstChoice);
  const trackRankOf = trackRanks();
  return people.map((ranked) => ({
    applicationNo: ranked.person.applicationNo,
    rank: ranked.rank,
    trackRank: trackRankOf(ranked),
    trackPeople: trackPeople.get(firstChoice(ranked)) ?? 0,
    weightedSum: sumText(ranked.row),
    bonus: table.bonus(ranked.row),
    exactTotal: exactText(ranked.row),
    total: totalText(ranked.row),
    sameTotal: sameTotals.get(comparedOf(ranked)) ?? 0,
    decidedBy: ranked.decidedBy,
  }));
}

function firstChoice({ person }: RankedPerson): string {
  return person.choices[0] ?? "";
}

function countBy<Key>(people: readonly RankedPerson[], keyOf: (ranked: RankedPerson) => Key): ReadonlyMap<Key, number> {
  const counts = new Map<Key, number>();
  for (const ranked of people) counts.set(keyOf(ranked), (counts.get(keyOf(ranked)) ?? 0) + 1);
  return counts;
}

/** Ranks among those with the same first choice, for people asked about in the order of merit. */
function trackRanks(): (ranked: RankedPerson) => number {
  const tracks = new Map<string, { readonly count: number; readonly tie: number; readonly rank: number }>();
  return (ranked) => {
    const { tie } = ranked;
    const track = firstChoice(ranked);
    const last = tracks.get(track) ?? { count: 0, tie: -1, rank: 0 };
    const rank = last.tie === tie ? last.rank : last.count + 1;
    tracks.set(track, { count: last.count + 1, tie, rank });
    return rank;
  };
}
