import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, type Db } from "#db/connect.ts";
import { migrate } from "#db/migrate.ts";
import { freePort } from "./free-port.ts";
import { startMailbox, type Mailbox } from "./mailbox.ts";

export type Portal = {
  readonly url: string;
  readonly db: Db;
  readonly dataDir: string;
  readonly mailbox: Mailbox;
  /** What web and worker printed to standard error; a clean journey leaves it empty. */
  readonly complaints: readonly string[];
  readonly stop: () => Promise<void>;
};

/** The production build with its worker, a database of its own and a real SMTP server, as an operator would run it. */
export async function startPortal(): Promise<Portal> {
  const dataDir = await mkdtemp(join(tmpdir(), "seonbal-journey-"));
  const databaseUrl = `sqlite:${dataDir}/seonbal.db`;
  const db = connect(databaseUrl);
  await migrate(db);
  const mailbox = await startMailbox();
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const complaints: string[] = [];
  const environment = {
    ...process.env,
    NODE_ENV: "production" as const,
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    PUBLIC_URL: url,
    SMTP_URL: mailbox.url,
    SIGN_IN_LIMIT: "500",
  };
  const children = ["app/entry.web.ts", "app/entry.worker.ts"].map((entry) => {
    const child = spawn(process.execPath, ["--import", "tsx", entry], {
      env: environment,
      stdio: ["ignore", "ignore", "pipe"],
    });
    child.stderr.on("data", (text: Buffer) => complaints.push(text.toString()));
    return child;
  });
  await answering(`${url}/health`);
  return {
    url,
    db,
    dataDir,
    mailbox,
    complaints,
    async stop() {
      await Promise.all(children.map(stopped));
      await db.destroy();
      await mailbox.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function answering(address: string): Promise<void> {
  for (let attempt = 0; attempt < 150; attempt += 1) {
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${address} did not answer within 30 s`);
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await gone;
}
