import "../account/environment.ts";
import { Uint8ArrayReader, ZipReader, TextWriter } from "@zip.js/zip.js";
import { expect, test } from "vitest";
import type { AccountActor } from "#app/domain/access/actor.ts";
import { startSession } from "#app/auth/session.server.ts";
import { paths } from "#app/paths.ts";
import { loader as access } from "#app/routes/applicant/access.tsx";
import { action as appeal, loader as appeals } from "#app/routes/applicant/appeals.tsx";
import { action as consent, loader as consents } from "#app/routes/applicant/consents.tsx";
import { loader as archive } from "#app/routes/applicant/my-data-archive.ts";
import { action as ask, loader as myData } from "#app/routes/applicant/my-data.tsx";
import { action as decide, loader as register } from "#app/routes/administrator/cohort/appeals.tsx";
import { loader as requests } from "#app/routes/administrator/cohort/data-requests.tsx";
import { loader as file } from "#app/routes/system/file.ts";
import { db, files } from "#app/runtime.server.ts";
import { insertConsents } from "#db/queries/consents.ts";
import { insertFile } from "#db/queries/files.ts";
import { anApplicant } from "#tests/factories/cohort.ts";
import { aPdf } from "#tests/factories/files.ts";
import { aPublishedCohort } from "#tests/factories/published-cohort.ts";
import { answered, get, post, route, targetOf } from "../account/request.ts";

const person = { standing: "not_selected", track: "game" } as const;
const cohort = await aPublishedCohort(db, { seats: { game: 1 }, people: [person, { ...person }] });
const { cohortId, definitionId, administrator, publishedAt } = cohort;
const { applicant, applicationId, applicationNumber } = cohort.people[0]!;
const consentKeys = ["collect", "promotion"];
await insertConsents(db, { cohortId, applicationId, definitionId, consentKeys, now: cohort.now });
const params = { applicationId, cohortId };
const inTime = new Date(publishedAt.getTime() + 60_000);

async function as({ accountId }: AccountActor): Promise<string> {
  return (await startSession(accountId)).split(";")[0] ?? "";
}

function at(request: Request, arrivedAt: Date) {
  const args = route(request, params);
  return { ...args, context: { ...args.context, arrivedAt } };
}

const path = paths.my.appeals(applicationId);
const typed = { intent: "file", about: "final", ground: "fact", statement: "제출한 서류가 없다고 처리되었습니다." };

test("an appeal that comes too late says when it arrived and gives the text back; one in time is filed and decided", async () => {
  const cookie = await as(applicant);
  const end = new Date(cohort.definition.appeals.window.end);

  const late = answered(await appeal(at(post(path, typed, { cookie }), end)));
  expect(late.status).toBe(409);
  expect(late.text).toContain(end.toISOString());
  expect(late.text).toContain(typed.statement);
  const wrong = answered(await appeal(at(post(path, { ...typed, ground: "" }, { cookie }), inTime)));
  expect(wrong.status).toBe(400);
  expect(wrong.text).toContain(typed.statement);
  expect(targetOf(await appeal(at(post(path, typed, { cookie }), inTime)))).toBe(`${path}?done=filed`);

  const page = await appeals(at(get(path, { cookie }), inTime));
  expect(page.appeals).toMatchObject([{ number: "A-001", status: "received", statement: typed.statement }]);
  expect(page.windows).toMatchObject([{ about: "final", door: "open" }]);

  const staff = await as(administrator);
  const [row] = (await register(at(get(paths.manage.appeals(cohortId), { cookie: staff }), inTime))).rows;
  expect(row).toMatchObject({ number: "A-001", left: 10 });
  const appealId = row!.id;
  const opened = await register(
    at(get(`${paths.manage.appeals(cohortId)}?open=${appealId}`, { cookie: staff }), inTime),
  );
  expect(opened.open).toMatchObject({ statement: typed.statement });
  const decision = { appealId, verdict: "dismissed", answer: "서류가 제출되지 않았음을 확인했습니다." };
  const refused = answered(await decide(at(post(paths.manage.appeals(cohortId), decision, { cookie: staff }), inTime)));
  expect(refused.text).toContain(decision.answer);
  const whole = { ...decision, minuteNumber: "위원회-1" };
  const decided = await decide(at(post(paths.manage.appeals(cohortId), whole, { cookie: staff }), inTime));
  expect(targetOf(decided)).toContain("done=dismissed");
});

