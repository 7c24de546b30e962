import type { FlowProblem } from "#app/domain/assignment/min-cost-flow.ts";

/**
 * The cheapest way in which one reviewer could hand an application on to another: `key` what it costs, `give` the pair that
 * ends, `take` the pair that begins; of reviewer j at rowOf(j), one place a receiver; key Infinity = no way.
 */
export type HandOvers = {
  readonly key: Float64Array;
  readonly give: Int32Array;
  readonly take: Int32Array;
  readonly rowOf: (reviewer: number) => number;
  /** Told after the pairs have changed in `chosen`. */
  readonly moved: (lost: readonly number[], won: readonly number[]) => void;
};

/** Up to so many reviewers every pair of them has a queue of its own; beyond, a reviewer's pairs are read anew. */
const mostWithQueues = 640;

/** Queues for few reviewers with many applications each, reading for many reviewers with few. */
export function createHandOvers(problem: FlowProblem, chosen: Uint8Array): HandOvers {
  const owner = ownersOf(problem);
  return problem.most.length <= mostWithQueues
    ? queuedHandOvers(problem, chosen, owner)
    : readHandOvers(problem, chosen, owner);
}

function ownersOf({ start, reviewer }: FlowProblem): Int32Array {
  const owner = new Int32Array(reviewer.length);
  for (let i = 0; i + 1 < start.length; i += 1) owner.fill(i, start[i], start[i + 1]);
  return owner;
}

type Queue = { readonly keys: number[]; readonly gives: number[]; readonly takes: number[] };

function queuedHandOvers(problem: FlowProblem, chosen: Uint8Array, owner: Int32Array): HandOvers {
  const { start, reviewer, cost, locked } = problem;
  const size = problem.most.length;
  const key = new Float64Array(size * size).fill(Number.POSITIVE_INFINITY);
  const give = new Int32Array(size * size);
  const take = new Int32Array(size * size);
  // Most of the pairs of many reviewers never share an application: their queues are made when first needed.
  const queues = new Map<number, Queue>();

  function queueAt(place: number): Queue {
    const known = queues.get(place);
    if (known) return known;
    const queue: Queue = { keys: [], gives: [], takes: [] };
    queues.set(place, queue);
    return queue;
  }

  function add(from: number, to: number): void {
    const place = (reviewer[from] as number) * size + (reviewer[to] as number);
    push(queueAt(place), (cost[to] as number) - (cost[from] as number), from, to);
    refresh(place);
  }

  /** Throws away what is no longer possible from the head of a queue, and shows the rest's cheapest. */
  function refresh(place: number): void {
    const queue = queueAt(place);
    while (
      queue.keys.length > 0 &&
      (chosen[queue.gives[0] as number] === 0 || chosen[queue.takes[0] as number] === 1)
    ) {
      pop(queue);
    }
    key[place] = queue.keys[0] ?? Number.POSITIVE_INFINITY;
    give[place] = queue.gives[0] ?? 0;
    take[place] = queue.takes[0] ?? 0;
  }

  function moved(lost: readonly number[], won: readonly number[]): void {
    for (const pair of lost) {
      const j = reviewer[pair] as number;
      for (let to = 0; to < size; to += 1) {
        const top = j * size + to;
        if (key[top] !== Number.POSITIVE_INFINITY && give[top] === pair) refresh(top);
      }
    }
    for (const pair of [...won, ...lost]) {
      const i = owner[pair] as number;
      for (let other = start[i] as number; other < (start[i + 1] as number); other += 1) {
        if (other === pair) continue;
        if (chosen[pair] === 1 && chosen[other] === 0) add(pair, other);
        else if (chosen[other] === 1) {
          if (chosen[pair] === 0 && locked[other] === 0) add(other, pair);
          else refresh((reviewer[other] as number) * size + (reviewer[pair] as number));
        }
      }
    }
  }

  return { key, give, take, rowOf: (j) => j * size, moved };
}

function readHandOvers(problem: FlowProblem, chosen: Uint8Array, owner: Int32Array): HandOvers {
  const { start, reviewer, cost } = problem;
  const size = problem.most.length;
  const key = new Float64Array(size);
  const give = new Int32Array(size);
  const take = new Int32Array(size);
  const held = Array.from({ length: size }, () => new Set<number>());

  function rowOf(j: number): number {
    key.fill(Number.POSITIVE_INFINITY);
    for (const from of held[j] as Set<number>) {
      const i = owner[from] as number;
      const spent = cost[from] as number;
      const end = start[i + 1] as number;
      for (let to = start[i] as number; to < end; to += 1) {
        if (chosen[to] === 1) continue;
        const receiver = reviewer[to] as number;
        if ((cost[to] as number) - spent < (key[receiver] as number)) {
          key[receiver] = (cost[to] as number) - spent;
          give[receiver] = from;
          take[receiver] = to;
        }
      }
    }
    return 0;
  }

  function moved(lost: readonly number[], won: readonly number[]): void {
    for (const pair of lost) held[reviewer[pair] as number]?.delete(pair);
    for (const pair of won) held[reviewer[pair] as number]?.add(pair);
  }

  return { key, give, take, rowOf, moved };
}

/** A binary heap in three arrays: the least key first. */
function push({ keys, gives, takes }: Queue, key: number, give: number, take: number): void {
  let place = keys.length;
  while (place > 0) {
    const parent = (place - 1) >> 1;
    if ((keys[parent] as number) <= key) break;
    keys[place] = keys[parent] as number;
    gives[place] = gives[parent] as number;
    takes[place] = takes[parent] as number;
    place = parent;
  }
  keys[place] = key;
  gives[place] = give;
  takes[place] = take;
}

function pop({ keys, gives, takes }: Queue): void {
  const key = keys.pop() as number;
  const give = gives.pop() as number;
  const take = takes.pop() as number;
  const length = keys.length;
  if (length === 0) return;
  let place = 0;
  for (let child = 1; child < length; child = 2 * place + 1) {
    if (child + 1 < length && (keys[child + 1] as number) < (keys[child] as number)) child += 1;
    if ((keys[child] as number) >= key) break;
    keys[place] = keys[child] as number;
    gives[place] = gives[child] as number;
    takes[place] = takes[child] as number;
    place = child;
  }
  keys[place] = key;
  gives[place] = give;
  takes[place] = take;
}
