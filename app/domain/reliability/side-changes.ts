/** Application numbers, ascending, that are selected now and were not (`enter`), or were and are not (`leave`). */
export type SideChanges = { readonly enter: readonly number[]; readonly leave: readonly number[] };

/** Who changes sides between two selections. */
export function sideChanges(before: ReadonlySet<number>, after: ReadonlySet<number>): SideChanges {
  return { enter: missingFrom(before, after), leave: missingFrom(after, before) };
}

function missingFrom(absent: ReadonlySet<number>, present: ReadonlySet<number>): readonly number[] {
  return [...present].filter((number) => !absent.has(number)).toSorted((left, right) => left - right);
}
