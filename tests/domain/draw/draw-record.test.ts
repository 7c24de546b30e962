import { createHash, createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { commitmentTo, oneTimeCode } from "#app/domain/draw/code-chain.ts";
import {
  drawHolds,
  drawIdOf,
  openDraw,
  planDraw,
  ticketsOfDraw,
  type DrawWanted,
} from "#app/domain/draw/draw-record.ts";
import { commitToPool } from "#app/domain/draw/pool-commitment.ts";
import { ticketHex } from "#app/domain/draw/ticket-order.ts";

const codes = { secret: new Uint8Array(32).fill(4), length: 10 };
const refs = ["B2", "A1", "C3"];
const wanted: DrawWanted = {
  drawId: "ai-academy-6/final",
  refs,
  commitment: commitmentTo(codes),
  chain: { hash: "ab".repeat(32), genesisTime: 1000, period: 30 },
  // Published at 1000 + 200 * 30 = 7000, an hour after the lock at 3400.
  number: 201,
  lockTime: 3400,
  earlierDraws: ["ai-academy-6/papers", "ai-academy-5/final"],
};
const signature = "0c".repeat(48);
const randomness = createHash("sha256").update(Buffer.from(signature, "hex")).digest("hex");
const opening = { signature, oneTimeCode: oneTimeCode(codes, 1) };

function plan(change: Partial<DrawWanted> = {}) {
  const planned = planDraw({ ...wanted, ...change });
  if (!planned.ok) throw new Error(planned.refusal);
  return planned.value;
}

function record() {
  const opened = openDraw(plan(), opening);
  if (!opened.ok) throw new Error(opened.refusal);
  return opened.value;
}

test("a plan holds what is published before the lock, and no ref", () => {
  expect(plan()).toEqual({
    algorithm: "vrs-00-drand",
    drawId: "ai-academy-6/final",
    pool: commitToPool(refs),
    commitment: wanted.commitment,
    chain: wanted.chain,
    number: 201,
  });
});

describe("a plan is refused", () => {
  test.each([
    ["drawn_before", { earlierDraws: [wanted.drawId] }],
    ["not_a_commitment", { commitment: "ab" }],
    ["not_a_chain", { chain: { ...wanted.chain, hash: "ab" } }],
    ["not_a_chain", { chain: { ...wanted.chain, period: 0 } }],
    ["not_a_chain", { chain: { ...wanted.chain, genesisTime: 0 } }],
    ["not_a_chain", { chain: { ...wanted.chain, period: 1.5 } }],
    ["known_too_early", { lockTime: 3401 }],
    ["known_too_early", { number: 200 }],
  ] satisfies [string, Partial<DrawWanted>][])("%s", (refusal, change) => {
    expect(planDraw({ ...wanted, ...change })).toEqual({ ok: false, refusal });
  });
});

test("a draw id has two plain names; anything else is refused", () => {
  expect(drawIdOf("ai-academy-6", "final")).toBe(wanted.drawId);
  expect(drawIdOf("a.b_c-1", "x")).toBe("a.b_c-1/x");
  for (const name of ["", "a/b", "a|b", "a b", "a\n", "\na"]) {
    expect(() => drawIdOf(name, "x")).toThrow("not a name");
    expect(() => drawIdOf("x", name)).toThrow("not a name");
  }
});

describe("opening a plan", () => {
  test("adds what was revealed; the randomness is the signature's", () => {
    expect(record()).toEqual({ ...plan(), signature, randomness, oneTimeCode: opening.oneTimeCode });
    expect(openDraw(plan(), { ...opening, randomness })).toEqual({ ok: true, value: record() });
  });

  test.each([
    ["other_code", { oneTimeCode: oneTimeCode(codes, 2) }],
    ["other_code", { oneTimeCode: "" }],
    ["not_its_randomness", { randomness: "00".repeat(32) }],
    ["not_its_randomness", { signature: "" }],
    ["not_its_randomness", { signature: "zz", randomness }],
    ["not_its_randomness", { signature: "0d".repeat(48), randomness }],
  ])("%s", (refusal, change) => {
    expect(openDraw(plan(), { ...opening, ...change })).toEqual({ ok: false, refusal });
  });
});

test("the tickets are those that anybody computes with HMAC alone", () => {
  const text = `drand:${"ab".repeat(32)}:201:${randomness}`;
  const key = createHmac("sha256", Buffer.from(opening.oneTimeCode, "hex")).update(text).digest();
  const tickets = ticketsOfDraw(record(), refs);
  for (const [at, ref] of refs.entries()) {
    const expected = createHmac("sha256", key).update(`ai-academy-6/final|${ref}\u0001`).digest("hex");
    expect(ticketHex(tickets, at)).toBe(expected);
  }
});

test("a record holds for the people it was planned for, and for nobody else", () => {
  const held = record();
  expect(drawHolds(held, ["C3", "B2", "A1"])).toBe(true);
  expect(drawHolds(held, ["C3", "B2"])).toBe(false);
  expect(drawHolds(held, ["C3", "B2", "A2"])).toBe(false);
  expect(drawHolds({ ...held, pool: { ...held.pool, size: 4 } }, refs)).toBe(false);
  expect(drawHolds({ ...held, randomness: "00".repeat(32) }, refs)).toBe(false);
  expect(drawHolds({ ...held, oneTimeCode: "00".repeat(32) }, refs)).toBe(false);
});
