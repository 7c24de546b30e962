import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { seededOrder, ticketOf } from "#app/domain/draw/seeded-order.ts";
import { nodeSha256 } from "#tests/domain/proof/textbook-tree.ts";
import { instances } from "#tests/support/instances.ts";

test("a ticket is the SHA-256 of seed|label|id, as any other program computes it", () => {
  const expected = createHash("sha256").update("00ff|tie|접수-1").digest("hex");
  expect(ticketOf({ seed: "00ff", label: "tie" }, "접수-1")).toBe(expected);
});

test("two ids keep their order whoever else is in the draw, and whatever order they are given in", () => {
  const ids = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 20 });
  fc.assert(
    fc.property(ids, fc.string(), (all, seed) => {
      const order = seededOrder({ seed, label: "x", ids: all });
      const without = all.slice(1).toReversed();
      expect(seededOrder({ seed, label: "x", ids: without })).toEqual(order.filter((id) => id !== all[0]));
      const byHand = all.toSorted((left, right) => (byTicket(seed, left) < byTicket(seed, right) ? -1 : 1));
      expect(order).toEqual(byHand);
      expect(seededOrder({ seed, label: "x", ids: all, sha256: nodeSha256 })).toEqual(byHand);
    }),
    { numRuns: instances },
  );
});

test("another label is another draw, and an id may stand only once", () => {
  const ids = Array.from({ length: 30 }, (_, index) => `N${index}`);
  expect(seededOrder({ seed: "1", label: "a", ids })).not.toEqual(seededOrder({ seed: "1", label: "b", ids }));
  expect(() => seededOrder({ seed: "1", label: "a", ids: ["x", "x"] })).toThrow("an id stands twice in a draw");
});

function byTicket(seed: string, id: string): string {
  return createHash("sha256").update(`${seed}|x|${id}`).digest("hex");
}
