import { data } from "@remix-run/node";
import type { LateAnswer } from "../late-answer.server.ts";
import { LATE_HEADER, RECEIPT_HEADER, type AutosaveReceipt } from "./autosave-receipt.ts";
import type { Outcome } from "./save-section.server.ts";
import type { Extended } from "#app/auth/session.server.ts";
import type { SaveRefusal } from "#app/use-cases/save-draft.ts";

type Circumstances = {
  readonly now: Date;
  readonly extended: Extended | undefined;
  /** Where the save came too late. */
  readonly late: LateAnswer | undefined;
};

/** The answer to a page that saved by itself: a status and one header, which a page that is being left need not read. */
export function autosaveAnswer(saved: Outcome["saved"], { now, extended, late }: Circumstances) {
  const cookie: HeadersInit = extended ? { "Set-Cookie": extended.cookie } : {};
  if (!saved) return data(null, { headers: cookie });
  if (!saved.ok) {
    const told: HeadersInit = late ? { [LATE_HEADER]: encodeURIComponent(JSON.stringify(late)) } : {};
    return data(null, { status: statusOf(saved.refusal), headers: { ...cookie, ...told } });
  }
  const { revision, edition } = saved.value;
  const receipt: AutosaveReceipt = { at: now.toISOString(), revision, edition };
  return data(null, { headers: { ...cookie, [RECEIPT_HEADER]: JSON.stringify(receipt) } });
}

/** 409 is only a conflict between two texts: everything else that is refused is said at the person's own save. */
function statusOf(refusal: SaveRefusal): number {
  return typeof refusal === "object" && refusal.kind === "stale" ? 409 : 400;
}
