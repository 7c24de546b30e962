import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ticketHex, ticketLength, ticketOrder, type Tickets } from "#app/domain/draw/ticket-order.ts";
import { instances } from "#tests/support/instances.ts";

function ticketsOf(people: readonly (readonly [string, readonly number[]])[]): Tickets {
  const bytes = new Uint8Array(people.length * ticketLength);
  for (const [at, [, ticket]] of people.entries()) bytes.set(ticket, at * ticketLength);
  return { refs: people.map(([ref]) => ref), bytes };
}

test("tickets are ordered bytewise, wherever they first differ, and then by ref", () => {
  // Few values, so that many tickets share their beginning, and some all of it.
  const ticket = fc.array(fc.constantFrom(0, 1, 255), { minLength: 0, maxLength: 6 });
  const people = fc.uniqueArray(fc.tuple(fc.string(), ticket), { selector: ([ref]) => ref, maxLength: 30 });
  fc.assert(
    fc.property(people, (drawn) => {
      const tickets = ticketsOf(drawn);
      const written = drawn.map(([ref, bytes], at) => ({
        at,
        ref,
        text: Buffer.from(bytes).toString("hex").padEnd(64, "0"),
      }));
      const expected = written
        .toSorted((left, right) => before(left.text, right.text) || before(left.ref, right.ref))
        .map(({ at }) => at);
      expect([...ticketOrder(tickets)]).toEqual(expected);
    }),
    { numRuns: instances },
  );
});

test("tickets of zeros alone are ordered by ref", () => {
  const tickets = ticketsOf(["c", "a", "b"].map((ref) => [ref, []] as const));
  expect([...ticketOrder(tickets)]).toEqual([1, 2, 0]);
});

test("the ticket of a position is written as hex", () => {
  const tickets = ticketsOf([
    ["a", [1, 2]],
    ["b", [255]],
  ]);
  expect(ticketHex(tickets, 0)).toBe(`0102${"00".repeat(30)}`);
  expect(ticketHex(tickets, 1)).toBe(`ff${"00".repeat(31)}`);
});

test("the bytes may be part of a larger buffer", () => {
  const { refs, bytes } = ticketsOf([
    ["a", [9]],
    ["b", [3]],
  ]);
  const larger = new Uint8Array(100).fill(200);
  larger.set(bytes, 11);
  expect([...ticketOrder({ refs, bytes: larger.subarray(11, 75) })]).toEqual([1, 0]);
});

test("bytes that are not one ticket for each are refused, and so are more refs than positions fit", () => {
  expect(() => ticketOrder({ refs: ["a"], bytes: new Uint8Array(31) })).toThrow("31 bytes are no tickets for 1 refs");
  const many = Array<string>(2 ** 21 + 1);
  expect(() => ticketOrder({ refs: many, bytes: new Uint8Array(many.length * 32) })).toThrow("no tickets for 2097153");
});

test("as many refs as positions fit are ordered", { timeout: 120_000 }, () => {
  const refs = Array<string>(2 ** 21).fill("x");
  const bytes = new Uint8Array(refs.length * ticketLength);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < refs.length; at += 1) view.setUint32(at * ticketLength, 2 ** 32 - 1 - at);
  const order = ticketOrder({ refs, bytes });
  expect(order.every((position, place) => position === refs.length - 1 - place)).toBe(true);
});

function before(left: string, right: string): number {
  return left === right ? 0 : left < right ? -1 : 1;
}
