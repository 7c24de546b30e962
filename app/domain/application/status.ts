import { done, refuse, type Result } from "../result.ts";

/**
 * The legal moves of an application. What is not in the table cannot happen.
 * Outcomes of a stage become a status only when the stage, or the final result, is published.
 */
const moves = {
  draft: { submit: "submitted", expire: "expired", withdraw: "withdrawn" },
  submitted: {
    resubmit: "submitted",
    withdraw: "withdrawn",
    exclude: "excluded",
    fail: "not_passed",
    offer: "offered",
    reserve: "reserved",
    reject: "not_selected",
  },
  reserved: { offer: "offered", release: "not_selected", withdraw: "withdrawn", exclude: "excluded" },
  offered: { accept: "accepted", decline: "declined", lapse: "lapsed", cancel: "cancelled" },
  accepted: { decline: "declined", cancel: "cancelled" },
  not_passed: { restore: "submitted" },
  not_selected: { restore: "submitted", offer: "offered" },
  excluded: { restore: "submitted" },
  cancelled: { restore: "submitted" },
  declined: {},
  lapsed: { restore: "submitted" },
  withdrawn: {},
  // While a personal extension runs.
  expired: { reopen: "draft" },
} as const satisfies Record<string, Record<string, string>>;

export type ApplicationStatus = keyof typeof moves;
export const applicationStatuses = Object.keys(moves) as readonly ApplicationStatus[];

type Move = { [Status in ApplicationStatus]: keyof (typeof moves)[Status] }[ApplicationStatus];

/** The status after `move`, or a refusal where the table has no such move. */
export function moveApplication(status: ApplicationStatus, move: Move): Result<ApplicationStatus, "move-not-allowed"> {
  const next = (moves[status] as Record<string, ApplicationStatus>)[move];
  return next === undefined ? refuse("move-not-allowed") : done(next);
}
