/**
 * How the seats of one track (or of a cohort without tracks) are given to people in strict merit order: the rule
 * classes of SELECTION.md B0 to B5, as plain data. Seats and bounds are whole numbers of 0 or more; groups are named by
 * text.
 */
export type ChoiceRule =
  CutOffRule | GuaranteeRule | NestedBoundsRule | SetAsideRule | SeatBlocksRule | OverlappingBoundsRule;

/** B0: the first `seats` of the order. */
export type CutOffRule = { readonly kind: "cut_off"; readonly seats: number };

/**
 * B1, counted one-to-one: as many guaranteed seats as possible are filled, a person filling at most one; the rest by
 * merit.
 */
export type GuaranteeRule = {
  readonly kind: "guarantee";
  readonly seats: number;
  readonly guaranteed: readonly GuaranteedSeats[];
};

/** B2, counted one-to-all: minima and maxima on groups that are nested or disjoint. */
export type NestedBoundsRule = {
  readonly kind: "nested_bounds";
  readonly seats: number;
  readonly bounds: readonly GroupBounds[];
};

/**
 * B3: open seats from everybody first, then each disjoint category its own from its remaining members ("over and
 * above").
 */
export type SetAsideRule = {
  readonly kind: "set_aside";
  readonly open: { readonly seats: number; readonly guaranteed: readonly GuaranteedSeats[] };
  /** In the order in which they choose; nobody belongs to two. */
  readonly categories: readonly SetAsideCategory[];
  /** Seats that a category cannot fill: left empty, or given to the best people who remain. */
  readonly unfilled: "vacant" | "dereserve";
};

/** B4: a public list of blocks; each takes its best remaining people, in this order. */
export type SeatBlocksRule = {
  readonly kind: "seat_blocks";
  readonly blocks: readonly SeatBlock[];
  /** Seats that a block cannot fill: left empty, or open to everybody at the end. */
  readonly unfilled: "vacant" | "open";
};

/** B5, expert mode, counted one-to-all: minima and maxima on groups that overlap; at most 6 groups. Needs a solver. */
export type OverlappingBoundsRule = {
  readonly kind: "overlapping_bounds";
  readonly seats: number;
  readonly bounds: readonly GroupBounds[];
};

export type GuaranteedSeats = { readonly group: string; readonly seats: number };

/** `min` 0 = no minimum; `max` null = no maximum. */
export type GroupBounds = { readonly group: string; readonly min: number; readonly max: number | null };

export type SetAsideCategory = {
  readonly group: string;
  readonly seats: number;
  readonly guaranteed: readonly GuaranteedSeats[];
};

/** `group` null = everybody is eligible. `prefer` = its members come first within the block, each part by merit. */
export type SeatBlock = {
  readonly id: string;
  readonly seats: number;
  readonly group: string | null;
  readonly prefer?: string;
};
