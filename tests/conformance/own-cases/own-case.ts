/** A small case of our own: every number of `expected` was worked out beside it, or taken from the source it names. */
export type OwnCase = {
  readonly what: string;
  readonly input: unknown;
  /** Keys that it does not name may stand in the answer as well. */
  readonly expected: unknown;
  /** Largest difference of two numbers; none = equal. Everything that is not a number is equal in any case. */
  readonly tolerance?: number;
};

/** The cases of each family by its name. */
export type OwnCases = Readonly<Record<string, readonly OwnCase[]>>;

/** Where an answer differs from what is expected, as paths; empty = nowhere. */
export function differences(expected: unknown, answer: unknown, tolerance = 0): readonly string[] {
  if (typeof expected === "number" && typeof answer === "number") {
    return Math.abs(expected - answer) <= tolerance ? [] : [`: ${answer} is not ${expected}`];
  }
  if (Array.isArray(expected) && Array.isArray(answer) && expected.length === answer.length) {
    return expected.flatMap((value, at) => under(`[${at}]`, differences(value, answer[at], tolerance)));
  }
  if (isRecord(expected) && isRecord(answer)) {
    const keys = Object.keys(expected);
    return keys.flatMap((key) => under(`.${key}`, differences(expected[key], answer[key], tolerance)));
  }
  return Object.is(expected, answer) ? [] : [`: ${JSON.stringify(answer)} is not ${JSON.stringify(expected)}`];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function under(path: string, found: readonly string[]): readonly string[] {
  return found.map((line) => path + line);
}
