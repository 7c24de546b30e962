import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startWorker } from "#app/entry.worker.ts";
import type { Db } from "#db/connect.ts";
import { enqueueMessage } from "#db/queries/outbox.ts";
import { saveSetting } from "#db/queries/settings.ts";
import { listSinkMails } from "#emails/sink-mails.ts";
import { now } from "#tests/factories/accounts.ts";
import { freshDatabase } from "#tests/support/database.ts";

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "worker-"));
});
afterEach(() => rm(dir, { recursive: true }));

async function aWaitingMessage(): Promise<Db> {
  const db = await freshDatabase();
  const message = { kind: "account_exists", name: "김하늘", path: "/sign-in" } as const;
  await enqueueMessage(db, { key: "one", message, recipient: "sky@people.example", language: "ko", now });
  return db;
}

function envOf(changes: { isProduction: boolean }) {
  const publicUrl = "http://localhost:3000";
  return {
    smtpUrl: undefined,
    mailFrom: "Seonbal <no-reply@seonbal.example>",
    publicUrl,
    mailSinkDir: dir,
    storageUrl: `file:${dir}/files`,
    clamdUrl: undefined,
    ...changes,
  };
}

async function statusOf(db: Db): Promise<string> {
  return (await db.selectFrom("outbox").select("status").executeTakeFirstOrThrow()).status;
}

test.each([
  ["in development", false, false],
  ["in a demo", true, true],
])("%s mail goes to the sink, and a stopped worker is really stopped", async (_, isProduction, isDemo) => {
  const db = await aWaitingMessage();
  if (isDemo) await saveSetting(db, "demo", "1");
  const worker = startWorker({ db, env: envOf({ isProduction }) });
  await vi.waitFor(async () => expect(await statusOf(db)).toBe("sent"), { timeout: 10_000, interval: 50 });
  await worker.stop();
  expect(await listSinkMails(dir)).toMatchObject({ total: 1, mails: [{ to: "sky@people.example" }] });
});

test("elsewhere messages wait for a mail server, and the worker says so once", async () => {
  const db = await aWaitingMessage();
  const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
  const worker = startWorker({ db, env: envOf({ isProduction: true }) });
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  await worker.stop();
  expect(await statusOf(db)).toBe("queued");
  expect(warn.mock.calls).toEqual([[expect.stringContaining("SMTP_URL")]]);
  warn.mockRestore();
});
