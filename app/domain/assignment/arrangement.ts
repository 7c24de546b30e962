import type { FlowProblem } from "#app/domain/assignment/min-cost-flow.ts";
import type { PairTable } from "#app/domain/assignment/pair-table.ts";

/** Pairs that end and pairs that begin, at the same time. */
export type Move = { readonly lost: readonly number[]; readonly won: readonly number[] };

/** An assignment that exchanges change step by step; loads stay between their bounds. */
export type Arrangement = {
  readonly table: PairTable;
  readonly problem: FlowProblem;
  readonly chosen: Uint8Array;
  readonly loads: Int32Array;
  /** The application of each pair. */
  readonly owner: Int32Array;
  /** Chosen pairs by reviewer. */
  readonly held: readonly Set<number>[];
  /** Applications shared, by `reviewer · m + other`, the lower place first; anchors are not counted. */
  readonly together: Map<number, number>;
  /** Over all pairs of reviewers: Σ applications shared beyond the most allowed, and Σ of squares. */
  readonly totals: { readonly most: number; excess: number; squares: number };
};

type Start = { readonly chosen: Uint8Array; readonly loads: Int32Array; readonly mostTogether?: number | undefined };

/** A copy of the answer that can be changed. */
export function arrangementOf(
  table: PairTable,
  problem: FlowProblem,
  { chosen, loads, mostTogether }: Start,
): Arrangement {
  const owner = new Int32Array(table.reviewer.length);
  const held = table.reviewers.map(() => new Set<number>());
  const totals = { most: mostTogether ?? Number.POSITIVE_INFINITY, excess: 0, squares: 0 };
  const copies = { chosen: chosen.slice(), loads: loads.slice(), together: new Map<number, number>() };
  const arrangement = { table, problem, owner, held, totals, ...copies };
  for (let i = 0; i < table.applications.length; i += 1) {
    owner.fill(i, table.start[i], table.start[i + 1]);
    for (const pair of chosenOf(arrangement, i)) held[table.reviewer[pair] as number]?.add(pair);
    countTogether(arrangement, i, 1);
  }
  return arrangement;
}

/** The made pairs of application i, ascending by reviewer. */
export function chosenOf({ table: { start }, chosen }: Pick<Arrangement, "table" | "chosen">, i: number): number[] {
  const pairs: number[] = [];
  const end = start[i + 1] as number;
  for (let pair = start[i] as number; pair < end; pair += 1) if (chosen[pair] === 1) pairs.push(pair);
  return pairs;
}

/** The pair of an application and a reviewer, or −1 where the reviewer must not (or was not considered to) read it. */
export function pairOf({ start, reviewer }: PairTable, i: number, j: number): number {
  let low = start[i] as number;
  let high = (start[i + 1] as number) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = reviewer[middle] as number;
    if (found === j) return middle;
    if (found < j) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Carries a move out; bounds and locks are the caller's concern (`movesOf` minds them). */
export function makeMove(arrangement: Arrangement, { lost, won }: Move): void {
  const { owner, chosen, held, loads, table } = arrangement;
  const touched = new Set([...lost, ...won].map((pair) => owner[pair] as number));
  for (const i of touched) countTogether(arrangement, i, -1);
  const change = (pair: number, by: 1 | -1): void => {
    const j = table.reviewer[pair] as number;
    chosen[pair] = by === 1 ? 1 : 0;
    if (by === 1) held[j]?.add(pair);
    else held[j]?.delete(pair);
    loads[j] = (loads[j] as number) + by;
  };
  for (const pair of lost) change(pair, -1);
  for (const pair of won) change(pair, 1);
  for (const i of touched) countTogether(arrangement, i, 1);
}

/** Takes a move back. */
export function undoMove(arrangement: Arrangement, { lost, won }: Move): void {
  makeMove(arrangement, { lost: won, won: lost });
}

/** What a move adds to the cost (scores, kept pairs, chance). */
export function moveCost({ problem: { cost } }: Arrangement, { lost, won }: Move): number {
  const total = (pairs: readonly number[]): number => pairs.reduce((sum, pair) => sum + (cost[pair] as number), 0);
  return total(won) - total(lost);
}

/**
 * Every way to give one of the application's reviews to somebody else: to one with room, or in exchange with a reader of
 * another application (a: j → j', b: j' → j), which keeps all loads. Locked pairs and bounds are respected.
 */
export function* movesOf(arrangement: Arrangement, i: number): Generator<Move> {
  const { table, chosen, held, owner } = arrangement;
  const { start, reviewer, locked } = table;
  for (const lost of chosenOf(arrangement, i)) {
    if (locked[lost] === 1) continue;
    const j = reviewer[lost] as number;
    for (let won = start[i] as number; won < (start[i + 1] as number); won += 1) {
      if (chosen[won] === 1) continue;
      const to = reviewer[won] as number;
      if (mayShift(arrangement, j, to)) yield { lost: [lost], won: [won] };
      // A copy: whoever asks tries moves out, which changes the set.
      const others = [...(held[to] ?? [])];
      for (const other of others) {
        if (locked[other] === 1) continue;
        const back = pairOf(table, owner[other] as number, j);
        if (back !== -1 && chosen[back] === 0) yield { lost: [lost, other], won: [won, back] };
      }
    }
  }
}

/** Whether one review may pass from one reviewer to another: within the bounds, and never to the worse where loads are level. */
function mayShift({ loads, problem: { least, most, slope } }: Arrangement, from: number, to: number): boolean {
  const [higher, lower] = [loads[from] as number, loads[to] as number];
  if (slope > 0 && lower >= higher) return false;
  return higher > (least[from] as number) && lower < (most[to] as number);
}

function countTogether(arrangement: Omit<Arrangement, "held" | "owner">, i: number, by: 1 | -1): void {
  const { table, together, totals } = arrangement;
  if (table.isAnchor[i] === 1) return;
  const readers = chosenOf(arrangement, i).map((pair) => table.reviewer[pair] as number);
  readers.forEach((one, place) => {
    for (const other of readers.slice(place + 1)) {
      const key = one * table.reviewers.length + other;
      const before = together.get(key) ?? 0;
      const count = before + by;
      totals.excess += Math.max(0, count - totals.most) - Math.max(0, before - totals.most);
      totals.squares += count * count - before * before;
      if (count === 0) together.delete(key);
      else together.set(key, count);
    }
  });
}
