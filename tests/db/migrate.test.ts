import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { connect } from "#db/connect.ts";
import { migrations } from "#db/migrations/index.ts";
import { copyBeforeMigrating, migrate, schemaState } from "#db/migrate.ts";
import { findSetting, saveSetting } from "#db/queries/settings.ts";
import { ownDatabase, type OwnDatabase } from "./own-database.ts";

const owned: OwnDatabase[] = [];
const folders: string[] = [];
afterEach(async () => {
  for (const own of owned.splice(0)) await own.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function anEmptyDatabase(): Promise<OwnDatabase> {
  const own = await ownDatabase({ migrated: false });
  owned.push(own);
  return own;
}

test("an empty database is migrated once, in the order of the names", async () => {
  const { db } = await anEmptyDatabase();
  expect(await schemaState(db)).toBe("new");

  const names = await migrate(db);

  expect(names).toEqual(Object.keys(migrations).toSorted());
  expect(await schemaState(db)).toBe("current");
});

test("migrating again does nothing and keeps what is there", async () => {
  const { db } = await anEmptyDatabase();
  await migrate(db);
  await saveSetting(db, "colour", "blue");

  expect(await migrate(db)).toEqual([]);
  expect(await findSetting(db, "colour")).toBe("blue");
});

test("a second handle sees the schema that the first one made", async () => {
  const { db, open } = await anEmptyDatabase();
  await migrate(db);

  expect(await schemaState(open())).toBe("current");
  expect(await migrate(open())).toEqual([]);
});

test("a schema that lacks a migration is behind", async () => {
  const { db } = await anEmptyDatabase();
  await migrate(db);
  const last = Object.keys(migrations).toSorted().at(-1)!;
  const executed = db.withoutPlugins() as unknown as { deleteFrom: (table: string) => Deletion };
  await executed.deleteFrom("kysely_migration").where("name", "=", last).execute();

  expect(await schemaState(db)).toBe("behind");
});

type Deletion = { where: (column: string, is: "=", value: string) => { execute: () => Promise<unknown> } };

test("a SQLite database in use is copied whole before its schema changes; what has no file has no copy", async () => {
  const folder = mkdtempSync(join(tmpdir(), "seonbal-copy-"));
  folders.push(folder);
  const path = join(folder, "portal.db");
  const db = connect(`sqlite:${path}`);
  await migrate(db);
  await saveSetting(db, "colour", "blue");

  const copy = copyBeforeMigrating(`sqlite:${path}`, new Date("2026-11-25T01:00:00.000Z"));

  expect(copy).toBe(`${path}.before-2026-11-25T010000.000Z`);
  const copied = connect(`sqlite:${copy}`);
  expect(await findSetting(copied, "colour")).toBe("blue");
  await Promise.all([db.destroy(), copied.destroy()]);
  expect(copyBeforeMigrating("postgres://localhost/portal", new Date())).toBeUndefined();
  expect(copyBeforeMigrating(`sqlite:${join(folder, "absent.db")}`, new Date())).toBeUndefined();
});
