import { md5 } from "@noble/hashes/legacy.js";
import { bytesToHex, concatBytes } from "@noble/hashes/utils.js";
import { compareText } from "#app/domain/exact/compare-text.ts";

/** One public source: a number or decimal text, several of them from one event, or (better not) other text. */
export type RandomnessSource = number | string | readonly (number | string)[];

/**
 * The key string of RFC 3797 section 4: each source's numbers from the smallest, each ended by a period and without
 * superfluous zeros, and `/` behind every source. Text becomes its A-Z and 0-9, upper case, accents dropped, and `./`.
 * Refuses numbers below zero, written with an exponent or beyond 2^53, and sources that give nothing.
 */
export function keyString(sources: readonly RandomnessSource[]): string {
  return sources.map((source) => `${sourceText(source)}/`).join("");
}

/** MD5(counter || key || counter) of RFC 3797 section 4, the counter being two big-endian bytes: 32 hex digits. */
export function derivedHash(key: string, counter: number): string {
  const count = Uint8Array.of(Math.floor(counter / 256), counter % 256);
  return bytesToHex(md5(concatBytes(count, new TextEncoder().encode(key), count)));
}

type Draws = { readonly key: string; readonly poolSize: number; readonly draws: number };

/**
 * The positions drawn, from 1, in the order drawn: each derived hash modulo the people that remain (RFC 3797 section 4).
 * No more than the whole pool is drawn. Refuses counts that are not whole numbers from 0 to 65,536.
 */
export function drawnPositions({ key, poolSize, draws }: Draws): readonly number[] {
  if (![poolSize, draws].every((count) => Number.isSafeInteger(count) && count >= 0 && count <= 65_536))
    throw new RangeError("RFC 3797 draws from at most 65,536 people");
  const remaining = Array.from({ length: poolSize }, (_, index) => index + 1);
  return Array.from({ length: Math.min(poolSize, draws) }, (_, counter) => {
    const place = BigInt(`0x${derivedHash(key, counter)}`) % BigInt(remaining.length);
    return remaining.splice(Number(place), 1);
  }).flat();
}

function sourceText(source: RandomnessSource): string {
  if (typeof source === "object") return numbersText(source.map(decimalOf));
  if (typeof source === "number" || isDecimal(source)) return numbersText([decimalOf(source)]);
  const letters = source
    .normalize("NFD")
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, "");
  if (letters === "") throw new RangeError("a source without letters or digits");
  return `${letters}.`;
}

/** Digits before and after the point, without superfluous zeros. */
type Decimal = { readonly whole: string; readonly decimals: string };

function numbersText(numbers: readonly Decimal[]): string {
  if (numbers.length === 0) throw new RangeError("a source without a value");
  return numbers
    .toSorted(compareDecimals)
    .map(({ whole, decimals }) => `${whole}.${decimals}`)
    .join("");
}

function isDecimal(text: string): boolean {
  return /^\d+(?:\.\d*)?$/.test(text);
}

function decimalOf(value: number | string): Decimal {
  const text = String(value);
  if (!isDecimal(text) || (typeof value === "number" && value > Number.MAX_SAFE_INTEGER))
    throw new RangeError(`not a plain number: ${text.slice(0, 40)}`);
  const [whole = "", decimals = ""] = text.split(".");
  return { whole: whole.replace(/^0+(?=\d)/, ""), decimals: decimals.replace(/0+$/, "") };
}

function compareDecimals(left: Decimal, right: Decimal): number {
  const longer = left.whole.length - right.whole.length;
  return longer || compareText(left.whole, right.whole) || compareText(left.decimals, right.decimals);
}
