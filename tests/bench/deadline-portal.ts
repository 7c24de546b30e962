import { spawn, type ChildProcess } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";

export type DeadlinePortal = {
  readonly url: string;
  /** What it printed to standard error. */
  readonly complaints: readonly string[];
  readonly kill: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

type Place = { readonly databaseUrl: string; readonly dataDir: string; readonly port: number };

/** The production server as an operator starts it, on a database that is there already. */
export async function startWeb(place: Place): Promise<DeadlinePortal> {
  const started = start("app/entry.web.ts", place);
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if ((await fetch(`${started.url}/health`).catch(() => undefined))?.ok) return started;
    if (started.child.exitCode !== null) break;
    await pause(50);
  }
  throw new Error(`the server did not start: ${started.complaints.join("")}`);
}

export function startWorker(place: Place): DeadlinePortal {
  return start("app/entry.worker.ts", place);
}

function start(entry: string, { databaseUrl, dataDir, port }: Place): DeadlinePortal & { child: ChildProcess } {
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ["--import", "tsx", entry], {
    stdio: ["ignore", "ignore", "pipe"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      PUBLIC_URL: url,
      DEMO: "0",
    },
  });
  const complaints: string[] = [];
  child.stderr.on("data", (text: Buffer) => complaints.push(text.toString()));
  const end = (signal: "SIGKILL" | "SIGTERM") => async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    await gone;
  };
  return { url, complaints, child, kill: end("SIGKILL"), stop: end("SIGTERM") };
}
