import type { NextFunction, Request, Response } from "express";

const waiting: NextFunction[] = [];

/**
 * Requests are begun one a turn of the event loop. Work on one holds the loop for as long as its reads and its transaction
 * take; begun all at once, a thousand in the last second would keep each other's headers unread until after the close, and
 * people who sent theirs in time would be told that they were late. So between two of them everybody's arrival is noted.
 */
export function inTurn(_request: Request, _response: Response, next: NextFunction): void {
  waiting.push(next);
  if (waiting.length === 1) afterReading(beginNext);
}

function beginNext(): void {
  waiting.shift()?.();
  if (waiting.length > 0) afterReading(beginNext);
}

/** Two turns: in the first new connections are taken, in the second what they sent is read. */
function afterReading(work: () => void): void {
  setImmediate(() => setImmediate(work));
}
