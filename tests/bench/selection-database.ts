import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import type BetterSqlite from "better-sqlite3";
import { openSqlite } from "#db/dialect.ts";
import { generateScale, scaleMaximum, scaleRef, scaleReviews, type ScaleData } from "./scale-data.ts";

export type Handle = BetterSqlite.Database;

/** A score a row, as short as SQLite can hold it; whoever is in no group has a 0. */
const schema = `
  create table application (
    number integer primary key,
    ref text not null,
    groups integer not null
  );
  create index application_in_groups on application (number, groups) where groups <> 0;
  create table review_score (
    application integer not null references application (number),
    reviewer integer not null,
    criterion integer not null,
    points integer not null check (points between 0 and ${scaleMaximum}),
    primary key (application, reviewer, criterion)
  ) without rowid;
  create table outcome (
    application integer primary key references application (number),
    place integer not null,
    total integer not null,
    seat text
  );
`;

/** Fills a new file with the generated instance of a size, unless it stands there already from an earlier run. */
export function prepareSelectionDatabase(path: string, applications: number): void {
  if (existsSync(path)) return;
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.unfinished`;
  rmSync(unfinished, { force: true });
  const handle = openSqlite(unfinished);
  for (const setting of ["journal_mode = off", "synchronous = off", "foreign_keys = off"]) handle.pragma(setting);
  handle.exec(schema);
  fill(handle, generateScale(applications));
  handle.exec("analyze");
  handle.close();
  renameSync(unfinished, path);
}

/** A review crosses into SQLite as one number and becomes five rows there: a third of the time of a row each. */
function fill(handle: Handle, data: ScaleData): void {
  handle.exec("create temp table packed (application integer, reviewer integer, scores integer)");
  const application = handle.prepare("insert into application values (?, ?, ?)");
  const packed = handle.prepare("insert into packed values (?, ?, ?)");
  handle.transaction(() => {
    for (let number = 0; number < data.applications; number += 1) {
      application.run(number, scaleRef(number), data.groups[number]);
      for (let review = number * scaleReviews; review < (number + 1) * scaleReviews; review += 1) {
        const scores = data.scores.reduceRight((all, column) => all * 128 + (column[review] as number), 0);
        packed.run(number, data.reviewerOf[review], scores);
      }
    }
    handle.exec(`
      insert into review_score
      select application, reviewer, criterion, (scores >> (7 * criterion)) & 127
      from packed cross join (select value as criterion from json_each('[0,1,2,3,4]'))
    `);
  })();
  handle.exec("drop table packed");
}
