import { randomBytes } from "node:crypto";
import { mkdir, readdir, rename, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

export type MailSink = {
  /** For `createMailer`. */
  readonly url: string;
  readonly close: () => Promise<void>;
};

const MAX_MAIL_BYTES = 5 * 1024 * 1024;

/**
 * A mail server for demos and development: takes everything, sends nothing on, keeps each mail as a file in `dir`.
 * Listens on the loopback only. A file's name says in which order it came and nothing about anybody.
 */
export async function startMailSink(dir: string): Promise<MailSink> {
  await mkdir(dir, { recursive: true });
  let number = await lastNumber(dir);
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    size: MAX_MAIL_BYTES,
    logger: false,
    onData(stream, _session, callback) {
      number += 1;
      const name = `${String(number).padStart(6, "0")}-${randomBytes(4).toString("hex")}.eml`;
      void take(stream, { dir, name, callback });
    },
  });
  // A client that hangs up is its own matter.
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}?ignoreTLS=true`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

type Taking = { readonly dir: string; readonly name: string; readonly callback: (error?: Error | null) => void };

async function take(stream: Readable, { dir, name, callback }: Taking): Promise<void> {
  try {
    await store(dir, name, await buffer(stream));
    callback();
  } catch (error) {
    callback(error as Error);
  }
}

/** Renamed into place when whole, so that a reader never meets half a mail. */
async function store(dir: string, name: string, mail: Buffer): Promise<void> {
  const unfinished = join(dir, `.${name}.part`);
  await writeFile(unfinished, mail);
  await rename(unfinished, join(dir, name));
}

async function lastNumber(dir: string): Promise<number> {
  const numbers = (await readdir(dir)).map((name) => Number(/^(\d{6,})-/.exec(name)?.[1] ?? 0));
  return numbers.reduce((last, each) => Math.max(last, each), 0);
}
