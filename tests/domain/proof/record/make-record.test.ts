import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { canonicalJson, type Json } from "#app/domain/proof/canonical-json.ts";
import { atLevel } from "#app/domain/proof/record/at-level.ts";
import { verifyRecord } from "#app/domain/proof/record/verify-record.ts";
import { proveOwnRow, verifyOwnRow } from "#app/domain/proof/row-commitment.ts";
import { set, type Change } from "#tests/domain/programme/broken-copy.ts";
import { aRecord, inputOf, nine, refOf, saltOf } from "./a-record.ts";

const sha = (text: string) => createHash("sha256").update(text).digest("hex");
const jcs = (value: unknown) => canonicalJson(value as Json);

test("the record names nobody: application numbers stand nowhere in it, pseudonyms do", () => {
  const text = JSON.stringify(aRecord());
  for (const no of Object.keys(nine)) expect(text).not.toContain(no);
  expect(aRecord().people?.map(({ ref }) => ref)).toEqual(Object.keys(nine).map(refOf).toSorted());
});

test("it tells seats, the swap for the region, reserves with who displaced them, and counts that add up", () => {
  const record = aRecord();
  expect(record.counts).toEqual({ people: 9, qualified: 7, selected: 3, reserves: 3 });
  expect(record.selected.map(({ ref, track, how }) => [ref, track, how])).toEqual([
    [refOf("T-1"), "a", "merit"],
    [refOf("T-4"), "a", "region_swap"],
    [refOf("T-3"), "b", "merit"],
  ]);
  expect(record.swaps).toEqual([{ quota: "half", track: "a", out: refOf("T-2"), in: refOf("T-4") }]);
  expect(record.reserves).toEqual([
    { ref: refOf("T-2"), track: "a", number: 1, displacedBy: refOf("T-4") },
    { ref: refOf("T-5"), track: "a", number: 2, displacedBy: null },
    { ref: refOf("T-6"), track: "b", number: 1, displacedBy: null },
  ]);
});

test("at P1 groups and claims are withheld while a handful of people could be told by them, lone extremes are banded", () => {
  const { table, withheld } = aRecord();
  const rowOf = (no: string) => table?.find(({ ref }) => ref === refOf(no));
  expect(withheld).toEqual(["claims", "tags"]);
  expect(rowOf("T-8")).toEqual({ ref: refOf("T-8"), qualified: false });
  expect(rowOf("T-7")).toEqual({ ref: refOf("T-7"), qualified: false });
  expect(rowOf("T-5")).toEqual({
    ref: refOf("T-5"),
    qualified: true,
    choices: ["a"],
    acceptOther: false,
    rank: 5,
    ticket: null,
    total: "65.00",
    keys: [null, "40/1"],
    tags: null,
  });
  // The best and the worst of those without a seat, each alone with the total.
  expect(rowOf("T-2")).toMatchObject({ bandFrom: "70", rank: 2 });
  expect(rowOf("T-9")).toMatchObject({ bandFrom: "50" });
  expect(rowOf("T-2")).not.toHaveProperty("total");
});

test("where every cell of groups and band has five people, tags and claims are shown", () => {
  const many = Object.fromEntries(
    Array.from({ length: 10 }, (_, at) => [
      `T-${at}`,
      {
        scores: [
          [40 + (at % 5), 40],
          [30, 30],
        ] as const,
        tags: at < 5 ? ["here"] : [],
      },
    ]),
  );
  const input = inputOf(many, { rule: { ...inputOf(many).rule, quotas: [] }, tieDecisions: [] });
  const strict = {
    ...input,
    rule: { ...input.rule, tieBreakers: [{ by: "lottery" } as const] },
    draw: { seed: "ab", label: "x" },
  };
  const record = aRecord(many, { input: strict });
  expect(record.withheld).toEqual([]);
  const shown = record.table?.filter((row) => "tags" in row) ?? [];
  expect(shown.length).toBeGreaterThan(7);
  expect(shown.every((row) => "tags" in row && row.tags !== null && /^[0-9a-f]{64}$/.test(row.ticket ?? ""))).toBe(
    true,
  );
  const first = shown.find(({ ref }) => ref === refOf("T-1"));
  expect(first && "ticket" in first && first.ticket).toBe(sha("ab|x|T-1"));
  expect([record.labels, aRecord().labels]).toEqual(["private", null]);
  expect(aRecord(many, { input: strict, refOf: (no) => no }).labels).toBe("ref");
});

test("the roots are what anybody computes from the published rule", () => {
  const record = aRecord();
  expect(record.roots.rule).toBe(sha(jcs(record.rule)));
  expect(record.roots.scoring).toBe(sha(jcs(record.scoring)));
  const { cutLines, unfilled, quotas, swaps, choices } = record;
  expect(record.roots.report).toBe(sha(jcs({ cutLines, unfilled, quotas, swaps, choices })));
  const { format, cohort, engine, digest, draw, labels, tieDecisions, withheld, counts, roots } = record;
  expect(record.root).toBe(
    sha(jcs({ format, cohort, engine, digest, draw, labels, tieDecisions, withheld, counts, roots })),
  );
  const leaf = (text: string) => createHash("sha256").update(`\u0000${text}`).digest();
  const [one, two, three] = record.selected
    .toSorted((left, right) => (left.ref < right.ref ? -1 : 1))
    .map((entry) => leaf(jcs(entry)));
  const node = (left: Buffer, right: Buffer) =>
    createHash("sha256")
      .update(Buffer.concat([Buffer.of(1), left, right]))
      .digest();
  expect(record.roots.selected).toBe(node(node(one!, two!), three!).toString("hex"));
});

