import { chosenOf, type Arrangement } from "#app/domain/assignment/arrangement.ts";
import type { PanelReport } from "#app/domain/assignment/review-task.ts";
import { compareText } from "#app/domain/exact/compare-text.ts";

export type Panel = { readonly track: string; readonly applications: readonly number[] };

/** The applications that are compared with each other: those of a track; all without a track are one panel. */
export function panelsOf({ table }: Pick<Arrangement, "table">): readonly Panel[] {
  const panels = new Map<string, number[]>();
  table.applications.forEach(({ track }, i) => {
    const key = track ?? "";
    panels.set(key, [...(panels.get(key) ?? []), i]);
  });
  return [...panels]
    .map(([track, applications]) => ({ track, applications }))
    .toSorted((one, other) => compareText(one.track, other.track));
}

/**
 * The connected components of a panel's graph of applications and reviewers, as a representative reviewer for each reviewer
 * (−1 = reads nothing of the panel). Union-find. Source: SELECTION E5.
 */
export function componentsOf(arrangement: Arrangement, { applications }: Panel): Int32Array {
  const { table } = arrangement;
  const parent = new Int32Array(table.reviewers.length).fill(-1);
  const find = (j: number): number => {
    let root = j;
    while (parent[root] !== root) root = parent[root] as number;
    for (let each = j; each !== root;) {
      const next = parent[each] as number;
      parent[each] = root;
      each = next;
    }
    return root;
  };
  for (const i of applications) {
    const readers = chosenOf(arrangement, i).map((pair) => table.reviewer[pair] as number);
    for (const j of readers) if (parent[j] === -1) parent[j] = j;
    const [first] = readers;
    for (const j of readers) parent[find(j)] = find(first as number);
  }
  return parent.map((each, j) => (each === -1 ? -1 : find(j)));
}

/** How many components a panel has; 0 when nobody reads anything of it. */
export function countComponents(components: Int32Array): number {
  return new Set(components.filter((each) => each !== -1)).size;
}

/** Connection and overlap of each panel as it stands. */
export function reportPanels(arrangement: Arrangement): readonly PanelReport[] {
  return panelsOf(arrangement).map((panel) => {
    const components = componentsOf(arrangement, panel);
    const shared = sharedIn(arrangement, panel);
    const overlaps = [...components.keys()].filter((j) => components[j] !== -1).map((j) => shared.get(j)?.size ?? 0);
    const most = [...shared.values()].flatMap((others) => [...others.values()]);
    return {
      track: panel.track,
      components: countComponents(components),
      leastOverlap: overlaps.reduce((least, each) => Math.min(least, each), overlaps[0] ?? 0),
      overlapTarget: overlapTarget(arrangement, panel, overlaps.length),
      mostTogether: most.reduce((largest, each) => Math.max(largest, each), 0),
    };
  });
}

/** min(2r, m − 1): r reviews of an application, m reviewers; anchors aside. */
export function overlapTarget({ table }: Arrangement, { applications }: Panel, reviewers: number): number {
  const needs = applications.filter((i) => table.isAnchor[i] === 0).map((i) => table.need[i] as number);
  const most = needs.reduce((largest, each) => Math.max(largest, each), 0);
  // One reader each: nobody can share anything.
  return most < 2 ? 0 : Math.max(0, Math.min(2 * most, reviewers - 1));
}

/** By reviewer: the others who read applications of the panel with them, and how many. */
export function sharedIn(
  arrangement: Arrangement,
  { applications }: Panel,
): ReadonlyMap<number, ReadonlyMap<number, number>> {
  const shared = new Map<number, Map<number, number>>();
  for (const i of applications) {
    const readers = chosenOf(arrangement, i).map((pair) => arrangement.table.reviewer[pair] as number);
    for (const one of readers) {
      const others = shared.get(one) ?? new Map<number, number>();
      shared.set(one, others);
      for (const other of readers) if (other !== one) others.set(other, (others.get(other) ?? 0) + 1);
    }
  }
  return shared;
}
