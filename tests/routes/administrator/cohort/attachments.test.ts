import "#tests/routes/account/environment.ts";
import { expect, test } from "vitest";
import { startSession } from "#app/auth/session.server.ts";
import type { AccountActor } from "#app/domain/access/actor.ts";
import { action, loader } from "#app/routes/administrator/cohort/attachments.tsx";
import { loader as notice } from "#app/routes/public/cohort.tsx";
import { db } from "#app/runtime.server.ts";
import { anOpenCohort, aStaffMember } from "#tests/factories/cohort.ts";
import { aCompoundFile, aPdf } from "#tests/factories/notice-files.ts";
import { answered, get, post, route, targetOf } from "#tests/routes/account/request.ts";

const now = new Date();

async function aRoom() {
  const { cohortId, academyId, slug } = await anOpenCohort(db, { now });
  const administrator = await aStaffMember(db, { role: "administrator", academyId });
  const path = `/manage/cohorts/${cohortId}/attachments`;
  const cookieOf = async ({ accountId }: AccountActor) => (await startSession(accountId)).split(";")[0] ?? "";
  const cookie = await cookieOf(administrator);
  const upload = (name: string, bytes: Uint8Array, labelKo = "모집공고문") => {
    const body = new FormData();
    body.set("intent", "add");
    body.set("labelKo", labelKo);
    body.set("labelEn", "Notice");
    body.set("file", new File([Uint8Array.from(bytes)], name));
    const headers = { Cookie: cookie, "Sec-Fetch-Site": "same-origin" };
    return action(route(new Request(`http://localhost:3000${path}`, { method: "POST", body, headers }), { cohortId }));
  };
  const remove = (attachmentId: string) =>
    action(route(post(path, { intent: "remove", attachmentId }, { cookie }), { cohortId }));
  const page = async (as = cookie) => loader(route(get(path, { cookie: as }), { cohortId }));
  return { academyId, slug, path, cookieOf, upload, remove, page };
}

test("an administrator adds a file, everybody finds it on the notice, and it can be taken off again", async () => {
  const { slug, path, upload, remove, page } = await aRoom();

  expect(targetOf(await upload("공고.pdf", aPdf))).toBe(`${path}?done=add`);
  const { attachments, withoutPdf } = await page();
  expect(attachments).toMatchObject([{ labelKo: "모집공고문", labelEn: "Notice", name: "공고.pdf" }]);
  expect(withoutPdf).toEqual([]);
  const found = await notice(route(get(`/cohorts/${slug}`), { slug }));
  expect(found.attachments).toMatchObject([{ label: "모집공고문", format: "PDF", size: aPdf.byteLength }]);
  expect(found.contents.map(({ id }) => id)).toContain("attachments");

  expect(targetOf(await remove(attachments[0]!.id))).toBe(`${path}?done=remove`);
  expect((await page()).attachments).toEqual([]);
});

test("a Hangul file without a PDF is taken, with a warning", async () => {
  const { upload, page } = await aRoom();
  await upload("서식.hwp", aCompoundFile("HWP Document File"));
  expect((await page()).withoutPdf).toEqual(["서식.hwp"]);
});

test("a refused file is answered with a sentence at its field, and the labels are kept", async () => {
  const { upload } = await aRoom();
  const { status, text } = answered(await upload("공고.pdf", new TextEncoder().encode("hello"), "이름표"));
  expect(status).toBe(400);
  expect(text).toContain("올릴 수 없는 형식입니다");
  expect(text).toContain('"field":"file"');
  expect(text).toContain("이름표");
});

test("the attachments of another academy's cohort are 404", async () => {
  const { cookieOf, page } = await aRoom();
  const { academyId } = await anOpenCohort(db, { now });
  const stranger = await cookieOf(await aStaffMember(db, { role: "administrator", academyId }));
  await expect(page(stranger)).rejects.toMatchObject({ status: 404 });
});
