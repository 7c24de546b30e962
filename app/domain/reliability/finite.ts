/** The value, or null where it is no number (0/0) or not finite (1/0): an undefined statistic is never shown as NaN. */
export function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
