import type { AddressInfo } from "node:net";
import type { Readable } from "node:stream";
import { SMTPServer } from "smtp-server";
import { afterEach, expect, test } from "vitest";
import { simpleParser, type ParsedMail } from "mailparser";
import { systemActor } from "#app/domain/access/actor.ts";
import type { Message } from "#app/domain/message/message.ts";
import { deliverOutbox } from "#app/use-cases/deliver-outbox.ts";
import type { Db } from "#db/connect.ts";
import { enqueueMessage } from "#db/queries/outbox.ts";
import { createMailer, type Mailer } from "#emails/mailer.ts";
import { anAccount, later, now } from "#tests/factories/accounts.ts";
import { freshDatabase } from "#tests/support/database.ts";

const publicUrl = "https://apply.academy.example";
const closings: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closings.splice(0).reverse()) await close();
});

type Answer = { at: "recipient" | "data" | "logIn"; code: number };

/** A real server that takes mail, or refuses what `refuse` says for a recipient. */
async function aMailServer(refuse: (to: string) => Answer | undefined = () => undefined) {
  const taken: ParsedMail[] = [];
  const no = (code: number) => Object.assign(new Error("not now, reader@people.example"), { responseCode: code });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onAuth: (_auth, _session, callback) => callback(no(535)),
    onRcptTo({ address }, _session, callback) {
      const answer = refuse(address);
      callback(answer?.at === "recipient" ? no(answer.code) : null);
    },
    onData(stream, session, callback) {
      void take(stream, session.envelope.rcptTo[0]!.address).then(callback, callback);
    },
  });
  async function take(stream: Readable, to: string): Promise<Error | null> {
    const mail = await simpleParser(stream);
    const answer = refuse(to);
    if (answer) return no(answer.code);
    taken.push(mail);
    return null;
  }
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  closings.push(() => new Promise<void>((resolve) => server.close(resolve)));
  return { taken, host: `127.0.0.1:${port}` };
}

function aMailer(host: string): Mailer {
  const mailer = createMailer({ url: `smtp://${host}`, from: "Seonbal <no-reply@seonbal.example>" });
  closings.push(() => mailer.close());
  return mailer;
}

async function enqueue(db: Db, to: string, message?: Message): Promise<void> {
  await enqueueMessage(db, {
    key: `test:${to}`,
    message: message ?? { kind: "account_exists", name: "김하늘", path: "/sign-in" },
    recipient: to,
    language: "ko",
    now,
  });
}

async function deliver(db: Db, mailer: Mailer, minutes = 0) {
  const answer = await deliverOutbox(db, systemActor, { mailer, publicUrl, clock: () => later(minutes) });
  return answer.ok ? answer.value : answer.refusal;
}

async function rowsOf(db: Db) {
  return db.selectFrom("outbox").selectAll().orderBy("recipient").execute();
}

test("a message is delivered by SMTP and kept as it was sent", async () => {
  const db = await freshDatabase();
  const { taken, host } = await aMailServer();
  await enqueue(db, "a@people.example");

  expect(await deliver(db, aMailer(host), 1)).toEqual({ claimed: 1, sent: 1, postponed: 0, failed: 0 });

  expect(taken).toHaveLength(1);
  expect(taken[0]!.subject).toBe("[선발] 이미 가입된 전자우편 주소입니다");
  expect(taken[0]!.text).toContain(`${publicUrl}/sign-in`);
  const [row] = await rowsOf(db);
  expect(row).toMatchObject({ status: "sent", sentAt: later(1).toISOString(), attempts: 1, claimedUntil: null });
  expect(row!.smtpMessageId).toBe(taken[0]!.messageId);
  expect(row!.bodyText!.trim()).toBe(taken[0]!.text!.trim());
  expect(await deliver(db, aMailer(host), 2)).toMatchObject({ claimed: 0 });
  expect(taken).toHaveLength(1);
});

test("after a 4xx answer it is tried again after 1, 5, 15, 60 and 240 minutes, eight times in all", async () => {
  const db = await freshDatabase();
  const { taken, host } = await aMailServer(() => ({ at: "data", code: 451 }));
  const mailer = aMailer(host);
  await enqueue(db, "a@people.example");

  const pauses: number[] = [];
  let minutes = 0;
  for (let attempt = 1; attempt < 8; attempt += 1) {
    expect(await deliver(db, mailer, minutes)).toMatchObject({ claimed: 1, postponed: 1 });
    const [row] = await rowsOf(db);
    const pause = (Date.parse(row!.dueAt) - later(minutes).getTime()) / 60_000;
    pauses.push(pause);
    expect(await deliver(db, mailer, minutes + pause - 0.01)).toMatchObject({ claimed: 0 });
    minutes += pause;
  }
  expect(pauses).toEqual([1, 5, 15, 60, 240, 240, 240]);
  expect(await deliver(db, mailer, minutes)).toMatchObject({ failed: 1 });
  expect(await rowsOf(db)).toMatchObject([{ status: "failed", attempts: 8 }]);
  expect(taken).toEqual([]);
});

