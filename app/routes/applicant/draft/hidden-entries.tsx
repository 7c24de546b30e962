import type { Entries } from "./form-entries.ts";

/** What somebody typed, in a form that does not show it to be typed in. */
export function HiddenEntries({ entries }: { readonly entries: Entries }) {
  return entries.map(([name, value], index) => (
    // A textarea keeps line ends; the same name may come several times, always in this order.
    // oxlint-disable-next-line react/no-array-index-key
    <textarea key={`${name} ${index}`} name={name} defaultValue={value} hidden readOnly aria-label={name} />
  ));
}