test("a person proves the own row to be in the computation with nothing but row, salt and the published list", () => {
  const record = aRecord();
  const opening = record.openings?.[refOf("T-5")];
  expect(opening).toMatchObject({
    reviewSalt: saltOf("review T-5"),
    disclosedSalt: saltOf("disclosed T-5"),
    disclosed: { stages: { interview: "60.00" }, total: "65.00", rank: null, outcome: "reserve" },
  });
  const own = { row: opening?.disclosed as Json, salt: opening!.disclosedSalt };
  const proof = proveOwnRow(own, record.commitments.disclosed);
  expect(verifyOwnRow(proof, record.roots.disclosed)).toBe(true);
  expect(verifyOwnRow({ ...proof, row: { ...opening!.disclosed, total: "66.00" } }, record.roots.disclosed)).toBe(
    false,
  );
});

test("what is not disclosed stands in no disclosed row", () => {
  const { openings } = aRecord(nine, { told: { stages: false, total: false, rank: true } });
  expect(openings?.[refOf("T-1")]?.disclosed).toEqual({
    ref: refOf("T-1"),
    stages: { interview: null },
    total: null,
    rank: 1,
    outcome: "selected",
  });
  expect(openings?.[refOf("T-8")]?.disclosed).toMatchObject({ rank: null, outcome: "not_selected" });
});

test("lower levels hold less under the same root", () => {
  const record = aRecord();
  const [p0, p1, p2] = (["P0", "P1", "P2"] as const).map((level) => atLevel(record, level));
  expect(p2).toEqual(record);
  expect(Object.keys(p1!).includes("table") && Object.keys(p1!).includes("reserves")).toBe(true);
  expect(["people", "openings"].some((member) => member in p1!)).toBe(false);
  expect(["people", "openings", "table", "reserves"].some((member) => member in p0!)).toBe(false);
  expect([p0!.level, p1!.level, p0!.root, p1!.root]).toEqual(["P0", "P1", record.root, record.root]);
});

test("evidence stands beside scored stages only, reviews by reviewer; a missing salt is an error", () => {
  const record = aRecord();
  const personOf = (no: string) => record.people?.find(({ ref }) => ref === refOf(no));
  expect(personOf("T-8")?.stages["interview"]).toEqual({
    outcome: "absent",
    score: null,
    criteria: {},
    reviews: null,
    row: null,
  });
  expect(personOf("T-1")?.stages["interview"]?.reviews?.map(({ reviewer }) => reviewer)).toEqual(["R1", "R2"]);
  expect(() => aRecord(nine, { salts: {} })).toThrow("no salt for");
});

test("the engine finds a record of its own equal at every level", () => {
  const refills = [
    { leavers: ["T-1", "T-3"], seatsAdded: [], added: [{ ref: "T-2", track: "a", fromTrack: "a", number: 1 }] },
  ];
  const record = aRecord(nine, { refills });
  expect(record.refills[0]?.leavers).toEqual([refOf("T-1"), refOf("T-3")].toSorted());
  for (const level of ["P0", "P1", "P2"] as const) expect(verifyRecord(atLevel(record, level)).difference).toBeNull();
  expect(verifyRecord(record).notChecked).toEqual(["digest", "refills"]);
  expect(verifyRecord(atLevel(record, "P1")).notChecked).toContain("seats");
});

type ToChange = ReturnType<typeof aRecord>;

/** The claims of somebody who has some, and the rank of somebody qualified. */
const someClaims: Change = (record) =>
  set(`people[${(record as ToChange).people?.findIndex(({ claims }) => claims.length > 0)}].claims`, [])(record);
const someRank: Change = (record) =>
  set(`table[${(record as ToChange).table?.findIndex(({ qualified }) => qualified)}].rank`, 99)(record);
const someSalt: Change = (record) => set(`openings.${refOf("T-3")}.reviewSalt`, "0".repeat(64))(record);

test.each<readonly [string, Change, RegExp]>([
  [
    "a reviewer's score",
    set("people[0].stages.interview.reviews[0].scores.will", "1"),
    /people\[0\].stages.interview.score/,
  ],
  ["a stage score", set("people[0].stages.interview.score", "1.00"), /people\[0\].stages.interview.score/],
  ["a claim", someClaims, /^(?:people|table|selected|reserves|commitments)/],
  ["a seat", set("selected[0].track", "b"), /selected/],
  ["a reserve number", set("reserves[0].number", 7), /reserves/],
  ["a rank in the table", someRank, /table/],
  ["a salt", someSalt, /commitments/],
  ["a root", set("roots.pool", "0".repeat(64)), /roots.pool/],
  ["the digest", set("digest", "0".repeat(64)), /^root$/],
  ["the whole root", set("root", "0".repeat(64)), /^root$/],
])("a record in which %s was changed is found different, naming where", (_, change, path) => {
  const record = structuredClone(aRecord());
  change(record as never);
  expect(verifyRecord(record).difference?.path).toMatch(path);
});
