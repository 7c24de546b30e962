const exactNumber = /^-?\d+(?:\.\d{1,6}|\/0*[1-9]\d*)?$/;

/**
 * Whether text is an exact number of SELECTION A1: exactly what parseRational reads (at most six decimals, or "p/q" with a
 * denominator other than zero), said without computing it. Anything that is not text is none.
 */
export function isExactNumber(text: unknown): text is string {
  return typeof text === "string" && exactNumber.test(text);
}
