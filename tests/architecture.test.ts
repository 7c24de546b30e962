import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { RouteConfigEntry } from "@remix-run/route-config";
import { beforeAll, describe, expect, test } from "vitest";
import { roles } from "#app/domain/access/actor.ts";
import { applicationStatuses } from "#app/domain/application/status.ts";
import { cohortPhases } from "#app/domain/cohort/phase.ts";
import { stageOutcomes, stageStatuses } from "#app/domain/cohort/stage-status.ts";
import { offerStatuses } from "#app/domain/offer/offer.ts";
import { reviewStatuses } from "#app/domain/review/review-status.ts";
import { areas } from "#app/i18n/areas.ts";
import routes from "#app/routes.ts";
import { over } from "#db/connect.ts";
import { openSqlite, sqliteDialect } from "#db/dialect.ts";
import { migrate } from "#db/migrate.ts";

const root = join(import.meta.dirname, "..");
const notOurs = new Set(["node_modules", "build", "coverage", "test-results", "playwright-report", "fonts"]);
const text = /\.(ts|tsx|js|cjs|mjs|json|css|md|html|svg|txt|yml|yaml|py|sh)$|(^|\/)(run|\.[a-z]+rc|\.env\.example)$/;

/** Every file of ours below a folder, as paths from the repository's root. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return notOurs.has(entry.name) || isHidden(entry.name) ? [] : filesIn(path);
    return [relative(".", path)];
  });
}

function isHidden(name: string): boolean {
  return name.startsWith(".") && name !== ".ci";
}

function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

const everything = filesIn(".");
const code = ["app", "db", "emails", "tests"].flatMap(filesIn).filter((path) => /\.tsx?$/.test(path));

describe("files", () => {
  const lengths = code.map((path) => ({ path, lines: read(path).trimEnd().split("\n").length }));

  test("hold one idea: none is longer than 250 lines", () => {
    const tooLong = lengths.filter(({ lines }) => lines > 250).map(({ path, lines }) => `${path}: ${lines}`);
    expect(tooLong).toEqual([]);
  });

  test("are short as a rule: half of them have 80 lines or fewer", () => {
    const sorted = lengths.map(({ lines }) => lines).toSorted((left, right) => left - right);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(80);
  });

  test("of the rules tell of every function what it computes", () => {
    const rules = code.filter((path) =>
      /^app\/domain\/(selection|exact|draw|proof|assignment|reliability)\//.test(path),
    );
    const untold = rules.flatMap((path) => {
      const lines = read(path).split("\n");
      return lines.flatMap((line, at) =>
        /^export (?:async )?function/.test(line) && !lines[at - 1]?.trim().endsWith("*/") ? [`${path}:${at + 1}`] : [],
      );
    });
    expect(untold).toEqual([]);
  });

  test("know nothing of the machine they were written on", () => {
    const places = [["", "work", ""].join("/"), ["..", "shared"].join("/")];
    const telling = everything
      .filter((path) => text.test(path) && !path.startsWith("tests/"))
      .filter((path) => places.some((place) => read(path).includes(place)));
    expect(telling).toEqual([]);
  });

  test("lock dependencies without naming where they were fetched", () => {
    expect(read("package-lock.json")).not.toContain('"resolved"');
  });

  test("leave the environment to one reader", () => {
    const readers = ["app/env.server.ts", "app/entry.start.ts", "playwright.config.ts"];
    const others = everything
      .filter((path) => /\.(ts|tsx|js|cjs)$/.test(path) && !path.startsWith("tests/") && !readers.includes(path))
      .filter((path) => read(path).includes("process.env"));
    expect(others).toEqual([]);
  });
});

describe("the words of the code and of the database are the same", () => {
  let allowed: Record<string, readonly string[]>;
  beforeAll(async () => {
    allowed = await checkConstraints();
  });

  test.each<readonly [string, readonly string[]]>([
    ["account.role", roles],
    ["application.status", applicationStatuses],
    ["cohort.phase", cohortPhases],
    ["stage.status", stageStatuses],
    ["stage_entry.outcome", stageOutcomes],
    ["review.status", reviewStatuses],
    ["offer.status", offerStatuses],
  ])("%s", (column, words) => {
    expect(allowed[column]?.toSorted()).toEqual(words.toSorted());
  });
});

describe("the site map", () => {
  test("names files that exist, each once", () => {
    const files = routes.flatMap(filesOf);

    expect(files.filter((file) => !existsSync(join(root, "app", file)))).toEqual([]);
    expect(files.toSorted()).toEqual([...new Set(files)].toSorted());
  });
});

describe("texts", () => {
  test("have a file for every area in both languages, and no other", () => {
    const expected = areas.map((area) => `${area}.json`).toSorted();
    for (const language of ["ko", "en"]) {
      const found = readdirSync(join(root, "app/i18n", language)).toSorted();
      expect(found, language).toEqual(expected);
    }
  });
});

function filesOf({ file, children = [] }: RouteConfigEntry): readonly string[] {
  return [file, ...children.flatMap(filesOf)];
}

/** The values that each column's CHECK allows, as the migrated schema has them: `table.column` -> words. */
async function checkConstraints(): Promise<Record<string, readonly string[]>> {
  const handle = openSqlite(":memory:");
  const db = over(sqliteDialect(handle));
  await migrate(db);
  const tables = handle.prepare("select name, sql from sqlite_master where type = 'table'").all() as {
    readonly name: string;
    readonly sql: string;
  }[];
  await db.destroy();
  const allowed: Record<string, readonly string[]> = {};
  for (const { name, sql } of tables) {
    for (const [, column, list = ""] of sql.matchAll(/check \((\w+) in \(([^)]*)\)\)/gi)) {
      allowed[`${name}.${column}`] = [...list.matchAll(/'([^']*)'/g)].map(([, word = ""]) => word);
    }
  }
  return allowed;
}
