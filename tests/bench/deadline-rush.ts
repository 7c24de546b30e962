import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { connect, type Db } from "#db/connect.ts";
import { migrate } from "#db/migrate.ts";
import { freePort } from "#tests/support/free-port.ts";
import { aCohortBeforeItsClose, closeAt, type ReadyApplicant } from "./deadline-cohort.ts";
import { checkDeadline, type Stored } from "./deadline-check.ts";
import { startWeb, startWorker, type DeadlinePortal } from "./deadline-portal.ts";
import { connections, submit, type Answer } from "./deadline-post.ts";

type Rush = {
  /** `sqlite:` for a file of its own, or a PostgreSQL database that is empty. */
  readonly database: string;
  readonly people: number;
  /** How many more come after the close. */
  readonly late: number;
  /** Whether the server is killed with SIGKILL at a random moment of the rush, and started again. */
  readonly kill: boolean;
  /** Handed the database and the cohort before everything is taken down. */
  readonly after?: (db: Db, cohortId: string) => Promise<void>;
};

export type RushResult = {
  readonly answers: readonly Answer[];
  readonly stored: Stored;
  readonly defects: readonly string[];
  /** From the first request to the last answer. */
  readonly tookMs: number;
  /** Sent before the close, and told that they were late. */
  readonly refusedInTime: number;
  readonly complaints: readonly string[];
};

const RUSH_MS = 1_000;
/** From when the close is set until it is there: time for the worker to start. */
const LEAD_MS = 4_000;

/** Everybody hands in within the last second before the close. */
export async function rushToDeadline({ database, people, late, kill, after }: Rush): Promise<RushResult> {
  const dataDir = mkdtempSync(join(tmpdir(), "seonbal-deadline-"));
  const databaseUrl = database === "sqlite:" ? `sqlite:${dataDir}/seonbal.db` : database;
  const place = { databaseUrl, dataDir, port: await freePort() };
  const db = connect(databaseUrl);
  let web: DeadlinePortal | undefined;
  let worker: DeadlinePortal | undefined;
  try {
    await migrate(db);
    const [rehearsal, { cohort, applicants }] = [
      await aCohortBeforeItsClose(db, { people: 60 }),
      await aCohortBeforeItsClose(db, { people: people + late }),
    ];
    web = await startWeb(place);
    const { url } = web;
    const agent = connections();
    // A server that has just been started is slow at everything once.
    for (const applicant of rehearsal.applicants) await submit(agent, url, applicant);

    const closesAt = new Date(Math.ceil((Date.now() + LEAD_MS) / 1000) * 1000);
    await closeAt(db, cohort, closesAt);
    worker = startWorker(place);

    const began = closesAt.getTime() - RUSH_MS;
    const rush = { agent, url, began, people, late, answers: [] as Answer[] };
    const sending = everybodySubmits(applicants, rush);
    if (kill) web = await killedAndStartedAgain(web, place, rush);
    await sending;
    const tookMs = Date.now() - began;
    if (kill) await unansweredSubmitAgain(applicants, rush);
    agent.destroy();

    const { answers } = rush;
    const { stored, defects } = await checkDeadline(db, { cohortId: cohort.cohortId, closesAt, answers });
    const inTime = answers.filter(({ sentAt }) => sentAt < closesAt.getTime());
    const refusedInTime = inTime.filter(({ kind }) => kind === "refused").length;
    await worker.stop();
    await web.stop();
    await after?.(db, cohort.cohortId);
    return { answers, stored, defects, tookMs, refusedInTime, complaints: [...web.complaints, ...worker.complaints] };
  } finally {
    await worker?.kill();
    await web?.kill();
    await db.destroy();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

type Running = {
  readonly agent: ReturnType<typeof connections>;
  readonly url: string;
  readonly began: number;
  readonly people: number;
  readonly late: number;
  readonly answers: Answer[];
};

/** Spread over the last second; those who are late come in the half second after it. */
async function everybodySubmits(applicants: readonly ReadyApplicant[], rush: Running): Promise<void> {
  const { agent, url, began, people, late, answers } = rush;
  await Promise.all(
    applicants.map(async (applicant, index) => {
      const isLate = index >= people;
      const at = isLate ? RUSH_MS + 20 + ((index - people) * 480) / late : (index * (RUSH_MS - 20)) / people;
      await pause(began + at - Date.now());
      answers.push(await submit(agent, url, applicant));
    }),
  );
}

/** At a random moment: after a random number of answers, and some milliseconds into the next one. */
async function killedAndStartedAgain(
  web: DeadlinePortal,
  place: Parameters<typeof startWeb>[0],
  { answers, people }: Running,
): Promise<DeadlinePortal> {
  const enough = 1 + Math.floor(Math.random() * people * 0.7);
  const acknowledged = () => answers.filter(({ kind }) => kind === "acknowledged").length;
  while (acknowledged() < enough && answers.length < people) await pause(1);
  await pause(Math.random() * 20);
  await web.kill();
  return startWeb(place);
}

/** Who got no answer tries again, now after the close. */
async function unansweredSubmitAgain(applicants: readonly ReadyApplicant[], { agent, url, answers }: Running) {
  const lost = new Set(answers.filter(({ kind }) => kind === "lost").map(({ applicationId }) => applicationId));
  for (const applicant of applicants.filter(({ applicationId }) => lost.has(applicationId))) {
    answers.push(await submit(agent, url, applicant));
  }
}