test("an optional consent is withdrawn and given again on its page, with the version of the rules it was given under", async () => {
  const cookie = await as(applicant);
  const page = paths.my.consents(applicationId);
  const change = (intent: string) => consent(at(post(page, { intent, consentId: "promotion" }, { cookie }), inTime));
  const shown = async () =>
    (await consents(at(get(page, { cookie }), inTime))).consents.find(({ id }) => id === "promotion");

  expect(await shown()).toMatchObject({ givenVersion: 1, withdrawnAt: "", required: false });
  expect(targetOf(await change("withdraw"))).toBe(`${page}?done=withdraw`);
  expect(await shown()).toMatchObject({ givenAt: "" });
  expect((await shown())?.withdrawnAt).not.toBe("");
  expect(targetOf(await change("give"))).toBe(`${page}?done=give`);
});

test("everything is downloaded as one zip: an explanation, the data, and files under their own Korean names", async () => {
  const { sha256, size } = await files.put(aPdf);
  const given = { cohortId, applicationId, mediaType: "application/pdf", size, sha256, now: cohort.now };
  const id = await insertFile(db, { ...given, documentKey: "portfolio", name: "작품집.pdf" });
  await insertFile(db, { ...given, documentKey: "bonusProof", name: "작품집.pdf" });
  const opened = await file(route(get(paths.file(id), { cookie: await as(administrator) }), { fileId: id }));
  expect(opened.status).toBe(200);
  const cookie = await as(applicant);

  const response = await archive(at(get(paths.my.dataArchive(), { cookie }), inTime));

  const reader = new ZipReader(new Uint8ArrayReader(new Uint8Array(await response.arrayBuffer())));
  const entries = await reader.getEntries();
  const folder = `files/${applicationNumber}`;
  expect(entries.map(({ filename }) => filename)).toEqual([
    "README.txt",
    "data.json",
    `${folder}/작품집.pdf`,
    `${folder}/작품집 (2).pdf`,
  ]);
  const [, json] = entries;
  if (!json || json.directory) throw new Error("no data");
  const data = JSON.parse(await json.getData(new TextWriter())) as { applications: { applicationNumber: string }[] };
  expect(data.applications.map((each) => each.applicationNumber)).toEqual([applicationNumber]);

  const log = await access(at(get(paths.my.access(applicationId), { cookie }), inTime));
  expect(log.rows.map(({ event }) => event)).toContain("file_opened");
  expect(JSON.stringify(log)).not.toContain(administrator.accountId);
});

test("a request about data is asked on one's own page and stands in the register of staff; a stranger gets 404", async () => {
  const cookie = await as(applicant);
  const form = { intent: "ask", applicationId, kind: "erase", statement: "" };

  expect(targetOf(await ask(at(post(paths.my.data(), form, { cookie }), inTime)))).toContain("done=asked");
  expect(answered(await ask(at(post(paths.my.data(), form, { cookie }), inTime))).status).toBe(409);
  const page = await myData(at(get(paths.my.data(), { cookie }), inTime));
  expect(page.applications[0]?.requests).toMatchObject([{ kind: "erase", status: "open" }]);
  const staff = await requests(
    at(get(paths.manage.dataRequests(cohortId), { cookie: await as(administrator) }), inTime),
  );
  expect(staff.rows).toMatchObject([{ kind: "erase", applicationNumber }]);

  const stranger = await as(await anApplicant(db));
  await expect(ask(at(post(paths.my.data(), form, { cookie: stranger }), inTime))).rejects.toMatchObject({
    status: 404,
  });
  for (const load of [appeals, access, consents]) {
    await expect(load(at(get(path, { cookie: stranger }), inTime))).rejects.toMatchObject({ status: 404 });
  }
});
