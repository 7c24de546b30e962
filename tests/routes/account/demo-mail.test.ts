import "./environment.ts";
import { mkdir, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { db } from "#app/runtime.server.ts";
import { listDemoMail, readDemoMail } from "#app/use-cases/read-demo-mail.ts";
import { env } from "#app/env.server.ts";
import { loader as mailPage } from "#app/routes/system/demo-mail-message.tsx";
import { loader as mailsPage } from "#app/routes/system/demo-mail.tsx";
import { saveSetting } from "#db/queries/settings.ts";
import { get, route } from "./request.ts";

const name = "000001-0123abcd.eml";
await mkdir(env.mailSinkDir, { recursive: true });
await writeFile(
  `${env.mailSinkDir}/${name}`,
  "To: sky@people.example\r\nSubject: Hello\r\nDate: Mon, 02 Mar 2026 10:00:00 +0900\r\n\r\nhttp://localhost:3000/my\r\n",
);

test("in development everybody reads what was sent", async () => {
  expect(await mailsPage(route(get("/demo/mail")))).toMatchObject({
    total: 1,
    mails: [{ name, to: "sky@people.example", subject: "Hello", sentAt: "2026-03-02T01:00:00.000Z" }],
  });
  const { mail } = await mailPage(route(get(`/demo/mail/${name}`), { name }));
  expect(mail.text).toContain("http://localhost:3000/my");
});

test("a mail that is not there is not found", async () => {
  const missing = mailPage(route(get("/demo/mail/x"), { name: "../portal.db" }));
  await expect(missing).rejects.toMatchObject({ status: 404 });
});

test("in production nobody reads anything, unless the database is a demo", async () => {
  const sink = { dir: env.mailSinkDir, development: false };
  expect(await listDemoMail(db, { ...sink, page: 1, pageSize: 10 })).toEqual({ ok: false, refusal: "no-demo" });
  expect(await readDemoMail(db, { ...sink, name })).toEqual({ ok: false, refusal: "no-demo" });

  await saveSetting(db, "demo", "1");
  expect(await listDemoMail(db, { ...sink, page: 1, pageSize: 10 })).toMatchObject({ ok: true, value: { total: 1 } });
  expect((await readDemoMail(db, { ...sink, name })).ok).toBe(true);
});
