import { setTimeout as pause } from "node:timers/promises";
import { systemActor } from "./domain/access/actor.ts";
import { faultForLog } from "./use-cases/fault-for-log.ts";
import { env as environment, type Env } from "./env.server.ts";
import { deliverOutbox } from "./use-cases/deliver-outbox.ts";
import { fileWork } from "./files/file-work.server.ts";
import { jobsWith } from "./use-cases/job-registry.ts";
import { runNextJob } from "./use-cases/jobs.ts";
import { runScheduledTasks } from "./use-cases/scheduled-tasks.ts";
import { selectInThread } from "./threads/select-in-thread.ts";
import { connect, type Db } from "#db/connect.ts";
import { isDemo } from "#db/queries/settings.ts";
import { createMailer, type Mailer } from "#emails/mailer.ts";
import { startMailSink } from "#emails/mail-sink.ts";

type WorkerEnv = Pick<
  Env,
  "smtpUrl" | "mailFrom" | "publicUrl" | "mailSinkDir" | "isProduction" | "storageUrl" | "clamdUrl"
>;
export type Worker = { readonly stop: () => Promise<void> };

const clock = () => new Date();
const jobs = jobsWith(selectInThread);
/** Jobs are asked for by people who wait for the answer. */
const JOBS_EVERY_MS = 300;
const OUTBOX_EVERY_MS = 1_000;
const TASKS_EVERY_MS = 1_000;
const FILES_EVERY_MS = 1_000;

/** Worker door: long work, outgoing mail and what the calendar asks for, until it is told to stop. */
export function startWorker({ db, env }: { db: Db; env: WorkerEnv }): Worker {
  const stopping = new AbortController();
  const post = postOffice(db, env);
  const files = fileWork(db, { ...env, clock, signal: stopping.signal });
  const loops = [
    repeat("jobs", { every: JOBS_EVERY_MS, signal: stopping.signal }, async () => {
      while (!stopping.signal.aborted && (await runNextJob(db, jobs, clock)));
    }),
    repeat("outbox", { every: OUTBOX_EVERY_MS, signal: stopping.signal }, async () => {
      const mailer = await post.mailer();
      if (mailer) await emptyOutbox(db, { mailer, publicUrl: env.publicUrl, signal: stopping.signal });
    }),
    repeat("tasks", { every: TASKS_EVERY_MS, signal: stopping.signal }, () => runScheduledTasks(db, clock())),
    repeat("files", { every: FILES_EVERY_MS, signal: stopping.signal }, files.turn),
  ];
  return {
    async stop() {
      stopping.abort();
      await files.stop();
      await Promise.all(loops);
      await post.close();
    },
  };
}

type Rhythm = { readonly every: number; readonly signal: AbortSignal };

/** A fault is logged and the next turn tries again: nothing may end a loop but the stop. */
async function repeat(name: string, { every, signal }: Rhythm, turn: () => Promise<unknown>): Promise<void> {
  while (!signal.aborted) {
    try {
      await turn();
    } catch (fault) {
      console.error(JSON.stringify({ level: "error", worker: name, fault: faultForLog(fault) }));
    }
    await pause(every, undefined, { signal }).catch(() => undefined);
  }
}

type Emptying = { readonly mailer: Mailer; readonly publicUrl: string; readonly signal: AbortSignal };

async function emptyOutbox(db: Db, { mailer, publicUrl, signal }: Emptying): Promise<void> {
  while (!signal.aborted) {
    const answer = await deliverOutbox(db, systemActor, { mailer, publicUrl, clock });
    if (!answer.ok || answer.value.claimed === 0) return;
  }
}

/**
 * Where mail goes: to the server that is configured, or in a demo and in development to the sink.
 * Otherwise nowhere: messages wait in the outbox. Asked at every turn, because a database may become a demo.
 */
function postOffice(db: Db, env: WorkerEnv) {
  let mailer: Mailer | undefined;
  let closeSink: (() => Promise<void>) | undefined;
  let warned = false;
  return {
    async mailer(): Promise<Mailer | undefined> {
      if (mailer) return mailer;
      if (env.smtpUrl) {
        mailer = createMailer({ url: env.smtpUrl, from: env.mailFrom });
      } else if (!env.isProduction || (await isDemo(db))) {
        const sink = await startMailSink(env.mailSinkDir);
        closeSink = sink.close;
        mailer = createMailer({ url: sink.url, from: env.mailFrom });
      } else if (!warned) {
        warned = true;
        console.warn("SMTP_URL is not set: messages wait in the outbox until it is.");
      }
      return mailer;
    },
    async close(): Promise<void> {
      mailer?.close();
      await closeSink?.();
    },
  };
}

if (process.argv[1] === import.meta.filename) {
  const db = connect(environment.databaseUrl);
  const worker = startWorker({ db, env: environment });
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      void worker
        .stop()
        .then(() => db.destroy())
        .then(() => process.exit(0));
    });
  }
}
