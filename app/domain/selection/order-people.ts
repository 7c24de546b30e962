import { ticketsOfDraw, type DrawRecord } from "#app/domain/draw/draw-record.ts";
import { seededOrder } from "#app/domain/draw/seeded-order.ts";
import { ticketOrder } from "#app/domain/draw/ticket-order.ts";
import { orderKeys } from "#app/domain/exact/number-column.ts";
import type { Sha256 } from "#app/domain/proof/sha256.ts";
import type { CohortTable } from "#app/domain/selection/cohort-table.ts";
import { drawTies } from "#app/domain/selection/scoring/draw-ties.ts";
import { orderTable, type TableKey, type TableOrder } from "#app/domain/selection/scoring/order-table.ts";
import type { DrawSeed, SelectionPerson, SelectionRule, TieBreaker } from "#app/domain/selection/selection.ts";

/** A qualified person in the order of merit. `tie` is shared by those whom only the committee can tell apart. */
export type RankedPerson = {
  readonly person: SelectionPerson;
  /** Which person of the table it is. */
  readonly row: number;
  readonly tie: number;
  /** 1 is best; an undecided tie shares the better rank. */
  readonly rank: number;
  readonly decidedBy: readonly number[];
};

export type MeritOrder = {
  readonly people: readonly RankedPerson[];
  readonly decidedTies: readonly (readonly string[])[];
};

type ToOrder = {
  readonly table: CohortTable;
  /** Rows of the table, ascending. */
  readonly qualified: Uint32Array;
  readonly tieDecisions: readonly (readonly string[])[];
  readonly draw: DrawSeed | DrawRecord | undefined;
  readonly sha256?: Sha256 | undefined;
};

/**
 * Orders people by total, then by the rule's tie-breakers, each better value first. A lottery makes the order strict;
 * people whom every other key leaves equal are one tie, put in the recorded order if there is one of exactly these
 * people, else undecided and (only so that runs repeat) listed by application number. Source: SELECTION A8.
 */
export function orderPeople({ table, qualified, tieDecisions, draw, sha256 }: ToOrder): MeritOrder {
  const keys = keysOf(table);
  const byKeys = orderTable(keys, qualified);
  const numberOf = (row: number) => table.people[row]?.applicationNo ?? "";
  if (isDrawn(table.rule) && draw) {
    const order = drawTies(byKeys, (rows) => placesDrawn(Array.from(rows, numberOf), draw, sha256));
    return { people: rankRows(table, { keys, order, ties: new Uint32Array() }), decidedTies: [] };
  }
  const { order, ties, decidedTies } = decideTies(byKeys, { tieDecisions, numberOf });
  return { people: rankRows(table, { keys, order, ties }), decidedTies };
}

function isDrawn(rule: SelectionRule): boolean {
  return rule.tieBreakers.at(-1)?.by === "lottery";
}

/** The total and every tie-breaker that compares numbers. */
function keysOf(table: CohortTable): readonly TableKey[] {
  const total: TableKey = { values: orderKeys(table.compared), prefer: "high" };
  return [total, ...table.rule.tieBreakers.flatMap((key) => keyOf(table, key) ?? [])];
}

function keyOf({ people, numbers }: CohortTable, key: TieBreaker): TableKey | null {
  switch (key.by) {
    case "claim":
      return { values: Uint8Array.from(people, ({ claims }) => (claims.includes(key.item) ? 1 : 0)), prefer: "high" };
    case "stage":
      return { values: orderKeys(numbers(key.stage, null)), prefer: key.prefer };
    case "criterion":
      return { values: orderKeys(numbers(key.stage, key.criterion)), prefer: key.prefer };
    case "lottery":
    case "committee_decision":
      return null;
  }
}

/** The places of these application numbers in the order in which they are drawn. */
function placesDrawn(ids: readonly string[], draw: DrawSeed | DrawRecord, sha256: Sha256 | undefined): Uint32Array {
  if ("algorithm" in draw) return ticketOrder(ticketsOfDraw(draw, ids));
  const placeOf = new Map(ids.map((id, place) => [id, place]));
  const drawn = seededOrder({ ...draw, ids, ...(sha256 && { sha256 }) });
  return Uint32Array.from(drawn, (id) => placeOf.get(id) ?? 0);
}

type ToDecide = Pick<ToOrder, "tieDecisions"> & { readonly numberOf: (row: number) => string };

/** The order with every recorded decision applied, and the ties that are left. */
function decideTies({ order, ties }: TableOrder, { tieDecisions, numberOf }: ToDecide) {
  const strict = order.slice();
  const left: number[] = [];
  const decidedTies: (readonly string[])[] = [];
  for (let group = 0; group < ties.length; group += 2) {
    const [start = 0, end = 0] = ties.subarray(group, group + 2);
    const rowOf = new Map(Array.from(order.subarray(start, end), (row) => [numberOf(row), row] as const));
    const decided = tieDecisions.find((decision) => isOrderOf(decision, rowOf));
    if (decided) {
      strict.set(
        Uint32Array.from(decided, (no) => rowOf.get(no) ?? 0),
        start,
      );
      decidedTies.push(decided);
    } else left.push(start, end);
  }
  return { order: strict, ties: Uint32Array.from(left), decidedTies };
}

function isOrderOf(decision: readonly string[], group: ReadonlyMap<string, unknown>): boolean {
  if (decision.length !== group.size) return false;
  return new Set(decision).size === group.size && decision.every((no) => group.has(no));
}

type Ordered = TableOrder & { readonly keys: readonly TableKey[] };

/** `ties`: the undecided ones. */
function rankRows({ people }: CohortTable, { keys, order, ties }: Ordered): readonly RankedPerson[] {
  const separators = Array.from(order, (row, place) => separatorOf(keys, order[place - 1], row));
  let nextTie = 0;
  let tie = -1;
  return Array.from(order, (row, place) => {
    if (place >= (ties[nextTie + 1] ?? order.length)) nextTie += 2;
    const start = ties[nextTie] ?? order.length;
    const isStrict = place < start;
    if (isStrict || place === start) tie += 1;
    const decidedBy = decidedByOf([separators[place], separators[place + 1]], { isStrict, lastKey: keys.length - 1 });
    return { person: people[row] as SelectionPerson, row, tie, rank: 1 + (isStrict ? place : start), decidedBy };
  });
}

/** Which key separates two rows, 0 the total; the number of keys where none does; −1 where there is no other row. */
function separatorOf(keys: readonly TableKey[], above: number | undefined, row: number): number {
  if (above === undefined) return -1;
  for (let at = 0; at < keys.length; at += 1) {
    const values = keys[at]?.values;
    if (values?.[above] !== values?.[row]) return at;
  }
  return keys.length;
}

type Strictness = { readonly isStrict: boolean; readonly lastKey: number };

/** Tie-breakers by position; the last stands for the draw or the recorded decision. */
function decidedByOf(
  separators: readonly (number | undefined)[],
  { isStrict, lastKey }: Strictness,
): readonly number[] {
  const deciding = separators.flatMap((at = -1) => (at > 0 && (isStrict || at <= lastKey) ? [at - 1] : []));
  return [...new Set(deciding)].toSorted((left, right) => left - right);
}
