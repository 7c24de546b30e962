import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { systemActor } from "#app/domain/access/actor.ts";
import { canonicalJson } from "#app/domain/proof/canonical-json.ts";
import type { SelectionInput } from "#app/domain/selection/selection.ts";
import { runSelection } from "#app/use-cases/run-selection.ts";
import type { Db } from "#db/connect.ts";
import { findSelectionRun } from "#db/queries/selection-runs.ts";
import type { OwnDatabase } from "#tests/db/own-database.ts";
import { demoDigests } from "#tests/use-cases/demo/demo-digests.ts";
import { cohortOf, publishDemo, seededDemo } from "#tests/use-cases/demo/seeded-demo.ts";
import { python } from "./python.ts";

const now = new Date("2026-11-23T03:00:00.000Z");
let own: OwnDatabase;
let db: Db;
let cohortId: string;

beforeAll(async () => {
  own = await seededDemo(now);
  db = own.db;
  cohortId = (await cohortOf(db, "ai-academy-6")).id;
}, 240_000);
afterAll(() => own.close());

describe("the digest of a stored run, recomputed in Python from the text of RFC 8785", () => {
  let input: SelectionInput;
  beforeAll(async () => {
    const answer = await runSelection(db, systemActor, { cohortId, kind: "tryout", now });
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    input = (await findSelectionRun(db, answer.value.runId))!.input;
  });

  test("is the same", () => {
    expect(python("digest.py", input)).toBe(demoDigests["ai-academy-6"]);
  });

  test("does not hang on the order of people or of their claims", () => {
    const people = input.people
      .toReversed()
      .map((person) => ({ ...person, claims: [...person.claims, ...person.claims].toReversed() }));
    expect(python("digest.py", { ...input, people })).toBe(demoDigests["ai-academy-6"]);
  });

  test("changes with one score of one person, and with one seat", () => {
    const [first, ...others] = input.people;
    const interview = { ...first!.stages.interview!, score: "99.99" };
    const changed = { ...input, people: [{ ...first!, stages: { ...first!.stages, interview } }, ...others] };
    expect(python("digest.py", changed)).not.toBe(demoDigests["ai-academy-6"]);

    const [track, ...tracks] = input.rule.tracks;
    const rule = { ...input.rule, tracks: [{ ...track!, seats: track!.seats + 1 }, ...tracks] };
    expect(python("digest.py", { ...input, rule })).not.toBe(demoDigests["ai-academy-6"]);
  });
});

describe("canonical JSON in Python and ours agree", () => {
  test.each([
    [
      "keys beyond the basic plane and before it",
      { "\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\ud83d\ude00": 5, "\u0080": 6, "\u00f6": 7 },
    ],
    ["control characters and quotes", 'a\u0000\b\t\n\f\r\u001f"\\/\u007f\u2028\u2029'],
    ["Korean in composed and decomposed form", ["가", "\u1100\u1161"]],
    ["nothing and nested nothing", [null, {}, [], [[]], { a: {} }, true, false, ""]],
    [
      "numbers",
      [
        0, -0, 1, -1, 0.1, 1.5, 1e21, 1e20, 123456789012345680000, 1e-6, 1e-7, 1.25e-9, 9007199254740991, 5e-324,
        1.7976931348623157e308, 333333333.3333333, -12.5e30,
      ],
    ],
  ])("on %s", (_what, value) => {
    expect(python("digest.py", value, "--canonical")).toBe(canonicalJson(value));
  });
});

describe("the audit chain of a cohort, recomputed in Python from its rows", () => {
  async function exported() {
    return db.selectFrom("auditEntry").selectAll().where("chain", "=", cohortId).orderBy("sequence").execute();
  }

  test("has the head that the portal keeps", async () => {
    await publishDemo(db, { slug: "ai-academy-6", now });
    const { size, head } = await db
      .selectFrom("auditChain")
      .selectAll()
      .where("chain", "=", cohortId)
      .executeTakeFirstOrThrow();

    expect(size).toBeGreaterThan(20);
    expect(python("audit_chain.py", await exported())).toBe(`${size} ${head}`);
  });

  test("keeps its head where payloads were destroyed, and breaks where one was changed", async () => {
    const rows = await exported();
    const whole = python("audit_chain.py", rows);
    const destroyed = rows.map((row, index) => (index % 2 ? row : { ...row, payload: null, salt: null }));
    const forged = rows.map((row, index) => (index === 6 ? { ...row, payload: "{}" } : row));

    expect(python("audit_chain.py", destroyed)).toBe(whole);
    expect(python("audit_chain.py", forged)).toBe("broken at 7");
    expect(python("audit_chain.py", rows.toSpliced(4, 1))).toBe("broken at 5");
  });
});
