import { createHash, hkdfSync } from "node:crypto";
import { expect, test } from "vitest";
import { opensCommitment, verifiableOrder, verifiableTickets } from "#app/domain/draw/verifiable-order.ts";

test("tickets are those of HKDF in another program, in ascending order", () => {
  const draw = { oneTimeCode: "11".repeat(32), randomness: "drand:chain:1:ff", drawId: "final" };
  const tickets = verifiableOrder({ ...draw, ids: ["1", "2", "3", "4"] });
  for (const { id, ticket } of tickets) {
    const salt = Buffer.from(draw.oneTimeCode, "hex");
    const expected = hkdfSync("sha256", draw.randomness, salt, `final|${id}`, 32);
    expect(ticket).toBe(Buffer.from(expected).toString("hex"));
  }
  expect(tickets.map(({ ticket }) => ticket)).toEqual(tickets.map(({ ticket }) => ticket).toSorted());
});

test("the example of draft-thomson-elegy-vrs-00 comes out as published", () => {
  let code = Buffer.from("totally not a bikeshed");
  for (let step = 0; step < 9; step += 1) code = createHash("sha256").update(code).digest();
  const oneTimeCode = code.toString("hex");
  expect(oneTimeCode).toMatch(/^5346f2ef.*2456$/);
  const commitment = createHash("sha256").update(code).digest("hex");
  expect(commitment).toMatch(/^950ea08d.*c488$/);
  expect(opensCommitment(oneTimeCode, commitment)).toBe(true);
  expect(opensCommitment("00".repeat(32), commitment)).toBe(false);

  const randomness = "1.2.3.4.5.6./1.2.3.4.5.6./1.2.3.4.5.6./";
  const labels = ["blue", "lavenderblush"].map((id) => ({ id, label: id }));
  const tickets = verifiableTickets({ oneTimeCode, randomness, labels });
  expect(tickets.map(({ id, ticket }) => `${id} ${ticket.slice(0, 10)}`)).toEqual([
    "lavenderblush 002ed527ae",
    "blue 03f710be2b",
  ]);
});
