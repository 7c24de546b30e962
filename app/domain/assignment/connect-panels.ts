import {
  chosenOf,
  makeMove,
  moveCost,
  movesOf,
  undoMove,
  type Arrangement,
  type Move,
} from "#app/domain/assignment/arrangement.ts";
import { bestMove, changeBy, type Measure } from "#app/domain/assignment/best-move.ts";
import { breachesIn } from "#app/domain/assignment/meet-rules.ts";
import {
  componentsOf,
  countComponents,
  overlapTarget,
  panelsOf,
  sharedIn,
  type Panel,
} from "#app/domain/assignment/panel-components.ts";
import type { SideRules } from "#app/domain/assignment/review-task.ts";

const mostListed = 200_000;
const mostTried = 300;
/** The overlap of a whole panel is counted for each exchange looked at. */
const mostPasses = 10;
const fewLooks = { enough: 200, patience: 1000 };

/**
 * Joins what is not connected in each panel: the exchange across components with the smallest rise of the cost that lowers
 * the number of components and breaks no rule, until one is left or no single exchange joins. Returns how many exchanges were
 * made. Source: SELECTION E5.
 */
export function connectPanels(arrangement: Arrangement, rules: SideRules): number {
  const panels = panelsOf(arrangement);
  const breaches = breachesIn(arrangement, rules);
  const count = (): number => panels.reduce((sum, panel) => sum + countComponents(componentsOf(arrangement, panel)), 0);
  let moves = 0;
  for (const panel of panels) {
    while (joinOnce(arrangement, panel, { breaches, count })) moves += 1;
  }
  return moves;
}

type Counts = {
  readonly breaches: (applications: readonly number[]) => number;
  readonly count: () => number;
};

function joinOnce(arrangement: Arrangement, panel: Panel, { breaches, count }: Counts): boolean {
  const components = componentsOf(arrangement, panel);
  if (countComponents(components) < 2) return false;
  const before = count();
  for (const { move } of crossings(arrangement, panel, components).slice(0, mostTried)) {
    const [worse = 0] = changeBy(arrangement, move, (applications) => [breaches(applications), 0]);
    if (worse > 0) continue;
    makeMove(arrangement, move);
    if (count() < before) return true;
    undoMove(arrangement, move);
  }
  return false;
}

/** Exchanges that bring a reader of another component into an application, the cheapest first; small components are read first. */
function crossings(arrangement: Arrangement, panel: Panel, components: Int32Array) {
  const { table } = arrangement;
  const componentOf = (i: number): number => {
    const pair = firstChosen(arrangement, i);
    return pair === -1 ? -1 : (components[table.reviewer[pair] as number] as number);
  };
  const sizes = new Map<number, number>();
  for (const i of panel.applications) sizes.set(componentOf(i), (sizes.get(componentOf(i)) ?? 0) + 1);
  const smallFirst = panel.applications.toSorted(
    (one, other) => (sizes.get(componentOf(one)) ?? 0) - (sizes.get(componentOf(other)) ?? 0) || one - other,
  );
  const found: { readonly move: Move; readonly cost: number }[] = [];
  for (const i of smallFirst) {
    for (const move of movesOf(arrangement, i)) {
      if (found.length >= mostListed) break;
      const joiner = components[table.reviewer[move.won[0] as number] as number];
      if (joiner !== componentOf(i)) found.push({ move, cost: moveCost(arrangement, move) });
    }
  }
  return found.sort((one, other) => one.cost - other.cost);
}

function firstChosen({ table: { start }, chosen }: Arrangement, i: number): number {
  for (let pair = start[i] as number; pair < (start[i + 1] as number); pair += 1) if (chosen[pair] === 1) return pair;
  return -1;
}

/**
 * Lets every reviewer share applications with at least min(2r, m − 1) others of a panel, as far as exchanges can: each lowers
 * what is lacking, keeps the components and breaks no rule. Returns how many exchanges were made. Source: SELECTION E5.
 */
export function widenOverlap(arrangement: Arrangement, rules: SideRules): number {
  const panels = panelsOf(arrangement);
  const breaches = breachesIn(arrangement, rules);
  const components = (): number =>
    panels.reduce((sum, panel) => sum + countComponents(componentsOf(arrangement, panel)), 0);
  const lacking = (): number => panels.reduce((sum, panel) => sum + lackingOverlap(arrangement, panel), 0);
  const measure: Measure = (applications) => [breaches(applications) + components(), lacking(), 0];
  let moves = 0;
  for (let pass = 0, before = -1; pass < mostPasses && moves > before; pass += 1) {
    before = moves;
    for (const panel of panels) {
      for (const i of readByLacking(arrangement, panel)) {
        const best = lackingOverlap(arrangement, panel) === 0 ? undefined : bestMove(arrangement, i, measure, fewLooks);
        if (best === undefined) continue;
        makeMove(arrangement, best);
        moves += 1;
      }
    }
  }
  return moves;
}

/** The applications of reviewers who share with too few. */
function readByLacking(arrangement: Arrangement, panel: Panel): readonly number[] {
  const shared = sharedIn(arrangement, panel);
  const target = overlapTarget(arrangement, panel, shared.size);
  const { table } = arrangement;
  return panel.applications.filter((i) =>
    chosenOf(arrangement, i).some((pair) => (shared.get(table.reviewer[pair] as number)?.size ?? target) < target),
  );
}

function lackingOverlap(arrangement: Arrangement, panel: Panel): number {
  const shared = sharedIn(arrangement, panel);
  const target = overlapTarget(arrangement, panel, shared.size);
  return [...shared.values()].reduce((sum, others) => sum + Math.max(0, target - others.size), 0);
}
