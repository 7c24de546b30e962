import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createMailer, type Mail } from "#emails/mailer.ts";
import { startMailSink, type MailSink } from "#emails/mail-sink.ts";
import { listSinkMails, readSinkMail } from "#emails/sink-mails.ts";

const from = "Seonbal <no-reply@seonbal.example>";
const mail: Mail = {
  key: "selected:a1:r1",
  to: "sky@people.example",
  subject: "[AI사관학교 6기] 최종 합격을 축하드립니다 (등록 기한 2026. 3. 3.(화) 18:00)",
  html: "<p>축하드립니다.</p>",
  text: "축하드립니다.\nhttps://apply.academy.example/my",
};
let dir: string;
let sink: MailSink;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "sink-"));
  sink = await startMailSink(dir);
});
afterEach(async () => {
  await sink.close();
  await rm(dir, { recursive: true });
});

async function send(...mails: Mail[]): Promise<string[]> {
  const mailer = createMailer({ url: sink.url, from });
  const ids: string[] = [];
  for (const each of mails) ids.push(await mailer.sendMail(each));
  mailer.close();
  return ids;
}

test("what was sent is listed, the newest first, and read whole", async () => {
  await send(mail, { ...mail, key: "second", subject: "둘째" });

  const { mails, total } = await listSinkMails(dir);
  expect(total).toBe(2);
  expect(mails.map(({ to, subject }) => ({ to, subject }))).toEqual([
    { to: mail.to, subject: "둘째" },
    { to: mail.to, subject: mail.subject },
  ]);
  const read = await readSinkMail(dir, mails[1]!.name);
  expect(read).toMatchObject({ to: mail.to, subject: mail.subject });
  expect(read?.text.trim()).toBe(mail.text);
  expect(read?.html).toContain(mail.html);
  expect(await listSinkMails(dir, { page: 2, pageSize: 1 })).toMatchObject({ mails: [{ subject: mail.subject }] });
});

test("a file's name says nothing about anybody, and counting goes on after a restart", async () => {
  await send(mail);
  await sink.close();
  sink = await startMailSink(dir);
  await send(mail);
  const names = (await readdir(dir)).sort();
  expect(names).toHaveLength(2);
  expect(names[0]).toMatch(/^000001-[0-9a-f]{8}\.eml$/);
  expect(names[1]).toMatch(/^000002-[0-9a-f]{8}\.eml$/);
});

test("the same message has the same Message-ID each time it is sent, another has another", async () => {
  const [first, second, other] = await send(mail, mail, { ...mail, key: "other" });
  expect(second).toBe(first);
  expect(other).not.toBe(first);
  expect(first).toMatch(/^<[0-9a-f]{40}@seonbal\.example>$/);
});

test.each([
  "../secret.eml",
  "..%2Fsecret.eml",
  "/etc/passwd",
  "secret.eml",
  "000001-00000000.eml/../secret.eml",
  "000009-00000000.eml",
  "",
])("the name %j reads nothing", async (name) => {
  await writeFile(join(dir, "secret.eml"), "Subject: secret\r\n\r\nsecret");
  expect(await readSinkMail(dir, name)).toBeUndefined();
});

test("a folder that is not there yet is an empty list", async () => {
  expect(await listSinkMails(join(dir, "later"))).toEqual({ mails: [], total: 0 });
});
