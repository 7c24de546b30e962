import "../account/environment.ts";
import { expect, test } from "vitest";
import type { AccountActor } from "#app/domain/access/actor.ts";
import { paths } from "#app/paths.ts";
import { loader as dashboard } from "#app/routes/applicant/dashboard.tsx";
import { action as saveSection, loader as section } from "#app/routes/applicant/section.tsx";
import { loader as cohortPage } from "#app/routes/public/cohort.tsx";
import { loader as home } from "#app/routes/public/home.tsx";
import { loader as file } from "#app/routes/system/file.ts";
import { startSession } from "#app/auth/session.server.ts";
import { db, files } from "#app/runtime.server.ts";
import { newId } from "#db/id.ts";
import { saveCleanCopy } from "#db/queries/file-copies.ts";
import { insertFile } from "#db/queries/files.ts";
import { anApplicant, anOpenCohort, aStaffMember, aSubmittedApplication } from "#tests/factories/cohort.ts";
import { aReadyDraft } from "#tests/factories/draft.ts";
import { anotherPdf, aPdf } from "#tests/factories/files.ts";
import { answered, get, post, route, targetOf } from "../account/request.ts";

const now = new Date();

async function signedIn({ accountId }: AccountActor): Promise<string> {
  return (await startSession(accountId)).split(";")[0] ?? "";
}

async function aSubmittedPortfolio() {
  const cohort = await anOpenCohort(db, { now });
  const submitted = await aSubmittedApplication(db, { cohort });
  const { cohortId } = cohort;
  const { applicationId } = submitted;
  const { sha256, size } = await files.put(aPdf);
  const given = { cohortId, applicationId, mediaType: "application/pdf", size, sha256, now };
  const portfolio = await insertFile(db, { ...given, documentKey: "portfolio", name: "가상인_작품.pdf" });
  const proof = await insertFile(db, { ...given, documentKey: "bonusProof", name: "증빙.pdf" });
  const reviewer = await aStaffMember(db, { role: "reviewer", academyId: cohort.academyId });
  return { cohort, ...submitted, portfolio, proof, reviewer };
}

async function fetchFile(fileId: string, actor: AccountActor): Promise<Response> {
  const cookie = await signedIn(actor);
  return file(route(get(paths.file(fileId), { cookie }), { fileId })).catch((thrown: Response) => thrown);
}

test("a file goes to its owner and the academy's administrators, and is 404 for everybody else", async () => {
  const { cohort, portfolio, applicant, reviewer } = await aSubmittedPortfolio();
  const ours = await aStaffMember(db, { role: "administrator", academyId: cohort.academyId });
  const other = await anOpenCohort(db, { now });
  const theirs = await aStaffMember(db, { role: "administrator", academyId: other.academyId });

  const own = await fetchFile(portfolio, applicant);
  expect(own.status).toBe(200);
  expect(new Uint8Array(await own.arrayBuffer())).toEqual(aPdf);
  expect(own.headers.get("Content-Disposition")).toContain(encodeURIComponent("가상인_작품.pdf"));
  expect(own.headers.get("Content-Security-Policy")).toContain("sandbox");
  expect(own.headers.get("X-Content-Type-Options")).toBe("nosniff");
  expect(own.headers.get("Cache-Control")).toBe("private, no-store");

  const others = [theirs, reviewer, await anApplicant(db)];
  expect((await fetchFile(portfolio, ours)).status).toBe(200);
  for (const stranger of others) expect((await fetchFile(portfolio, stranger)).status).toBe(404);
});

test("a reviewer of the application gets what reviewers may see under a neutral name, until a conflict is declared", async () => {
  const { cohort, applicationId, portfolio, proof, reviewer } = await aSubmittedPortfolio();
  const { cohortId } = cohort;
  const reviewerId = reviewer.accountId;
  await db
    .insertInto("review")
    .values({
      id: newId(now),
      cohortId,
      stageKey: "document",
      applicationId,
      reviewerId,
      status: "assigned",
      position: 1,
      comment: "",
      revision: 0,
      assignedAt: now.toISOString(),
    })
    .execute();

  const early = await fetchFile(portfolio, reviewer);
  expect([early.status, await early.text()]).toEqual([404, expect.stringContaining("사본을 만드는 중")]);
  const { sha256: cleanSha256 } = await files.put(anotherPdf);
  const { sha256 } = await files.put(aPdf);
  await saveCleanCopy(db, { sha256, mediaType: "application/pdf", cleanSha256 });

  const seen = await fetchFile(portfolio, reviewer);
  expect(seen.status).toBe(200);
  expect(new Uint8Array(await seen.arrayBuffer())).toEqual(anotherPdf);
  expect(seen.headers.get("Content-Disposition")).toContain(encodeURIComponent("포트폴리오.pdf"));
  expect(seen.headers.get("Content-Disposition")).not.toContain(encodeURIComponent("가상인"));
  expect((await fetchFile(proof, reviewer)).status).toBe(404);

  await db
    .insertInto("conflict")
    .values({
      id: newId(now),
      cohortId,
      reviewerId,
      applicationId,
      reasonKey: "relative",
      note: "",
      declaredAt: now.toISOString(),
    })
    .execute();
  expect((await fetchFile(portfolio, reviewer)).status).toBe(404);
});

