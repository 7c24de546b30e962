import type { FlowAnswer, FlowProblem } from "#app/domain/assignment/min-cost-flow.ts";

/** Places of applications and reviewers in the problem. */
export type Bottleneck = { readonly applications: readonly number[]; readonly reviewers: readonly number[] };

/**
 * The applications that are short and all they compete with, as far as a review could be moved (what the residual graph
 * reaches): their readers who are full, so that no other assignment gives these applications more. Undefined when none is short.
 * Source: the minimum cut of the flow, Hall's theorem with capacities; SELECTION E3.
 */
export function shortApplications(problem: FlowProblem, { chosen, missing }: FlowAnswer): Bottleneck | undefined {
  const { start, reviewer, locked } = problem;
  const queue = [...missing.keys()].filter((i) => (missing[i] as number) > 0);
  if (queue.length === 0) return undefined;
  const readersOf = applicationsByReviewer(problem, (pair) => chosen[pair] === 1 && locked[pair] === 0);
  const seen = new Set(queue);
  const full = new Set<number>();
  for (let head = 0; head < queue.length; head += 1) {
    const i = queue[head] as number;
    for (let pair = start[i] as number; pair < (start[i + 1] as number); pair += 1) {
      const j = reviewer[pair] as number;
      if (chosen[pair] === 1 || full.has(j)) continue;
      full.add(j);
      for (const other of readersOf[j] ?? []) {
        if (!seen.has(other)) queue.push(other);
        seen.add(other);
      }
    }
  }
  return { applications: inOrder(seen), reviewers: inOrder(full) };
}

/**
 * The reviewers who stay below their minimum and all they compete with: everything they may read is read by them as much
 * as it can be. Undefined when every minimum is met. Only for an answer in which no application is short.
 */
export function shortReviewers(problem: FlowProblem, { chosen, loads }: FlowAnswer): Bottleneck | undefined {
  const { start, reviewer, least, locked } = problem;
  const queue = [...least.keys()].filter((j) => (loads[j] as number) < (least[j] as number));
  if (queue.length === 0) return undefined;
  const couldRead = applicationsByReviewer(problem, (pair) => chosen[pair] === 0);
  const seen = new Set(queue);
  const applications = new Set<number>();
  for (let head = 0; head < queue.length; head += 1) {
    for (const i of couldRead[queue[head] as number] ?? []) {
      if (applications.has(i)) continue;
      applications.add(i);
      for (let pair = start[i] as number; pair < (start[i + 1] as number); pair += 1) {
        const j = reviewer[pair] as number;
        if (chosen[pair] === 0 || locked[pair] === 1 || seen.has(j)) continue;
        seen.add(j);
        queue.push(j);
      }
    }
  }
  return { applications: inOrder(applications), reviewers: inOrder(seen) };
}

function applicationsByReviewer(
  { start, reviewer, most }: FlowProblem,
  isWanted: (pair: number) => boolean,
): readonly (readonly number[])[] {
  const lists: number[][] = Array.from(most, () => []);
  for (let i = 0; i + 1 < start.length; i += 1) {
    for (let pair = start[i] as number; pair < (start[i + 1] as number); pair += 1) {
      if (isWanted(pair)) lists[reviewer[pair] as number]?.push(i);
    }
  }
  return lists;
}

function inOrder(places: ReadonlySet<number>): readonly number[] {
  return [...places].toSorted((one, other) => one - other);
}
