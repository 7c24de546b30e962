import "#tests/routes/account/environment.ts";
import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { startSession } from "#app/auth/session.server.ts";
import { loader as attachment } from "#app/routes/public/attachment.ts";
import { loader as calendar } from "#app/routes/public/calendar.ts";
import { loader as robots } from "#app/routes/system/robots.ts";
import { loader as sitemap } from "#app/routes/system/sitemap.ts";
import { db, files } from "#app/runtime.server.ts";
import { insertAttachment, markAttachmentRemoved } from "#db/queries/attachments.ts";
import { anOpenCohort, aStaffMember } from "#tests/factories/cohort.ts";
import { aPdf } from "#tests/factories/files.ts";
import { get, route } from "#tests/routes/account/request.ts";

const now = new Date("2026-11-25T01:00:00.000Z");

/** The properties of each event, long lines joined again. */
function eventsOf(text: string): readonly ReadonlyMap<string, string>[] {
  const lines = text.replaceAll(/\r\n[ \t]/g, "").split("\r\n");
  const starts = lines.flatMap((line, at) => (line === "BEGIN:VEVENT" ? [at] : []));
  return starts.map((from) => {
    const inside = lines.slice(from + 1, lines.indexOf("END:VEVENT", from));
    return new Map(inside.map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1)]));
  });
}

test("the calendar file has every public event at its instant, under a name that stays", async () => {
  const { slug, definition } = await anOpenCohort(db, { now });
  const answer = await calendar(route(get(`/cohorts/${slug}/calendar.ics`), { slug }));
  const text = await answer.text();
  const events = eventsOf(text);

  expect(answer.headers.get("Content-Type")).toBe("text/calendar; charset=utf-8");
  expect(answer.headers.get("Content-Disposition")).toBe(`attachment; filename="${slug}.ics"`);
  expect(text).toContain("X-WR-TIMEZONE:Asia/Seoul\r\n");
  expect(text.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  const shown = definition.calendar.events.filter(({ key }) => key !== "documentFix");
  expect(events).toHaveLength(shown.length);
  for (const { key, start, end, label } of shown) {
    const event = events.find((each) => each.get("UID") === `${slug}-${key}@localhost`)!;
    const utc = (at: string) => new Date(at).toISOString().replaceAll(/[-:]|\.\d{3}/g, "");
    expect(event.get("DTSTART")).toBe(utc(start));
    expect(event.get("DTEND")).toBe(end === undefined ? undefined : utc(end));
    expect(event.get("SUMMARY")).toBe(`${definition.shortTitle.ko}: ${label.ko}`);
  }
});

test("the calendar file speaks the language that its address names", async () => {
  const { slug, definition } = await anOpenCohort(db, { now });
  const path = `/cohorts/${slug}/calendar.ics?language=en`;
  const text = await (await calendar(route(get(path), { slug }))).text();
  expect(text).not.toMatch(/[가-힣]/);
  expect(text).toContain(definition.shortTitle.en);
});

test("the site map names the first page and every opened notice, and no draft", async () => {
  const open = await anOpenCohort(db, { now });
  const draft = await anOpenCohort(db, { now });
  await db.updateTable("cohort").set({ phase: "draft" }).where("id", "=", draft.cohortId).execute();
  const answer = await sitemap();
  const addresses = [...(await answer.text()).matchAll(/<url><loc>([^<]+)<\/loc><\/url>/g)].map(([, url]) => url);

  expect(answer.headers.get("Content-Type")).toBe("application/xml; charset=utf-8");
  expect(addresses).toContain("http://localhost:3000/");
  expect(addresses).toContain(`http://localhost:3000/cohorts/${open.slug}`);
  expect(addresses).not.toContain(`http://localhost:3000/cohorts/${draft.slug}`);
});

test("robots may read notices, nothing of a person's, and are told of the site map", async () => {
  const answer = robots();
  const lines = (await answer.text()).split("\n");

  expect(answer.headers.get("Content-Type")).toBe("text/plain; charset=utf-8");
  expect(lines).toEqual(expect.arrayContaining(["User-agent: *", "Allow: /$", "Allow: /cohorts/"]));
  for (const closed of ["/my", "/review", "/manage", "/audit", "/files/", "/demo/"]) {
    expect(lines).toContain(`Disallow: ${closed}`);
  }
  expect(lines).toContain("Sitemap: http://localhost:3000/sitemap.xml");
  // A file of this name would be served instead.
  expect(existsSync("public/robots.txt")).toBe(false);
});

async function aNoticeWithFile(name = "모집 공고문(최종).pdf") {
  const cohort = await anOpenCohort(db, { now });
  const { sha256, size } = await files.put(aPdf);
  const label = { labelKo: "모집공고문", labelEn: "Notice" };
  const row = { ...label, name, mediaType: "application/pdf", size, sha256, createdBy: null, now };
  const attachmentId = await insertAttachment(db, { cohortId: cohort.cohortId, ...row });
  const fetched = (headers: Record<string, string> = {}, slug = cohort.slug) => {
    const request = new Request(`http://localhost:3000/cohorts/${slug}/attachments/${attachmentId}`, { headers });
    return attachment(route(request, { slug, attachmentId })).catch((thrown: Response) => thrown);
  };
  return { ...cohort, sha256, attachmentId, fetched };
}

test("an attachment is downloaded by anybody under its own name, runs nothing and is asked for anew each time", async () => {
  const { sha256, fetched } = await aNoticeWithFile();
  const answer = await fetched();

  expect(answer.status).toBe(200);
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(aPdf);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "application/pdf",
    "content-length": String(aPdf.byteLength),
    "content-disposition": `attachment; filename="attachment.pdf"; filename*=UTF-8''${encodeURIComponent("모집 공고문")}%28${encodeURIComponent("최종")}%29.pdf`,
    "content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "cache-control": "public, no-cache",
  });
  expect((await fetched({ "If-None-Match": `"${sha256}"` })).status).toBe(304);
});

test("an attachment that was taken off, or of another notice, is 404", async () => {
  const { attachmentId, fetched } = await aNoticeWithFile();
  const other = await anOpenCohort(db, { now });
  expect((await fetched({}, other.slug)).status).toBe(404);
  await markAttachmentRemoved(db, { id: attachmentId, now });
  expect((await fetched()).status).toBe(404);
});

test("before the cohort is opened only staff of its academy download its attachments", async () => {
  const { academyId, cohortId, fetched } = await aNoticeWithFile();
  await db.updateTable("cohort").set({ phase: "draft" }).where("id", "=", cohortId).execute();
  const as = async (academy: string) => {
    const { accountId } = await aStaffMember(db, { role: "administrator", academyId: academy });
    return fetched({ Cookie: (await startSession(accountId)).split(";")[0] ?? "" });
  };
  expect((await fetched()).status).toBe(404);
  expect((await as((await anOpenCohort(db, { now })).academyId)).status).toBe(404);
  const ours = await as(academyId);
  expect([ours.status, ours.headers.get("Cache-Control")]).toEqual([200, "private, no-store"]);
});