test.each([
  ["waiting", "바이러스 검사 중"],
  ["infected", "바이러스가 발견되어"],
] as const)("a file whose scan says %s is opened by nobody, not by its owner either", async (scan, sentence) => {
  const { cohort, portfolio, applicant } = await aSubmittedPortfolio();
  const ours = await aStaffMember(db, { role: "administrator", academyId: cohort.academyId });
  await db.updateTable("file").set({ scan }).where("id", "=", portfolio).execute();

  for (const person of [applicant, ours]) {
    const answer = await fetchFile(portfolio, person);
    expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining(sentence)]);
  }
});

test("saving a section leads on, and comes back with everything typed where a resident number stands in it", async () => {
  const { applicationId, applicant } = await aReadyDraft(db, { cohort: await anOpenCohort(db, { now }) });
  const cookie = await signedIn(applicant);
  const params = { applicationId, sectionId: "choice" };
  const path = paths.my.section(applicationId, "choice");
  const whole = { firstChoice: "game", acceptOther: "yes", intent: "next" };

  const saved = await saveSection(route(post(path, { ...whole, revision: "0" }, { cookie }), params));
  expect(targetOf(saved)).toBe(paths.my.section(applicationId, "essay"));

  const essay = { applicationId, sectionId: "essay" };
  const typed = { q1: "지워지면 안 되는 글", q3: "000131-3123456", revision: "1" };
  const refused = answered(
    await saveSection(route(post(paths.my.section(applicationId, "essay"), typed, { cookie }), essay)),
  );
  expect(refused.status).toBe(400);
  expect(refused.text).toContain("지워지면 안 되는 글");
  expect(refused.text).toContain("applicant:problem.residentNumber");
});

test("after the close a section is shown and says why it cannot be changed", async () => {
  const past = new Date(now.getTime() - 30 * 86_400_000);
  const { applicationId, applicant } = await aReadyDraft(db, { cohort: await anOpenCohort(db, { now: past }) });
  const cookie = await signedIn(applicant);

  const page = await section(
    route(get(paths.my.section(applicationId, "essay"), { cookie }), { applicationId, sectionId: "essay" }),
  );

  expect(page.readOnly).toBe("over");
  expect(page.fields.find(({ id }) => id === "q1")?.value).not.toBe("");
});

test("the dashboard shows one's own applications only", async () => {
  const { applicationNumber, applicant } = await aSubmittedPortfolio();
  const cookie = await signedIn(applicant);

  const { cards } = await dashboard(route(get(paths.my.dashboard(), { cookie })));

  expect(cards).toMatchObject([{ status: "submitted", applicationNumber }]);
});

test("the public finds what is open, and nothing of a cohort that nobody opened", async () => {
  const cohort = await anOpenCohort(db, { now });
  const hidden = await anOpenCohort(db, { now });
  await db.updateTable("cohort").set({ phase: "draft" }).where("id", "=", hidden.cohortId).execute();

  const { open } = await home(route(get("/")));
  expect(open.map(({ slug }) => slug)).toContain(cohort.slug);
  expect(open.map(({ slug }) => slug)).not.toContain(hidden.slug);

  const page = await cohortPage(route(get(paths.cohort(cohort.slug)), { slug: cohort.slug }));
  expect(page).toMatchObject({ door: "open", seats: 140, isPublished: false });
  expect(page.stages.map(({ weightPercent }) => weightPercent)).toEqual([50, 50]);
  await expect(cohortPage(route(get(paths.cohort(hidden.slug)), { slug: hidden.slug }))).rejects.toMatchObject({
    status: 404,
  });
});
