/** `path` is where the two first differ, as keys from the result's root; values are shortened JSON. */
export type Difference = { readonly path: string; readonly stored: string; readonly replayed: string };

/** Where two JSON values first differ, depth first and in the order of the members; null where they are equal. `path` = where they stand. */
export function firstDifference(stored: unknown, replayed: unknown, path: string): Difference | null {
  if (Object.is(stored, replayed)) return null;
  if (!isObject(stored) || !isObject(replayed) || Array.isArray(stored) !== Array.isArray(replayed)) {
    return { path, stored: shortened(stored), replayed: shortened(replayed) };
  }
  const keys = [...new Set([...Object.keys(stored), ...Object.keys(replayed)])];
  for (const key of keys) {
    const difference = firstDifference(stored[key], replayed[key], path === "" ? key : `${path}.${key}`);
    if (difference) return difference;
  }
  return null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function shortened(value: unknown): string {
  return (JSON.stringify(value) ?? "nothing").slice(0, 200);
}
