import { createHandOvers, type HandOvers } from "#app/domain/assignment/hand-overs.ts";

/**
 * Who may read what, as arrays. Applications and reviewers are counted from 0; the pairs of application i are
 * start[i] … start[i+1] − 1, ascending by reviewer. All costs are whole numbers; see cost-levels.ts for how large they may be.
 */
export type FlowProblem = {
  /** Reviews an application needs, locked ones included. */
  readonly need: Int32Array;
  /** Fewest and most reviews of each reviewer, locked and taken ones included. */
  readonly least: Int32Array;
  readonly most: Int32Array;
  /** Reviews a reviewer has besides these pairs; they count towards the load. */
  readonly taken: Int32Array;
  readonly start: Int32Array;
  readonly reviewer: Int32Array;
  readonly cost: Float64Array;
  /** 1 = this pair stands whatever it costs. */
  readonly locked: Uint8Array;
  /** What each of a reviewer's first `least` reviews saves: more than any saving by pairs. */
  readonly reward: number;
  /** What a review costs for each review its reviewer has before it (0 = loads are bound by least and most only). */
  readonly slope: number;
};

export type FlowAnswer = {
  /** 1 = this pair is made. */
  readonly chosen: Uint8Array;
  readonly loads: Int32Array;
  /** Reviews each application lacks; all 0 when every need is met. */
  readonly missing: Int32Array;
  /** One price a reviewer: what makes the answer provably cheapest (`isCheapest`). */
  readonly prices: Float64Array;
};

/** What one more review of a reviewer with this load costs beside the pair itself: never falls as the load grows. */
export function endCost(problem: FlowProblem, reviewer: number, load: number): number {
  return problem.slope * load - (load < (problem.least[reviewer] as number) ? problem.reward : 0);
}

/**
 * The cheapest assignment with every need met as far as possible and every load between its bounds, lower bounds in the same
 * single flow: successive shortest paths with prices, one per missing review, over the reviewers only (a reviewer hands
 * an application to another; applications vanish from the graph). Exact in whole numbers; the same arrays give the same answer.
 * As many reviews as possible are assigned (it is a maximum flow too). Lower bounds that cannot be met show in `loads`.
 * Source: Ahuja, Magnanti and Orlin 1993, ch. 9; SELECTION E1.
 */
export function minCostFlow(problem: FlowProblem): FlowAnswer {
  const { need, start, locked, reviewer, most } = problem;
  const loads = problem.taken.slice();
  const chosen = locked.slice();
  const prices = new Float64Array(most.length);
  const missing = need.slice();
  for (let i = 0; i < need.length; i += 1) {
    for (let pair = start[i] as number; pair < (start[i + 1] as number); pair += 1) {
      if (locked[pair] === 0) continue;
      loads[reviewer[pair] as number] = (loads[reviewer[pair] as number] as number) + 1;
      missing[i] = Math.max(0, (missing[i] as number) - 1);
    }
  }
  for (let j = 0; j < most.length; j += 1) {
    if ((loads[j] as number) < (most[j] as number)) prices[j] = -endCost(problem, j, loads[j] as number);
  }
  const search = createSearch(problem, { chosen, loads, prices });
  for (let i = 0; i < need.length; i += 1) {
    while ((missing[i] as number) > 0 && search.addReview(i)) missing[i] = (missing[i] as number) - 1;
  }
  return { chosen, loads, missing, prices };
}

type Working = Omit<FlowAnswer, "missing">;

