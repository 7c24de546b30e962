import type { IntegerSolver } from "#app/domain/exact/integer-program.ts";
import { withNumerator } from "#app/domain/exact/number-column.ts";
import { decimalOfUnits, roundedUnits } from "#app/domain/exact/rounding.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import { tableOf, type CohortTable } from "#app/domain/selection/cohort-table.ts";
import { orderPeople, type RankedPerson } from "#app/domain/selection/order-people.ts";
import { failuresIn, rowsWithout } from "#app/domain/selection/qualify.ts";
import { seatPeople } from "#app/domain/selection/seat-people.ts";
import { tieBlocks } from "#app/domain/selection/seats.ts";
import type { SelectionInput, SelectionPerson, SelectionRule } from "#app/domain/selection/selection.ts";

/** The lowest total that would have been selected, with the decimals of the rule's rounding, and the track it would have got. */
export type NeededTotal = { readonly track: string; readonly total: string };

/**
 * `region_swap`: a higher total may lose a seat that is swapped, so there is no lowest one. `no_total`: not even the best
 * total of all would do, as where nobody may be taken from a group.
 */
export type NoNeededTotal = "not_qualified" | "selected" | "region_swap" | "no_total";

export type ToAsk = {
  readonly input: SelectionInput;
  readonly applicationNo: string;
  readonly solver?: IntegerSolver | undefined;
};

/**
 * What one qualified person without a seat would have needed: the lowest compared total, in steps of the rule's rounding,
 * that is selected with all else equal: scores, tie-breakers, tickets and everybody else. In a tie that only the committee
 * could decide the person is taken to come last; other undecided ties are taken by application number. Found by halving, because under B0 to B5, deferred acceptance, score_first and
 * choice_first a higher total never loses a seat; so it costs some twenty runs. Source: SELECTION B9.
 */
export function neededTotal({ input, applicationNo, solver }: ToAsk): Result<NeededTotal, NoNeededTotal> {
  const table = tableOf(input.rule, input.people);
  const qualified = rowsWithout(failuresIn(table));
  const row = table.people.findIndex((person) => person.applicationNo === applicationNo);
  const person = table.people[row];
  if (!person || !qualified.includes(row)) return refuse("not_qualified");
  const trackIn = trackFinder({ input, qualified, applicationNo, solver });
  if (trackIn(table) !== undefined) return refuse("selected");
  if (mayLoseByMore(input.rule, person)) return refuse("region_swap");

  const trackWith = (units: bigint) => trackIn(withTotal(table, row, units));
  let tooLow = wholeSteps(table, row);
  let enough = qualified.reduce((most, other) => larger(most, wholeSteps(table, other)), tooLow) + 2n;
  if (trackWith(enough) === undefined) return refuse("no_total");
  while (enough - tooLow > 1n) {
    const middle = (tooLow + enough) / 2n;
    if (trackWith(middle) === undefined) tooLow = middle;
    else enough = middle;
  }
  return done({ track: trackWith(enough) ?? "", total: decimalOfUnits(enough, input.rule.rounding.scale) });
}

type ToFind = ToAsk & { readonly qualified: Uint32Array };

/** The track in which the person has a seat when totals are those of a table. */
function trackFinder({ input, qualified, applicationNo, solver }: ToFind) {
  const { rule, draw, tieDecisions: recorded = [] } = input;
  // Who leaves a decided tie leaves the others in the order decided.
  const tieDecisions = [...recorded, ...recorded.map((decision) => decision.filter((no) => no !== applicationNo))];
  return (table: CohortTable): string | undefined => {
    const { people } = orderPeople({ table, qualified, tieDecisions, draw });
    const seated = seatPeople({ rule, people: lastInTie(people, applicationNo), solver });
    return seated.ok ? seated.value.seating.get(applicationNo)?.track : undefined;
  };
}

/** A strict order in which the person comes last among equals. */
function lastInTie(people: readonly RankedPerson[], applicationNo: string): readonly RankedPerson[] {
  const isOther = ({ person }: RankedPerson) => person.applicationNo !== applicationNo;
  const strict = tieBlocks(people).flatMap((block) => [
    ...block.filter(isOther),
    ...block.filter((ranked) => !isOther(ranked)),
  ]);
  return strict.map((ranked, tie) => ({ ...ranked, tie }));
}

/**
 * With a share, a resident keeps a seat with a higher total, and so does who names one track: that seat is the same, and comes
 * later where seats are swapped from below. With several choices it may be a seat in another track.
 */
function mayLoseByMore({ quotas }: SelectionRule, { tags, choices }: SelectionPerson): boolean {
  const [share] = quotas;
  return share !== undefined && choices.length > 1 && !tags.includes(share.tag);
}

function withTotal(table: CohortTable, row: number, units: bigint): CohortTable {
  const perStep = table.compared.denominator / stepsOf(table.rule);
  return { ...table, compared: withNumerator(table.compared, row, units * perStep) };
}

/** The compared total in whole steps of the rounding, cut off. */
function wholeSteps({ compared, rule }: CohortTable, row: number): bigint {
  const total = { numerator: BigInt(compared.numerators[row] ?? 0), denominator: compared.denominator };
  return roundedUnits(total, { ...rule.rounding, mode: "floor" });
}

function stepsOf({ rounding }: SelectionRule): bigint {
  return 10n ** BigInt(rounding.scale);
}

function larger(one: bigint, other: bigint): bigint {
  return one > other ? one : other;
}
