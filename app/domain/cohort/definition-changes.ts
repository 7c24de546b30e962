import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";

/** One place where two versions differ; without `before` it was added, without `after` it was taken out. */
export type DefinitionChange = { readonly path: string; readonly before?: string; readonly after?: string };

/**
 * Where two versions of a definition differ, in the order of the document. Members of a list are compared by their
 * name (`id`, `key`, `event` or `by`), so that a new first track does not look like a change of all the others.
 */
export function definitionChanges(
  before: ProgrammeDefinition,
  after: ProgrammeDefinition,
): readonly DefinitionChange[] {
  return compare("", before, after);
}

/** Rules that a selection used stay as they were once the run that counts is approved; dates and texts may still move. */
const rulesOfSelection = new Set([
  "capacity",
  "tracks",
  "choices",
  "eligibility",
  "regions",
  "stages",
  "bonus",
  "ranking",
  "quotas",
  "overAdmission",
  "numbering",
]);

/** Who stands on the reserve list and who is called from it; until when, and in how many hours, may still move. */
const rulesOfReserve = /^reserve\.(perTrack|percentOfCapacity|crossTrack|promotion\.sameTrackOnly)/;

export function touchesSelection({ path }: DefinitionChange): boolean {
  return rulesOfSelection.has(/^[^.[]+/.exec(path)?.[0] ?? "") || rulesOfReserve.test(path);
}

function compare(path: string, before: unknown, after: unknown): readonly DefinitionChange[] {
  if (before === undefined && after === undefined) return [];
  if (before === undefined) return [{ path, after: written(after) }];
  if (after === undefined) return [{ path, before: written(before) }];
  if (Array.isArray(before) && Array.isArray(after)) return compareLists(path, before, after);
  if (isObject(before) && isObject(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].flatMap((key) => compare(path === "" ? key : `${path}.${key}`, before[key], after[key]));
  }
  const [one, other] = [written(before), written(after)];
  return one === other ? [] : [{ path, before: one, after: other }];
}

function compareLists(
  path: string,
  before: readonly unknown[],
  after: readonly unknown[],
): readonly DefinitionChange[] {
  const [names, newNames] = [before.map(nameOf), after.map(nameOf)];
  if (!isNamed(names) || !isNamed(newNames)) {
    const length = Math.max(before.length, after.length);
    return Array.from({ length }, (_, index) => compare(`${path}[${index}]`, before[index], after[index])).flat();
  }
  const members = [...new Set([...names, ...newNames])].flatMap((name) =>
    compare(`${path}[${name}]`, before[names.indexOf(name)], after[newNames.indexOf(name)]),
  );
  const kept = names.filter((name) => newNames.includes(name)).join(", ");
  const order = newNames.filter((name) => names.includes(name)).join(", ");
  return kept === order ? members : [...members, { path, before: kept, after: order }];
}

function nameOf(member: unknown): string | undefined {
  if (!isObject(member)) return undefined;
  const name = member["id"] ?? member["key"] ?? member["event"] ?? member["by"];
  return typeof name === "string" ? name : undefined;
}

function isNamed(names: readonly (string | undefined)[]): names is readonly string[] {
  return names.every((name) => name !== undefined) && new Set(names).size === names.length;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function written(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
