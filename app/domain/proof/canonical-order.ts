import { compareText } from "#app/domain/exact/compare-text.ts";

type Members<Value> = Readonly<Record<string, Value>>;

/**
 * Copies records of one kind with their members as RFC 8785 orders them, each value changed on the way. The names last seen
 * and their order are remembered: records of one kind come in thousands, and most have the same names.
 */
export function canonicalOrder<Value, Changed>(change: (value: Value, name: string) => Changed) {
  let seen: readonly string[] = [];
  let sorted: readonly string[] = [];
  return (record: Members<Value>): Members<Changed> => {
    const names = Object.keys(record);
    if (names.length !== seen.length || names.some((name, at) => name !== seen[at])) {
      seen = names;
      sorted = names.toSorted(compareText);
    }
    const copy: Record<string, Changed> = {};
    for (const name of sorted) {
      const changed = change(record[name] as Value, name);
      // Assigned, this one name would be the copy's prototype instead of a member.
      if (name === "__proto__") Object.defineProperty(copy, name, { value: changed, enumerable: true });
      else copy[name] = changed;
    }
    return copy;
  };
}
