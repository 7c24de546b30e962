import { done, refuse, type Result } from "../result.ts";

/** Why a result may be appealed: how it was reached, how it was added up, or what it rests on. Never re-marking. */
export const appealGrounds = ["procedure", "arithmetic", "fact"] as const;
export type AppealGround = (typeof appealGrounds)[number];

/** What can happen to an appeal. An answer is final; who still disagrees files another one while the window is open. */
const moves = {
  received: { uphold: "upheld", dismiss: "dismissed", withdraw: "withdrawn" },
  upheld: {},
  dismissed: {},
  withdrawn: {},
} as const;

export type AppealStatus = keyof typeof moves;
export type AppealMove = keyof (typeof moves)["received"];
export const appealStatuses = Object.keys(moves) as readonly AppealStatus[];

/** The status after `move`, or a refusal where the table has no such move. */
export function moveAppeal(status: AppealStatus, move: AppealMove): Result<AppealStatus, "move-not-allowed"> {
  const next = (moves[status] as Partial<Record<AppealMove, AppealStatus>>)[move];
  return next === undefined ? refuse("move-not-allowed") : done(next);
}

/** Characters of a statement, spaces included. */
export const MAX_STATEMENT = 2000;

/** The number as people write it: 1 is "A-001". Counted within a cohort, without a gap. */
export function appealNumberText(number: number): string {
  return `A-${String(number).padStart(3, "0")}`;
}

/** Files of an appeal are kept under this key beside those of the documents. */
export function appealDocumentKey(appealId: string): string {
  return `appeal:${appealId}`;
}
