/** An address as the public register has it, without the province in front of the road. */
export type FoundAddress = {
  readonly zonecode: string;
  readonly road: string;
  readonly jibun: string;
  readonly sido: string;
  readonly sigungu: string;
  readonly bcode: string;
};

/** `vague`: the register wants more words, or other ones. */
export type LookedUp =
  { readonly kind: "found"; readonly addresses: readonly FoundAddress[] } | { readonly kind: "vague" };

/** Looks an address up by words such as a road and a number. Throws where the register cannot be asked. */
export type AddressLookup = (words: string) => Promise<LookedUp>;
