import type { AddressAnswer } from "#app/domain/application/answers.ts";

type FoundAddress = Omit<AddressAnswer, "detail">;
export type AddressIntent = { readonly fieldId: string; readonly chosen: string | undefined };

/** What the Enter key sends: look up what was newly typed to be looked for, otherwise save and go on. */
export const ENTER = "enter";

/** What belongs to looking up and is no answer. */
export function addressSearchNames(fieldId: string) {
  return { words: `address-search.${fieldId}.words`, asked: `address-search.${fieldId}.asked` } as const;
}

/** What a button of an address sends as `intent`; the found address travels in it, so that nobody has to find it twice. */
export function addressIntent(fieldId: string, chosen?: FoundAddress): string {
  return chosen === undefined ? `address.search.${fieldId}` : `address.choose.${fieldId}.${JSON.stringify(chosen)}`;
}

/** The button that was pressed, or undefined where it was none of an address. */
export function readAddressIntent(intent: unknown): AddressIntent | undefined {
  if (typeof intent !== "string") return undefined;
  const [, searched, choosing, chosen] =
    /^address\.(?:search\.([\w-]+)|choose\.([\w-]+)\.(\{.{0,4000}\}))$/.exec(intent) ?? [];
  const fieldId = searched ?? choosing;
  return fieldId === undefined ? undefined : { fieldId, chosen };
}
