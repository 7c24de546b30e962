import type { AddressAnswer } from "#app/domain/application/answers.ts";

/** An address as the public register has it; the road and the lot stand without the place that they are in. */
export type FoundAddress = Omit<AddressAnswer, "detail">;

/** `vague`: the register wants more words, or other ones. */
export type LookedUp =
  { readonly kind: "found"; readonly addresses: readonly FoundAddress[] } | { readonly kind: "vague" };

/** Looks an address up by words such as a road and a number. Throws where the register cannot be asked. */
export type AddressLookup = (words: string) => Promise<LookedUp>;
