import { done, refuse, type Result } from "#app/domain/result.ts";
import { countTypes } from "#app/domain/selection/choice/count-types.ts";
import { groupBit } from "#app/domain/selection/choice/group-bits.ts";
import type { Pool } from "#app/domain/selection/choice/pool.ts";

/**
 * Groups as a tree. A node is the place of its group in the list asked about; the root, `groups.length`, is everybody.
 */
export type Nesting = {
  /** By node: the smallest group around it, or the root. */
  readonly parents: readonly number[];
  /** The nodes without the root, each before its parent. */
  readonly inwardFirst: readonly number[];
  /** By type of person: the smallest group of the list that the person is in, or the root. */
  readonly nodeOfType: ReadonlyMap<number, number>;
  /** By node, the root last: how many people have it as their smallest group. */
  readonly people: readonly number[];
};

/** Two groups with a member in common and each with a member of its own. */
export type NotNested = { readonly kind: "not_nested"; readonly group: string; readonly other: string };

/**
 * The tree of groups of which every two are nested or disjoint among the people of the pool ("laminar"). Of two groups
 * with the same people the one listed first counts as the outer. Refuses, naming the first two groups that overlap
 * otherwise. Source: SELECTION B, B2.
 */
export function nestingOf(groups: readonly string[], pool: Pool): Result<Nesting, NotNested> {
  const bits = groups.map((group) => groupBit(pool, group));
  const types = countTypes(pool);
  const shared = sharedGroups(bits, types.keys());
  const inside = (inner: number, outer: number) => ((shared.always[inner] as number) & (bits[outer] as number)) !== 0;

  for (const [place, group] of groups.entries()) {
    for (let earlier = 0; earlier < place; earlier++) {
      const meet = ((shared.ever[place] as number) & (bits[earlier] as number)) !== 0;
      if (meet && !inside(place, earlier) && !inside(earlier, place)) {
        return refuse({ kind: "not_nested", group: groups[earlier] as string, other: group });
      }
    }
  }

  const outer = groups.map((_, node) =>
    groups.flatMap((_, around) => (inside(node, around) && (around < node || !inside(around, node)) ? [around] : [])),
  );
  const depth = (node: number) => outer[node]?.length ?? -1;
  const deepest = (nodes: readonly number[]) =>
    nodes.reduce((best, node) => (depth(node) > depth(best) ? node : best), groups.length);

  const nodeOfType = new Map<number, number>();
  const people = [...groups.map(() => 0), 0];
  for (const [type, count] of types) {
    const node = deepest(groups.flatMap((_, place) => ((type & (bits[place] as number)) !== 0 ? [place] : [])));
    nodeOfType.set(type, node);
    people[node] = (people[node] as number) + count;
  }
  return done({
    parents: outer.map(deepest),
    inwardFirst: [...groups.keys()].sort((left, right) => depth(right) - depth(left)),
    nodeOfType,
    people,
  });
}

/**
 * By group: the groups that all its members are in, and those that some member is in. A group without members is in
 * none.
 */
function sharedGroups(bits: readonly number[], types: Iterable<number>) {
  const always = bits.map(() => 0);
  const ever = bits.map(() => 0);
  for (const type of types) {
    for (const [place, bit] of bits.entries()) {
      if ((type & bit) === 0) continue;
      always[place] = ever[place] === 0 ? type : (always[place] as number) & type;
      ever[place] = (ever[place] as number) | type;
    }
  }
  return { always, ever };
}
