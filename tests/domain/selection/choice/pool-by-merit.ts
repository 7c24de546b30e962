import type { Pool } from "#app/domain/selection/choice/pool.ts";

/** People 0, 1, 2 … in merit order, each given by the groups it is in, as words. */
export function poolByMerit(groupNames: readonly string[], people: readonly string[]): Pool {
  return {
    groupNames,
    order: Uint32Array.from(people.keys()),
    masks: Uint32Array.from(people, (groups) =>
      groupNames.reduce((mask, name, bit) => (groups.split(" ").includes(name) ? mask | (1 << bit) : mask), 0),
    ),
  };
}