test("a message that was put off is delivered when the server takes it", async () => {
  const db = await freshDatabase();
  let busy = true;
  const { taken, host } = await aMailServer(() => (busy ? { at: "recipient", code: 450 } : undefined));
  const mailer = aMailer(host);
  await enqueue(db, "a@people.example");
  await deliver(db, mailer);
  busy = false;
  expect(await deliver(db, mailer, 1)).toMatchObject({ sent: 1 });
  expect(taken).toHaveLength(1);
  expect(await rowsOf(db)).toMatchObject([{ status: "sent", attempts: 2, lastError: null }]);
});

test.each(["recipient", "data"] as const)("a 5xx answer to the %s fails at once", async (at) => {
  const db = await freshDatabase();
  const { host } = await aMailServer(() => ({ at, code: 550 }));
  await enqueue(db, "a@people.example");
  expect(await deliver(db, aMailer(host))).toMatchObject({ failed: 1 });
  const [row] = await rowsOf(db);
  expect(row).toMatchObject({ status: "failed", attempts: 1 });
  expect(row!.lastError).toContain("not now");
});

test("a refused log-in and a server that is away are nobody's message's fault: they wait", async () => {
  const db = await freshDatabase();
  const { host } = await aMailServer();
  await enqueue(db, "a@people.example");
  expect(await deliver(db, aMailer(`user:wrong@${host}`))).toMatchObject({ postponed: 1, failed: 0 });
  expect(await deliver(db, aMailer("127.0.0.1:1"), 10)).toMatchObject({ postponed: 1, failed: 0 });
  expect(await rowsOf(db)).toMatchObject([{ status: "queued", attempts: 2 }]);
});

test("one broken message does not stop the rest", async () => {
  const db = await freshDatabase();
  const { taken, host } = await aMailServer((to) =>
    to === "no@people.example" ? { at: "data", code: 554 } : undefined,
  );
  await enqueue(db, "a@people.example");
  await enqueue(db, "broken@people.example", { kind: "seat_lapsed", variables: {}, path: "/my" });
  await enqueue(db, "no@people.example");
  await enqueue(db, "z@people.example");

  expect(await deliver(db, aMailer(host))).toEqual({ claimed: 4, sent: 2, postponed: 0, failed: 2 });

  expect(taken).toHaveLength(2);
  const rows = await rowsOf(db);
  expect(rows.map(({ status }) => status)).toEqual(["sent", "failed", "failed", "sent"]);
  expect(rows[1]!.lastError).toContain("programmeShort");
});

test("two workers never send the same message twice", async () => {
  const db = await freshDatabase();
  const { taken, host } = await aMailServer();
  const recipients = Array.from({ length: 30 }, (_, index) => `p${index}@people.example`);
  for (const to of recipients) await enqueue(db, to);

  const [one, other] = [aMailer(host), aMailer(host)];
  for (let turn = 0; turn < 2; turn += 1) await Promise.all([deliver(db, one, turn), deliver(db, other, turn)]);

  expect(taken).toHaveLength(30);
  expect(new Set(taken.map(({ messageId }) => messageId)).size).toBe(30);
  expect((await rowsOf(db)).every(({ status, attempts }) => status === "sent" && attempts === 1)).toBe(true);
});

test("a claim whose worker died is taken over when it has run out", async () => {
  const db = await freshDatabase();
  const { taken, host } = await aMailServer();
  await enqueue(db, "a@people.example");
  await db
    .updateTable("outbox")
    .set({ claimedUntil: later(5).toISOString(), attempts: 1 })
    .execute();
  expect(await deliver(db, aMailer(host), 4)).toMatchObject({ claimed: 0 });
  expect(await deliver(db, aMailer(host), 6)).toMatchObject({ sent: 1 });
  expect(taken).toHaveLength(1);
});

test("a link that opens an account is forgotten once it was sent", async () => {
  const db = await freshDatabase();
  const { taken, host } = await aMailServer();
  const path = "/reset-password/very-secret-token";
  await enqueue(db, "a@people.example", { kind: "reset_password", name: "김하늘", path, expiresAt: "soon" });
  await deliver(db, aMailer(host));
  expect(taken[0]!.text).toContain(publicUrl + path);
  expect(JSON.stringify(await rowsOf(db))).not.toContain("very-secret-token");
});

test("nobody but the system delivers", async () => {
  const db = await freshDatabase();
  const actor = await anAccount(db, { role: "administrator" });
  const mailer = aMailer("127.0.0.1:1");
  expect(await deliverOutbox(db, actor, { mailer, publicUrl, clock: () => now })).toEqual({
    ok: false,
    refusal: "not-yours",
  });
});
