/** Orders text by UTF-16 code units, the same on every machine and in every language; fit for sort. */
export function compareText(left: string, right: string): -1 | 0 | 1 {
  return left < right ? -1 : left > right ? 1 : 0;
}
