import { done, refuse, type Result } from "#app/domain/result.ts";

type Reply = { readonly firstAcceptedAt: Date; readonly replyHours: number; readonly validUntil: Date };

const hour = 60 * 60 * 1000;
// Korea has had one offset and no summer time since 1988.
const koreanOffset = 9 * hour;
const day = 24 * hour;

/**
 * When the answer to a refilled seat is due: `replyHours` after the first message that a channel accepted,
 * at most `validUntil`. Refuses when the reserve list had ended by then (the end itself is too late).
 */
export function replyDeadline({ firstAcceptedAt, replyHours, validUntil }: Reply): Result<Date, "reserve_list_ended"> {
  if (firstAcceptedAt >= validUntil) return refuse("reserve_list_ended");
  const due = firstAcceptedAt.getTime() + replyHours * hour;
  return done(new Date(Math.min(due, validUntil.getTime())));
}

type Sending = { readonly now: Date; readonly fillStart: Date; readonly notBefore: string; readonly validUntil: Date };

/**
 * The earliest instant at which a reserve may be told: not before `fillStart`, nor before `notBefore` ("09:00", Korean
 * time) of its day. Refuses when that is not before the end of the list.
 */
export function earliestCall({ now, fillStart, notBefore, validUntil }: Sending): Result<Date, "reserve_list_ended"> {
  const from = Math.max(now.getTime(), fillStart.getTime());
  const midnight = Math.floor((from + koreanOffset) / day) * day - koreanOffset;
  const at = new Date(Math.max(from, midnight + timeOfDay(notBefore)));
  return at < validUntil ? done(at) : refuse("reserve_list_ended");
}

function timeOfDay(text: string): number {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  if (hours === undefined || minutes === undefined) throw new RangeError(`no time of day: ${text}`);
  return Number(hours) * hour + Number(minutes) * 60 * 1000;
}
