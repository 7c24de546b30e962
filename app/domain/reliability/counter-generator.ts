/** Where in a simulation a number is used: the same place always has the same number, whatever was drawn before. */
export type DrawPlace = { readonly run: number; readonly item: number; readonly block: number };

/** Four independent whole numbers from 0 to 2^32 − 1. */
export type FourWords = readonly [number, number, number, number];

export type CounterGenerator = (place: DrawPlace) => FourWords;

/**
 * A counter-based generator (Philox 4x32, ten rounds) keyed by the first 64 bits of a record's root in hexadecimal: everybody
 * who has the record repeats the simulation exactly. Refuses (RangeError) a root of fewer than 16 hexadecimal digits.
 * Not for draws that decide anything: those are `app/domain/draw`. Source: Salmon, Moraes, Dror & Shaw 2011.
 */
export function counterGenerator(root: string): CounterGenerator {
  if (!/^[0-9a-f]{16,}$/i.test(root)) throw new RangeError("a root is at least 16 hexadecimal digits");
  const key = [Number.parseInt(root.slice(0, 8), 16), Number.parseInt(root.slice(8, 16), 16)] as const;
  return ({ run, item, block }) => philox([run, item, block, 0], key);
}

/** Ten rounds of Philox 4x32 on a counter and a key of 32-bit words. Source: Salmon, Moraes, Dror & Shaw 2011. */
export function philox(counter: FourWords, key: readonly [number, number]): FourWords {
  // Plain variables: this runs twenty million times in a simulation of ten thousand applications.
  let c0 = counter[0];
  let c1 = counter[1];
  let c2 = counter[2];
  let c3 = counter[3];
  let k0 = key[0] | 0;
  let k1 = key[1] | 0;
  for (let round = 0; round < 10; round += 1) {
    const left = highWord(0xd2511f53, c0);
    const right = highWord(0xcd9e8d57, c2);
    const lowLeft = Math.imul(0xd2511f53, c0);
    const lowRight = Math.imul(0xcd9e8d57, c2);
    c0 = right ^ c1 ^ k0;
    c1 = lowRight;
    c2 = left ^ c3 ^ k1;
    c3 = lowLeft;
    k0 = (k0 + 0x9e3779b9) | 0;
    k1 = (k1 + 0xbb67ae85) | 0;
  }
  return [c0 >>> 0, c1 >>> 0, c2 >>> 0, c3 >>> 0];
}

/** The upper 32 bits of the product of two unsigned 32-bit words, in 16-bit halves. */
function highWord(left: number, right: number): number {
  const a = left >>> 16;
  const b = left & 0xffff;
  const c = right >>> 16;
  const d = right & 0xffff;
  const middle = Math.imul(b, c) >>> 0;
  const low = (Math.imul(b, d) >>> 16) + (middle & 0xffff);
  const other = Math.imul(a, d) >>> 0;
  const carry = (low + (other & 0xffff)) >>> 16;
  return (Math.imul(a, c) + (middle >>> 16) + (other >>> 16) + carry) | 0;
}
