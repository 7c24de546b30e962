import type { NextFunction, Request, Response } from "express";

/** A turn of the event loop takes one new connection and reads the ones before it: after three without anybody, nobody waits. */
const QUIET_TURNS = 3;
/** However many come: after so many turns the next request is begun. */
const TURNS_AT_MOST = 200;
/** So many acts are worked on at once. More would not be done sooner: they share one event loop and one writer. */
const ACTS_AT_ONCE = 8;
/** An act that is slower than this makes room for others: nobody may shut the door by sending slowly. */
const ROOM_AFTER_MS = 500;

type Waiting = { readonly isAct: boolean; readonly response: Response; readonly next: NextFunction };

const waiting: Waiting[] = [];
let acts = 0;
let isTurning = false;
let turns = 0;
let quietTurns = 0;

/**
 * Requests are begun one after the other, each when everybody who stands at the door has been let in. Work on one holds the
 * event loop for as long as its reads and its transaction take; begun all at once, a thousand in the last second would keep
 * each other's headers unread until after the close, and people who sent theirs in time would be told that they were late.
 */
export function inTurn(request: Request, response: Response, next: NextFunction): void {
  quietTurns = 0;
  waiting.push({ isAct: request.method === "POST", response, next });
  turnSoon();
}

function turnSoon(): void {
  if (isTurning || !waiting.some(mayBegin)) return;
  isTurning = true;
  setImmediate(turn);
}

function turn(): void {
  isTurning = false;
  turns += 1;
  quietTurns += 1;
  if (quietTurns > QUIET_TURNS || turns > TURNS_AT_MOST) {
    turns = 0;
    quietTurns = 0;
    beginNext();
  }
  turnSoon();
}

function mayBegin({ isAct }: Waiting): boolean {
  return !isAct || acts < ACTS_AT_ONCE;
}

function beginNext(): void {
  const index = waiting.findIndex(mayBegin);
  const [chosen] = index < 0 ? [] : waiting.splice(index, 1);
  if (!chosen) return;
  if (chosen.isAct) makeRoomAfter(chosen.response);
  chosen.next();
}

function makeRoomAfter(response: Response): void {
  acts += 1;
  let isOver = false;
  const leave = () => {
    if (isOver) return;
    isOver = true;
    clearTimeout(timer);
    acts -= 1;
    turnSoon();
  };
  const timer = setTimeout(leave, ROOM_AFTER_MS);
  response.once("close", leave);
}
