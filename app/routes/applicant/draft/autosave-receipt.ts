export const RECEIPT_HEADER = "Draft-Saved";

/** What the server says of a save that a page made by itself. */
export type AutosaveReceipt = {
  /** By the server's clock. */
  readonly at: string;
  readonly revision: number;
  readonly edition: string;
};