function createSearch(problem: FlowProblem, { chosen, loads, prices }: Working) {
  const { start, reviewer, cost, most } = problem;
  const size = most.length;
  const handOvers: HandOvers = createHandOvers(problem, chosen);
  const distance = new Float64Array(size);
  const settled = new Uint8Array(size);
  const reached = new Int32Array(size);
  const cameFrom = new Int32Array(size);
  const given = new Int32Array(size);
  const gained = new Int32Array(size);

  /** Distances from the application's own pairs; a distance is reduced by the prices, so none is negative. */
  function begin(i: number): void {
    distance.fill(Number.POSITIVE_INFINITY);
    settled.fill(0);
    let least = Number.POSITIVE_INFINITY;
    for (let pair = start[i] as number; pair < (start[i + 1] as number); pair += 1) {
      if (chosen[pair] === 1) continue;
      const j = reviewer[pair] as number;
      distance[j] = (cost[pair] as number) - (prices[j] as number);
      least = Math.min(least, distance[j] as number);
      gained[j] = pair;
      cameFrom[j] = -1;
    }
    for (let j = 0; j < size; j += 1) distance[j] = (distance[j] as number) - least;
  }

  function nearest(): number {
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let j = 0; j < size; j += 1) {
      if (settled[j] === 0 && (distance[j] as number) < least) {
        least = distance[j] as number;
        best = j;
      }
    }
    return best;
  }

  function relax(from: number): void {
    const row = handOvers.rowOf(from);
    const sofar = (distance[from] as number) + (prices[from] as number);
    for (let to = 0; to < size; to += 1) {
      if (settled[to] === 1) continue;
      const along = sofar + (handOvers.key[row + to] as number) - (prices[to] as number);
      if (along < (distance[to] as number)) {
        distance[to] = along;
        cameFrom[to] = from;
        given[to] = handOvers.give[row + to] as number;
        gained[to] = handOvers.take[row + to] as number;
      }
    }
  }

  /** Makes the pairs along the way back from the last reviewer to the application. */
  function walkBack(last: number): void {
    const lost: number[] = [];
    const won: number[] = [];
    for (let j = last; j !== -1; j = cameFrom[j] as number) {
      won.push(gained[j] as number);
      if (cameFrom[j] !== -1) lost.push(given[j] as number);
    }
    for (const pair of lost) chosen[pair] = 0;
    for (const pair of won) chosen[pair] = 1;
    loads[last] = (loads[last] as number) + 1;
    handOvers.moved(lost, won);
  }

  function addReview(i: number): boolean {
    begin(i);
    let total = Number.POSITIVE_INFINITY;
    let last = -1;
    let count = 0;
    for (let j = nearest(); j !== -1 && (distance[j] as number) < total; j = nearest()) {
      settled[j] = 1;
      reached[count] = j;
      count += 1;
      if ((loads[j] as number) < (most[j] as number)) {
        const end = (distance[j] as number) + endCost(problem, j, loads[j] as number) + (prices[j] as number);
        if (end < total) {
          total = end;
          last = j;
        }
      }
      relax(j);
    }
    if (last === -1) return false;
    for (let each = 0; each < count; each += 1) {
      const j = reached[each] as number;
      if ((distance[j] as number) < total) prices[j] = (prices[j] as number) + (distance[j] as number) - total;
    }
    walkBack(last);
    return true;
  }

  return { addReview };
}

/**
 * Whether the prices prove that no other assignment with the same needs met costs less: every application's made pairs are
 * at most as dear, after prices, as its other pairs, and no reviewer's end is cheaper than one in use (complementary slackness).
 */
export function isCheapest(problem: FlowProblem, { chosen, loads, prices }: Omit<FlowAnswer, "missing">): boolean {
  const { need, start, reviewer, cost, locked, most, taken } = problem;
  const held = taken.slice();
  for (let i = 0; i < need.length; i += 1) {
    let dearest = Number.NEGATIVE_INFINITY;
    let cheapest = Number.POSITIVE_INFINITY;
    for (let pair = start[i] as number; pair < (start[i + 1] as number); pair += 1) {
      const j = reviewer[pair] as number;
      const after = (cost[pair] as number) - (prices[j] as number);
      if (locked[pair] === 1) held[j] = (held[j] as number) + 1;
      else if (chosen[pair] === 1) dearest = Math.max(dearest, after);
      else cheapest = Math.min(cheapest, after);
    }
    if (dearest > cheapest) return false;
  }
  return prices.every((price, j) => {
    const load = loads[j] as number;
    const more = load >= (most[j] as number) || endCost(problem, j, load) + price >= 0;
    const fewer = load <= (held[j] as number) || endCost(problem, j, load - 1) + price <= 0;
    return more && fewer;
  });
}
