import { setTimeout as pause } from "node:timers/promises";

const LEAST_MS = 400;

/** Waits for `work`, and never less than a moment: how long an answer took must not tell whether an e-mail is known. */
export async function atLeast<Value>(work: Promise<Value>): Promise<Value> {
  const [value] = await Promise.all([work, pause(LEAST_MS)]);
  return value;
}
