/** What is put into a text; `count` chooses the plural form, `defaultValue` stands in for a text that is not there. */
export type Values = Readonly<Record<string, unknown>>;

type Asked = {
  readonly areas: ReadonlyMap<string, object>;
  readonly plurals: Intl.PluralRules;
  /** The first that exists is taken. */
  readonly keys: readonly string[];
  readonly values: Values;
};

/** The text of a key `area:path.to.text` with its `{{values}}`; the key without its area where there is no such text. */
export function translate({ areas, plurals, keys, values }: Asked): string {
  for (const key of keys) {
    const found = find(areas, key, formOf(plurals, values.count));
    if (found !== undefined) return filled(found, values);
  }
  const { defaultValue } = values;
  return typeof defaultValue === "string" ? filled(defaultValue, values) : pathOf(keys.at(-1) ?? "").path;
}

function formOf(plurals: Intl.PluralRules, count: unknown): string {
  return typeof count === "number" ? `_${plurals.select(count)}` : "";
}

function find(areas: ReadonlyMap<string, object>, key: string, form: string): string | undefined {
  const { area, path } = pathOf(key);
  let place: unknown = areas.get(area);
  const steps = path.split(".");
  const last = steps.pop() ?? "";
  for (const step of steps) place = ownPart(place, step);
  const text = (form && ownPart(place, last + form)) || ownPart(place, last);
  return typeof text === "string" ? text : undefined;
}

function pathOf(key: string): { readonly area: string; readonly path: string } {
  const colon = key.indexOf(":");
  return colon < 0 ? { area: "common", path: key } : { area: key.slice(0, colon), path: key.slice(colon + 1) };
}

function ownPart(place: unknown, step: string): unknown {
  return typeof place === "object" && place !== null && Object.hasOwn(place, step)
    ? (place as Readonly<Record<string, unknown>>)[step]
    : undefined;
}

/** A value that nobody gave leaves its place standing, so that the mistake is seen. */
function filled(text: string, values: Values): string {
  return text.replaceAll(/\{\{(.+?)\}\}/g, (place, name: string) => {
    const value = name.trim();
    return Object.hasOwn(values, value) ? String(values[value] ?? "") : place;
  });
}
