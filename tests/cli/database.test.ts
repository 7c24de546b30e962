import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect, type Db } from "#db/connect.ts";
import { migrate } from "#db/migrate.ts";
import { migrations } from "#db/migrations/index.ts";
import { demoDigests } from "#tests/use-cases/demo/demo-digests.ts";
import { smallDefinition } from "#tests/use-cases/selection/small-cohort.ts";
import { untilSelection } from "#tests/use-cases/selection/small-selection.ts";
import { aPlace, type Ended } from "./run-cli.ts";

const SLOW = 180_000;

/** A and C have the same total (90 and 70, 70 and 90), and only the committee can order them. */
const committeeOnly = smallDefinition((draft) => {
  draft.ranking.tieBreakers = draft.ranking.tieBreakers.filter(({ by }) => by === "committee_decision");
});

/** One line that says what is wrong, on standard error, and nothing else. */
function expectRefused({ code, out, err }: Ended, words: RegExp): void {
  expect(err.trimEnd().split("\n")).toEqual([expect.stringMatching(words)]);
  expect(out).toBe("");
  expect(code).toBe(2);
}

async function countRuns(db: Db): Promise<number> {
  return (await db.selectFrom("selectionRun").select("id").execute()).length;
}

describe("an empty place", () => {
  const place = aPlace();
  afterAll(place.remove);

  test(
    "is migrated once, and not until then can anything else be done",
    async () => {
      expectRefused(await place.cli("select", "--cohort", "ai-academy-6"), /migrate/);

      const first = await place.cli("migrate");
      const second = await place.cli("migrate");

      expect(first).toMatchObject({ code: 0, err: "" });
      expect(first.out.trimEnd().split("\n")).toEqual(Object.keys(migrations));
      expect(second).toEqual({ code: 0, out: "The schema is up to date.\n", err: "" });
      expectRefused(await place.cli("select", "--cohort", "ai-academy-6"), /no cohort "ai-academy-6"/);
      expectRefused(await place.cli("replay", "--run", "r1"), /no run "r1"/);
    },
    SLOW,
  );
});

describe("a database with a small cohort of its own", () => {
  const place = aPlace();
  let db: Db;
  beforeAll(async () => {
    db = connect(place.databaseUrl);
    await migrate(db);
    await untilSelection(db, { A: 70, B: 90, C: 90, D: 60, G: 90 }, committeeOnly);
  });
  afterAll(async () => {
    await db.destroy();
    place.remove();
  });

  test(
    "stops with 3 where a committee must decide, and names the group",
    async () => {
      const { code, out, err } = await place.cli("select", "--cohort", smallDefinition().slug, "--dry-run");

      expect(err).toBe("");
      expect(JSON.parse(out)).toMatchObject({ stopped: "tie", group: ["A", "C"], where: "seat", track: "game" });
      expect(code).toBe(3);
      expect(await countRuns(db)).toBe(0);
    },
    SLOW,
  );

  test(
    "takes no made-up people and is never moved on by the demo",
    async () => {
      expectRefused(await place.cli("seed"), /not empty/);
      const advance = ["demo", "advance", "--cohort", smallDefinition().slug, "--to"];
      expectRefused(await place.cli(...advance, "filling"), /not a demo/);
      expectRefused(await place.cli(...advance, "finished"), /closed, in_review, selecting/);
      expect(await db.selectFrom("application").select("id").execute()).toHaveLength(13);
    },
    SLOW,
  );
});

describe("a demo", () => {
  const place = aPlace();
  let db: Db;
  beforeAll(async () => {
    expect(await place.cli("seed")).toMatchObject({ code: 0, err: "" });
    db = connect(place.databaseUrl);
  }, SLOW);
  afterAll(async () => {
    await db.destroy();
    place.remove();
  });

  const six = ["select", "--cohort", "ai-academy-6"];
  const expected = {
    cohort: "ai-academy-6",
    seats: 330,
    selected: 330,
    byTrack: { modeling: 120, service: 120, platform: 90 },
    reserve: 66,
    unfilled: [],
    digest: demoDigests["ai-academy-6"],
  };

  test(
    "is tried without being stored, then stored, then replayed",
    async () => {
      const tried = await place.cli(...six, "--dry-run");
      expect(tried).toMatchObject({ code: 0, err: "" });
      expect(JSON.parse(tried.out)).toMatchObject(expected);
      expect(await countRuns(db)).toBe(0);

      const stored = await place.cli(...six);
      const { runId, ...summary } = JSON.parse(stored.out) as typeof expected & { readonly runId: string };
      expect(summary).toEqual(expected);
      expect(await db.selectFrom("selectionRun").select(["id", "kind"]).execute()).toEqual([
        { id: runId, kind: "tryout" },
      ]);

      const replayed = await place.cli("replay", "--run", runId);
      expect(JSON.parse(replayed.out)).toMatchObject({ runId, equal: true, difference: null });
      expect(replayed.code).toBe(0);
    },
    SLOW,
  );

  test(
    "says with 1 that a stored run was tampered with, and where",
    async () => {
      const { id, result } = await db.selectFrom("selectionRun").select(["id", "result"]).executeTakeFirstOrThrow();
      const changed = JSON.parse(result) as { seats: number };
      changed.seats = 331;
      await db
        .updateTable("selectionRun")
        .set({ result: JSON.stringify(changed) })
        .execute();

      const { code, out } = await place.cli("replay", "--run", id);

      expect(JSON.parse(out)).toMatchObject({ equal: false, difference: { path: "seats", stored: "331" } });
      expect(code).toBe(1);
    },
    SLOW,
  );

  test(
    "moves the second cohort on to its 140 seats, and is not seeded twice",
    async () => {
      expectRefused(await place.cli("seed"), /not empty/);

      const advanced = await place.cli("demo", "advance", "--cohort", "gcc-academy-2", "--to", "selecting");
      expect(advanced).toMatchObject({ code: 0, err: "" });
      const { code, out } = await place.cli("select", "--cohort", "gcc-academy-2");

      expect(JSON.parse(out)).toMatchObject({
        selected: 140,
        byTrack: { "xr-design": 20, "xr-engineer": 20, game: 40, animation: 30, webtoon: 30 },
        reserve: 42,
        digest: demoDigests["gcc-academy-2"],
      });
      expect(code).toBe(0);
    },
    SLOW,
  );
});
