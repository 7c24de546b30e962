import type { NextFunction, Request, Response } from "express";

/** A turn of the event loop takes one new connection and reads the ones before it: after three without anybody, nobody waits. */
const QUIET_TURNS = 3;
/** However many come: after so many turns the next request is begun. */
const TURNS_AT_MOST = 200;

const waiting: NextFunction[] = [];
let turns = 0;
let quietTurns = 0;

/**
 * Requests are begun one after the other, each when everybody who stands at the door has been let in. Work on one holds the
 * event loop for as long as its reads and its transaction take; begun all at once, a thousand in the last second would keep
 * each other's headers unread until after the close, and people who sent theirs in time would be told that they were late.
 */
export function inTurn(_request: Request, _response: Response, next: NextFunction): void {
  quietTurns = 0;
  waiting.push(next);
  if (waiting.length === 1) setImmediate(turn);
}

function turn(): void {
  turns += 1;
  quietTurns += 1;
  if (quietTurns > QUIET_TURNS || turns > TURNS_AT_MOST) {
    turns = 0;
    quietTurns = 0;
    waiting.shift()?.();
  }
  if (waiting.length > 0) setImmediate(turn);
}
