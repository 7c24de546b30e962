import { buildIfStale } from "#app/cli/build-if-stale.ts";
import { connect } from "#db/connect.ts";
import { sql } from "kysely";
import { withOwnPostgres } from "#tests/support/own-postgres.ts";
import { bareInserts } from "./bare-inserts.ts";
import { rushToDeadline, type RushResult } from "./deadline-rush.ts";

/** A thousand people hand in within the last second; then again, and the server is killed in the middle. Both databases. */
const people = Number(process.argv[2] ?? 1000);
const late = Math.ceil(people / 20);

buildIfStale();
let defects = 0;
await onEngine("SQLite", async () => "sqlite:");
await withOwnPostgres(async (server) => {
  const databases = ["deadline_calm", "deadline_killed"];
  const admin = connect(server);
  for (const name of databases) await sql`create database ${sql.ref(name)}`.execute(admin);
  await admin.destroy();
  await onEngine("PostgreSQL", async () => server.replace(/postgres$/, databases.shift() ?? ""));
});
process.exitCode = defects > 0 ? 1 : 0;

async function onEngine(engine: string, nextDatabase: () => Promise<string>): Promise<void> {
  let bare = 0;
  const calm = await rushToDeadline({
    database: await nextDatabase(),
    people,
    late,
    kill: false,
    after: async (db, cohortId) => {
      bare = await bareInserts(db, cohortId);
    },
  });
  report(`${engine}, ${people} in the last second, ${late} after it`, calm);
  const acknowledged = calm.answers.filter(({ kind }) => kind === "acknowledged");
  const rate = (acknowledged.length * 1000) / calm.tookMs;
  const times = acknowledged.map(({ tookMs }) => tookMs).toSorted((one, other) => one - other);
  console.log(
    `  ${rate.toFixed(0)} submissions a second; a bare loop inserts the same rows of ${bare.toFixed(0)} people a second:` +
      ` ratio ${(bare / rate).toFixed(1)}. Answered after ${at(times, 0.5)} ms (median), ${at(times, 0.99)} ms (p99).`,
  );
  const killed = await rushToDeadline({ database: await nextDatabase(), people, late, kill: true });
  report(`${engine}, the same, killed with SIGKILL in the middle and started again`, killed);
}

function report(title: string, { answers, stored, refusedInTime, defects: found }: RushResult): void {
  const count = (wanted: string) => answers.filter(({ kind }) => kind === wanted).length;
  console.log(
    `${title}\n  acknowledged ${count("acknowledged")}, refused as late ${count("refused")} (${refusedInTime} of them sent before the` +
      ` close), no answer ${count("lost")}; in the database ${stored.submitted}, of which nobody was told of ${stored.unacknowledged}.`,
  );
  for (const defect of found) console.log(`  DEFECT: ${defect}`);
  if (found.length === 0)
    console.log("  Every acknowledged one is there; numbers 1 to k without a gap, none twice; nobody late got in.");
  defects += found.length;
}

function at(sorted: readonly number[], share: number): string {
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0);
}
