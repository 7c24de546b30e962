/** People as the choice functions read them: who is best, and who belongs to which group. */
export type Pool = {
  /** Person numbers from 0, best first, each at most once. A person not named here is not eligible. */
  readonly order: Uint32Array;
  /** The names of the groups, at most 31; bit g of a person's mask stands for `groupNames[g]`. */
  readonly groupNames: readonly string[];
  /** By person number: bit g is set when the person belongs to group g. */
  readonly masks: Uint32Array;
};

/** What a choice function answers. */
export type Choice = {
  /** Person numbers, best first. */
  readonly chosen: Uint32Array;
  /** Beside `chosen`: the seat each was given. `open`, or the group or block whose seat it is. */
  readonly seats: readonly SeatGiven[];
  readonly report: ChoiceReport;
};

export type SeatGiven =
  | { readonly kind: "open" }
  | { readonly kind: "guaranteed"; readonly group: string }
  | { readonly kind: "set_aside"; readonly category: string; readonly guaranteed: string | null }
  | { readonly kind: "block"; readonly block: string }
  | { readonly kind: "dereserved" };

/** What the rule asked of each group and what came of it (SELECTION.md B6). */
export type ChoiceReport = {
  readonly seats: number;
  readonly filled: number;
  readonly groups: readonly GroupReport[];
  /** Why no more could be filled or met, as far as the `short` of the groups does not tell it; empty when everything was. */
  readonly shortages: readonly Shortage[];
};

export type GroupReport = {
  readonly group: string;
  readonly guaranteed: number;
  /** Its people who could have been given these seats when they were given. */
  readonly available: number;
  readonly filled: number;
  readonly short: number;
  /** The set-aside category or the block whose seats these are, where the rule has such. */
  readonly within?: string;
};

/**
 * `hall`: together these groups have fewer people than guaranteed seats. `conflict`: bounds that cannot hold together
 * with the number of seats, no one of them superfluous. `within`: the set-aside category it is about.
 */
export type Shortage = { readonly within?: string } & (
  | { readonly kind: "too_few_people"; readonly seats: number; readonly people: number }
  | { readonly kind: "hall"; readonly groups: readonly string[]; readonly people: number; readonly seats: number }
  | { readonly kind: "conflict"; readonly minima: readonly string[]; readonly maxima: readonly string[] }
);
