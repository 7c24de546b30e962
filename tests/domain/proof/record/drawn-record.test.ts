import { createHash, createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { planDraw, openDraw, type DrawRecord } from "#app/domain/draw/draw-record.ts";
import { verifyRecord } from "#app/domain/proof/record/verify-record.ts";
import { set } from "#tests/domain/programme/broken-copy.ts";
import { aRecord, inputOf, nine, refOf } from "./a-record.ts";

const sha = (bytes: Buffer | string) => createHash("sha256").update(bytes).digest();
const code = Buffer.alloc(32, 3);
const chain = { hash: "ab".repeat(32), genesisTime: 1000, period: 30 };
const signature = "cd".repeat(48);

function aDraw(refs: readonly string[]): DrawRecord {
  const commitment = sha(code).toString("hex");
  const plan = planDraw({
    refs,
    drawId: "cohort-1/final",
    commitment,
    chain,
    number: 1000,
    lockTime: 2000,
    earlierDraws: [],
  });
  const opened = plan.ok && openDraw(plan.value, { signature, oneTimeCode: code.toString("hex") });
  if (!opened || !opened.ok) throw new Error("the draw does not open");
  return opened.value;
}

function drawn() {
  const plain = inputOf(nine);
  const draw = aDraw(Object.keys(nine));
  const rule = { ...plain.rule, tieBreakers: [{ by: "lottery" } as const] };
  return aRecord(nine, { input: { ...plain, rule, draw } });
}

test("tickets of a verifiable draw are what anybody computes from its record, for labels that only the auditor sees", () => {
  const record = drawn();
  const randomness = sha(Buffer.from(signature, "hex")).toString("hex");
  const key = createHmac("sha256", code).update(`drand:${chain.hash}:1000:${randomness}`).digest();
  const ticket = (no: string) => createHmac("sha256", key).update(`cohort-1/final|${no}\u0001`).digest("hex");
  const ticketOf = (no: string) => {
    const row = record.table?.find(({ ref }) => ref === refOf(no));
    return row?.qualified ? row.ticket : undefined;
  };
  expect(["T-1", "T-5", "T-9"].map(ticketOf)).toEqual(["T-1", "T-5", "T-9"].map(ticket));
  expect(record.draw).toEqual(aDraw(Object.keys(nine)));
  expect(record.people?.map(({ label }) => label).toSorted()).toEqual(Object.keys(nine));
  expect([record.labels, verifyRecord(record).difference]).toEqual(["private", null]);
});

test("a draw whose code was changed cannot be computed again", () => {
  const record = structuredClone(drawn());
  set("draw.oneTimeCode", "00".repeat(32))(record);
  expect(verifyRecord(record).difference).toMatchObject({ path: "rule" });
});

test("the committee's orders stand in the record under refs, and a tie it left open is listed by ref", () => {
  const equal = {
    scores: [
      [40, 40],
      [20, 20],
    ] as const,
  };
  const people = { "T-1": equal, "T-2": equal, "T-3": { ...equal, choices: ["b"] } };
  const input = inputOf(people, { tieDecisions: [["T-3", "T-1", "T-2"]] });
  expect(aRecord(people, { input }).tieDecisions).toEqual([["T-3", "T-1", "T-2"].map(refOf)]);
  const open = aRecord(people);
  expect(open.selected.map(({ ref, track }) => [ref, track])).toEqual([
    ...["T-1", "T-2"]
      .map(refOf)
      .toSorted()
      .map((ref) => [ref, "a"]),
    [refOf("T-3"), "b"],
  ]);
});

test("pool and stage scores are trees anybody can build", () => {
  const people = { "T-1": nine["T-1"]!, "T-8": nine["T-8"]! };
  const record = aRecord(people);
  const leaf = (text: string) => sha(Buffer.concat([Buffer.of(0), Buffer.from(text)]));
  const node = ([left, right]: readonly Buffer[]) => sha(Buffer.concat([Buffer.of(1), left!, right!])).toString("hex");
  const refs = Object.keys(people).map(refOf).toSorted();
  expect(record.roots.pool).toBe(node(refs.map(leaf)));
  const rows = refs.map((ref) =>
    ref === refOf("T-8")
      ? `{"outcome":"absent","ref":"${ref}","score":null}`
      : `{"outcome":"scored","ref":"${ref}","score":"81.50"}`,
  );
  expect(record.roots.stages["interview"]).toBe(node(rows.map(leaf)));
});
