import { windowOf } from "./calendar.ts";
import type { ProgrammeDefinition } from "./definition.ts";

/** Where today should fall in the moved calendar. Moments are `KEY` or `KEY.start` (its start) and `KEY.end`. */
export type Wish = { readonly next: string } | { readonly lastPast: string } | { readonly inside: string };

const millisecondsPerWeek = 7 * 86_400_000;

/**
 * Whole weeks by which to move the calendar at `now`:
 * - `next`: the moment lies ahead, at most one week away (now < moment ≤ now + 1 week);
 * - `lastPast`: the moment has passed, less than one week ago (now − 1 week < moment ≤ now);
 * - `inside`: `now` lies in the event's [start, end), as near to its middle as whole weeks allow. For an event shorter
 *   than a week there may be no such number: then it is the first one with which the event is still to end.
 */
export function weeksToShift(definition: Pick<ProgrammeDefinition, "calendar">, now: Date, wish: Wish): number {
  if ("next" in wish) return Math.floor(weeksFrom(momentOf(definition, wish.next), now)) + 1;
  if ("lastPast" in wish) return Math.floor(weeksFrom(momentOf(definition, wish.lastPast), now));

  const { start, end } = windowOf(definition, wish.inside);
  const middle = (start.getTime() + end.getTime()) / 2;
  const nearest = Math.floor(weeksFrom(middle, now) + 0.5);
  const isInside = (weeks: number) => weeksFrom(start.getTime(), now) >= weeks && weeksFrom(end.getTime(), now) < weeks;
  return isInside(nearest) ? nearest : Math.floor(weeksFrom(end.getTime(), now)) + 1;
}

/** How many weeks `now` lies after the moment; negative when it lies before. */
function weeksFrom(moment: number, now: Date): number {
  return (now.getTime() - moment) / millisecondsPerWeek;
}

function momentOf(definition: Pick<ProgrammeDefinition, "calendar">, moment: string): number {
  const [key = "", edge] = moment.split(".", 2);
  const window = windowOf(definition, key);
  return (edge === "end" ? window.end : window.start).getTime();
}
