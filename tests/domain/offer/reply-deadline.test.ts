import { expect, test } from "vitest";
import { earliestCall, replyDeadline } from "#app/domain/offer/reply-deadline.ts";

const validUntil = new Date("2025-06-13T18:00:00+09:00");

function at(text: string): Date {
  return new Date(`${text}+09:00`);
}

test("reply hours run from the first message that a channel accepted", () => {
  const due = replyDeadline({ firstAcceptedAt: at("2025-05-28T09:30:00"), replyHours: 24, validUntil });
  expect(due).toEqual({ ok: true, value: at("2025-05-29T09:30:00") });
});

test("they end with the list at the latest, and nothing starts at its end", () => {
  const late = replyDeadline({ firstAcceptedAt: at("2025-06-13T17:59:59"), replyHours: 24, validUntil });
  expect(late).toEqual({ ok: true, value: validUntil });
  const ended = replyDeadline({ firstAcceptedAt: validUntil, replyHours: 24, validUntil });
  expect(ended).toEqual({ ok: false, refusal: "reserve_list_ended" });
});

const fillStart = at("2025-05-28T09:00:00");

function call(now: string) {
  return earliestCall({ now: at(now), fillStart, notBefore: "09:00", validUntil });
}

test("nobody is called before filling starts", () => {
  expect(call("2025-05-26T14:00:00")).toEqual({ ok: true, value: fillStart });
});

test("nobody is called before nine in the morning, Korean time", () => {
  expect(call("2025-05-29T00:10:00")).toEqual({ ok: true, value: at("2025-05-29T09:00:00") });
  expect(call("2025-05-29T08:59:59")).toEqual({ ok: true, value: at("2025-05-29T09:00:00") });
  expect(call("2025-05-29T22:15:00")).toEqual({ ok: true, value: at("2025-05-29T22:15:00") });
});

test("nobody is called when the list has ended", () => {
  expect(call("2025-06-13T17:59:59")).toMatchObject({ ok: true });
  expect(call("2025-06-13T18:00:00")).toEqual({ ok: false, refusal: "reserve_list_ended" });
});
