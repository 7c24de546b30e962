import { expect, test } from "vitest";
import {
  accept,
  cancel,
  decline,
  giveUp,
  isLiveOffer,
  lapse,
  offerMoves,
  offerStatuses,
  openOffer,
  statusAfter,
  type Offer,
} from "#app/domain/offer/offer.ts";

const opensAt = new Date("2025-05-23T05:00:00.000Z");
const respondBy = new Date("2025-05-27T09:00:00.000Z");
const open: Offer = { status: "open", opensAt, respondBy };
const held: Offer = { status: "held", opensAt: null, respondBy: null };

function around(instant: Date, milliseconds: number): Date {
  return new Date(instant.getTime() + milliseconds);
}

test("an open offer is accepted or declined in [start, end): the last millisecond is in time, the end is late", () => {
  for (const answer of [accept, decline]) {
    expect(answer(open, opensAt).ok).toBe(true);
    expect(answer(open, around(respondBy, -1)).ok).toBe(true);
    expect(answer(open, respondBy)).toEqual({ ok: false, refusal: "deadline_passed" });
    expect(answer(open, around(respondBy, 60_000))).toEqual({ ok: false, refusal: "deadline_passed" });
    expect(answer(open, around(opensAt, -1))).toEqual({ ok: false, refusal: "not_open_yet" });
  }
  expect(accept(open, opensAt)).toEqual({ ok: true, value: { ...open, status: "accepted" } });
});

test("silence lapses an open offer at its deadline, not before", () => {
  expect(lapse(open, around(respondBy, -1))).toEqual({ ok: false, refusal: "deadline_not_passed" });
  expect(lapse(open, respondBy)).toMatchObject({ value: { status: "lapsed" } });
});

test("a held seat can be opened, cancelled or lapse with the list, but nobody can answer it yet", () => {
  expect(accept(held, opensAt)).toEqual({ ok: false, refusal: "not_open" });
  expect(openOffer(held, { opensAt, respondBy })).toEqual({ ok: true, value: open });
  expect(cancel(held)).toMatchObject({ value: { status: "cancelled" } });
  expect(lapse(held, respondBy)).toMatchObject({ value: { status: "lapsed" } });
});

test("an answer is final", () => {
  const accepted: Offer = { ...open, status: "accepted" };
  for (const status of ["accepted", "declined", "lapsed", "cancelled"] as const) {
    expect(accept({ ...open, status }, opensAt)).toEqual({ ok: false, refusal: "already_answered" });
    expect(decline({ ...open, status }, opensAt)).toEqual({ ok: false, refusal: "already_answered" });
  }
  expect(giveUp(accepted)).toMatchObject({ value: { status: "declined" } });
  expect(cancel(accepted)).toMatchObject({ value: { status: "cancelled" } });
  expect(giveUp(open)).toEqual({ ok: false, refusal: "already_answered" });
});

test("exactly held, open and accepted offers take up a seat, and only they can move", () => {
  expect(offerStatuses.filter(isLiveOffer)).toEqual(["held", "open", "accepted"]);
  const movable = offerStatuses.filter((status) => Object.keys(offerMoves[status]).length > 0);
  expect(movable).toEqual(["held", "open", "accepted"]);
  expect(statusAfter("lapsed", "accept")).toBeUndefined();
});
