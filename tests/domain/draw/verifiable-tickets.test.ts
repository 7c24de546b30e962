import { createHmac, hkdfSync } from "node:crypto";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { hashTimes } from "#app/domain/draw/code-chain.ts";
import { ticketHex } from "#app/domain/draw/ticket-order.ts";
import { drawKey, drawnOrder, labelOf, ticketsFor, ticketsForLabels } from "#app/domain/draw/verifiable-tickets.ts";
import { instances } from "#tests/support/instances.ts";

const oneTimeCode = new Uint8Array(32).fill(0x11);
const randomness = "drand:chain:1:ff";
const key = drawKey({ oneTimeCode, randomness });

test("tickets are those of HKDF in another program", () => {
  expect(Buffer.from(key)).toEqual(createHmac("sha256", oneTimeCode).update(randomness).digest());
  const names = fc.uniqueArray(fc.string({ unit: "grapheme" }), { maxLength: 8 });
  fc.assert(
    fc.property(names, (refs) => {
      const tickets = ticketsFor({ key, drawId: "final", refs });
      for (const [at, ref] of refs.entries()) {
        const expected = hkdfSync("sha256", randomness, oneTimeCode, `final|${ref}`, 32);
        expect(ticketHex(tickets, at)).toBe(Buffer.from(expected).toString("hex"));
      }
    }),
    { numRuns: instances },
  );
});

test("the example of draft-thomson-elegy-vrs-00 comes out as published", () => {
  const code = hashTimes(Buffer.from("totally not a bikeshed"), 9);
  expect(Buffer.from(code).toString("hex")).toMatch(/^5346f2ef.*2456$/);
  const published = "1.2.3.4.5.6./1.2.3.4.5.6./1.2.3.4.5.6./";
  const tickets = ticketsForLabels({
    key: drawKey({ oneTimeCode: code, randomness: published }),
    refs: ["blue", "lavenderblush"],
  });
  expect(ticketHex(tickets, 0)).toMatch(/^03f710be2b/);
  expect(ticketHex(tickets, 1)).toMatch(/^002ed527ae/);
  expect(drawnOrder(tickets)).toEqual(["lavenderblush", "blue"]);
});

test("two people keep their order whoever else is drawn, and a tie group has the tickets of the whole draw", () => {
  const people = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 20 });
  fc.assert(
    fc.property(people, (refs) => {
      const order = drawnOrder(ticketsFor({ key, drawId: "d", refs }));
      expect(order.toSorted()).toEqual(refs.toSorted());
      const some = refs.slice(1).toReversed();
      expect(drawnOrder(ticketsFor({ key, drawId: "d", refs: some }))).toEqual(order.filter((ref) => ref !== refs[0]));
    }),
    { numRuns: instances },
  );
});

test("another draw id is another draw", () => {
  const refs = Array.from({ length: 30 }, (_, index) => `N${index}`);
  expect(drawnOrder(ticketsFor({ key, drawId: "a", refs }))).not.toEqual(
    drawnOrder(ticketsFor({ key, drawId: "b", refs })),
  );
});

test("every order of three comes up about equally often", () => {
  const counts = new Map<string, number>();
  for (let draw = 0; draw < 3000; draw += 1) {
    const order = drawnOrder(ticketsFor({ key, drawId: `d${draw}`, refs: ["a", "b", "c"] })).join("");
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(counts.size).toBe(6);
  for (const count of counts.values()) expect(Math.abs(count - 500)).toBeLessThan(100);
});

test("labels are told apart: no draw id is empty or holds the bar, and no ref stands twice", () => {
  expect(labelOf("a/1", "R|1")).toBe("a/1|R|1");
  for (const drawId of ["", "a|b", "|"]) {
    expect(() => labelOf(drawId, "r")).toThrow("text without |");
    expect(() => ticketsFor({ key, drawId, refs: [] })).toThrow("text without |");
  }
  expect(() => ticketsFor({ key, drawId: "d", refs: ["r", "r"] })).toThrow("a ref stands twice in a draw");
  expect(drawnOrder(ticketsFor({ key, drawId: "d", refs: [] }))).toEqual([]);
});
