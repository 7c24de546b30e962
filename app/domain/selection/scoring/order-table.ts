/** One key of every person, by person number: whole numbers from −(2^53 − 1) to 2^53 − 1. */
export type TableKey = {
  readonly values: Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;
  readonly prefer: "high" | "low";
};

export type TableOrder = {
  /** Person numbers, best first. People whom no key separates stand in the order in which they were given. */
  readonly order: Uint32Array;
  /** Places [start, end) of `order`, two numbers a group, of every two or more people whom no key separates. */
  readonly ties: Uint32Array;
};

/**
 * Orders people by several keys, the first decides first: the same order as comparing them in turn, by a stable radix sort
 * from the last key to the first in O(people × digits). `among` names the people (each once), in the order that settles
 * full ties. Throws on keys that are not whole numbers or whose spread is above 2^53 − 1 (SELECTION G).
 */
export function orderTable(keys: readonly TableKey[], among: Uint32Array): TableOrder {
  const ranges = keys.map(({ values }) => rangeOf(values, among));
  let order: Uint32Array = among.slice();
  for (const [at, key] of [...keys.entries()].toReversed()) order = sortByKey(order, key, ranges[at] as Range);
  return { order, ties: tiesOf(keys, order) };
}

/** Numbers from 0 to people − 1: everybody, in order. */
export function everybody(people: number): Uint32Array {
  return Uint32Array.from({ length: people }, (_, person) => person);
}

const digitBits = 11;
const digits = 2 ** digitBits;
const wordSize = 2 ** 32;

function sortByKey(order: Uint32Array, key: TableKey, range: Range): Uint32Array {
  const spread = range.most - range.least;
  const lows = wordsOf(order, (person) => distanceOf(key, person, range) % wordSize);
  const byLow = sortByWord({ order, words: lows }, Math.min(spread, wordSize - 1));
  if (spread < wordSize) return byLow;
  const highs = wordsOf(byLow, (person) => distanceOf(key, person, range) / wordSize);
  return sortByWord({ order: byLow, words: highs }, spread / wordSize);
}

type Range = { readonly least: number; readonly most: number };

function rangeOf(values: TableKey["values"], order: Uint32Array): Range {
  let least = Infinity;
  let most = -Infinity;
  for (let place = 0; place < order.length; place += 1) {
    const value = values[order[place] as number] ?? NaN;
    if (!Number.isSafeInteger(value)) throw new RangeError(`a key of person ${order[place]} is not a whole number`);
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (most - least > Number.MAX_SAFE_INTEGER) throw new RangeError("the keys lie too far apart");
  return { least, most };
}

/** How far a person's key lies from the best one; 0 is best. */
function distanceOf({ values, prefer }: TableKey, person: number, { least, most }: Range): number {
  const value = values[person] as number;
  return prefer === "high" ? most - value : value - least;
}

/** One 32-bit word by place; a fraction is cut off. */
function wordsOf(order: Uint32Array, wordOf: (person: number) => number): Uint32Array {
  const words = new Uint32Array(order.length);
  for (let place = 0; place < order.length; place += 1) words[place] = wordOf(order[place] as number);
  return words;
}

type Sorting = { readonly order: Uint32Array; readonly words: Uint32Array };

/** `largest`: no word is larger. */
function sortByWord(given: Sorting, largest: number): Uint32Array {
  const people = given.order.length;
  let from = given;
  let to: Sorting = { order: new Uint32Array(people), words: new Uint32Array(people) };
  for (let shift = 0; largest >= 2 ** shift; shift += digitBits) {
    distribute({ from, to, shift });
    [from, to] = [to, from];
  }
  return from.order;
}

/** One stable pass: from the smallest digit to the largest. */
function distribute({ from, to, shift }: { from: Sorting; to: Sorting; shift: number }): void {
  const starts = new Uint32Array(digits + 1);
  for (let place = 0; place < from.words.length; place += 1) {
    const digit = ((from.words[place] as number) >>> shift) % digits;
    starts[digit + 1] = (starts[digit + 1] as number) + 1;
  }
  for (let digit = 1; digit < digits; digit += 1)
    starts[digit] = (starts[digit] as number) + (starts[digit - 1] as number);
  for (let place = 0; place < from.words.length; place += 1) {
    const word = from.words[place] as number;
    const digit = (word >>> shift) % digits;
    const next = starts[digit] as number;
    to.order[next] = from.order[place] as number;
    to.words[next] = word;
    starts[digit] = next + 1;
  }
}

function tiesOf(keys: readonly TableKey[], order: Uint32Array): Uint32Array {
  const ties: number[] = [];
  let start = 0;
  for (let place = 1; place <= order.length; place += 1) {
    if (place < order.length && isTied(keys, order[place - 1] as number, order[place] as number)) continue;
    if (place - start > 1) ties.push(start, place);
    start = place;
  }
  return Uint32Array.from(ties);
}

function isTied(keys: readonly TableKey[], one: number, other: number): boolean {
  for (const { values } of keys) {
    if (values[one] !== values[other]) return false;
  }
  return true;
}
