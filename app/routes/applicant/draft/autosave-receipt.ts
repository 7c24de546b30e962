export const RECEIPT_HEADER = "Draft-Saved";
/** In which the answer to a save that came too late carries a `LateAnswer`, as percent-encoded JSON. */
export const LATE_HEADER = "Draft-Late";

/** What the server says of a save that a page made by itself. */
export type AutosaveReceipt = {
  /** By the server's clock. */
  readonly at: string;
  readonly revision: number;
  readonly edition: string;
};
