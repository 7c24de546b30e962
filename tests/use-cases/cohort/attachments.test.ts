import { expect, test } from "vitest";
import { maxAttachmentBytes, maxAttachments, withoutPdf } from "#app/domain/cohort/notice-attachment.ts";
import { addAttachment } from "#app/use-cases/add-attachment.ts";
import { removeAttachment } from "#app/use-cases/remove-attachment.ts";
import { insertAttachment, listAttachments } from "#db/queries/attachments.ts";
import { anApplicant, anOpenCohort, aStaffMember } from "#tests/factories/cohort.ts";
import { aPng, memoryStore } from "#tests/factories/files.ts";
import { aCompoundFile, anHwpx, aPdf, aWordFile, aWordFileWithMacros, aZip } from "#tests/factories/notice-files.ts";
import { freshDatabase } from "#tests/support/database.ts";

const label = { ko: "모집공고문", en: "Notice of selection" };

async function aNotice() {
  const db = await freshDatabase();
  const { cohortId, academyId, now } = await anOpenCohort(db);
  const administrator = await aStaffMember(db, { role: "administrator", academyId });
  const store = memoryStore();
  let seconds = 0;
  const later = () => new Date(now.getTime() + (seconds += 1) * 1000);
  const add = (name: string, bytes: Uint8Array, wishes: object = {}, actor = administrator) =>
    addAttachment(db, actor, { cohortId, label, file: { name, bytes }, store, now: later(), ...wishes });
  const events = () =>
    db
      .selectFrom("auditEntry")
      .select(["event", "payload"])
      .where("cohortId", "=", cohortId)
      .orderBy("sequence")
      .execute();
  return { db, cohortId, academyId, now, administrator, store, add, events };
}

test("a file is put beside the notice with a label in both languages, and both acts are on record", async () => {
  const { db, cohortId, now, administrator, store, add, events } = await aNotice();

  const added = await add("공고문.pdf".normalize("NFD"), aPdf, { label: { ko: "  모집  공고문 ", en: "Notice" } });

  const [attachment] = await listAttachments(db, cohortId);
  expect(attachment).toMatchObject({
    labelKo: "모집 공고문",
    labelEn: "Notice",
    name: "공고문.pdf",
    mediaType: "application/pdf",
    size: aPdf.byteLength,
    createdBy: administrator.accountId,
  });
  expect(added).toEqual({ ok: true, value: { attachmentId: attachment!.id } });
  expect(store.kept.get(attachment!.sha256)).toEqual(aPdf);

  const taken = { cohortId, attachmentId: attachment!.id, now };
  expect(await removeAttachment(db, administrator, taken)).toEqual({ ok: true, value: null });
  expect(await listAttachments(db, cohortId)).toEqual([]);
  expect(await removeAttachment(db, administrator, taken)).toEqual({ ok: false, refusal: "attachment-gone" });
  const recorded = await events();
  expect(recorded.map(({ event }) => event)).toEqual(["attachment_added", "attachment_removed"]);
  for (const { payload } of recorded) expect(payload).toContain(attachment!.sha256);
});

test("what a file is, its content says: the name gets the ending that fits", async () => {
  const { db, cohortId, add } = await aNotice();

  await add("신청서.hwp", aCompoundFile("HWP Document File V5.00"));
  await add("서식.zip", await anHwpx());
  await add("양식", await aWordFile());
  await add("자료.pdf", await aZip({ "a.txt": "a" }));

  expect((await listAttachments(db, cohortId)).map(({ name }) => name)).toEqual([
    "신청서.hwp",
    "서식.hwpx",
    "양식.docx",
    "자료.zip",
  ]);
});

test.each<[string, string, () => Promise<Uint8Array> | Uint8Array, object, string]>([
  ["an empty file", "a.pdf", () => new Uint8Array(), {}, "attachment-no-file"],
  ["a picture", "a.pdf", () => aPng, {}, "attachment-type"],
  ["plain text", "a.hwp", () => new TextEncoder().encode("HWP Document File"), {}, "attachment-type"],
  ["an old Office file named HWP", "a.hwp", () => aCompoundFile("Microsoft Word"), {}, "attachment-type"],
  ["macros", "a.docx", aWordFileWithMacros, {}, "attachment-type"],
  ["a PDF cut off", "a.pdf", () => aPdf.slice(0, 20), {}, "attachment-damaged"],
  ["more than 20 MB", "a.pdf", () => new Uint8Array(maxAttachmentBytes + 1), {}, "attachment-too-large"],
  ["a resident number in the name", "800101-1000009.pdf", () => aPdf, {}, "attachment-resident-number"],
  ["no Korean label", "a.pdf", () => aPdf, { label: { ko: " ", en: "x" } }, "attachment-label-ko"],
  ["no English label", "a.pdf", () => aPdf, { label: { ko: "가", en: "" } }, "attachment-label-en"],
  ["an endless label", "a.pdf", () => aPdf, { label: { ko: "가".repeat(101), en: "x" } }, "attachment-label-ko"],
])("refuses %s and keeps nothing", async (_what, name, bytes, wishes, refusal) => {
  const { db, cohortId, store, add, events } = await aNotice();

  expect(await add(name, await bytes(), wishes)).toEqual({ ok: false, refusal });

  expect(await listAttachments(db, cohortId)).toEqual([]);
  expect(store.kept.size).toBe(0);
  expect(await events()).toEqual([]);
});

test("only administrators of the cohort's own academy add and remove", async () => {
  const { db, cohortId, academyId, now, add } = await aNotice();
  await add("a.pdf", aPdf);
  const attachmentId = (await listAttachments(db, cohortId))[0]!.id;
  const elsewhere = (await anOpenCohort(db)).academyId;
  const strangers = [
    await aStaffMember(db, { role: "administrator", academyId: elsewhere }),
    await aStaffMember(db, { role: "reviewer", academyId }),
    await aStaffMember(db, { role: "auditor", academyId }),
    await anApplicant(db),
  ];
  for (const stranger of strangers) {
    const refused = { ok: false, refusal: "not-yours" };
    expect(await add("b.pdf", aPdf, {}, stranger)).toEqual(refused);
    expect(await removeAttachment(db, stranger, { cohortId, attachmentId, now })).toEqual(refused);
  }
  expect(await listAttachments(db, cohortId)).toHaveLength(1);
});

test("a cohort has thirty attachments at most", async () => {
  const { db, cohortId, now, add } = await aNotice();
  const row = { cohortId, labelKo: "가", labelEn: "a", name: "a.pdf", mediaType: "application/pdf", size: 1 };
  for (let index = 0; index < maxAttachments; index += 1) {
    await insertAttachment(db, { ...row, sha256: "0".repeat(64), createdBy: null, now });
  }
  expect(await add("one-more.pdf", aPdf)).toEqual({ ok: false, refusal: "attachment-too-many" });
});

test("a Hangul file counts as alone until a PDF of the same label or the same name lies beside it", async () => {
  const { db, cohortId, add } = await aNotice();
  const alone = async () => withoutPdf(await listAttachments(db, cohortId)).map(({ name }) => name);
  await add("서식1.hwp", aCompoundFile("HWP Document File"), { label: { ko: "서식 1", en: "Form 1" } });
  await add("서식2.hwpx", await anHwpx(), { label: { ko: "서식 2", en: "Form 2" } });
  expect(await alone()).toEqual(["서식1.hwp", "서식2.hwpx"]);

  await add("서식1.pdf", aPdf, { label: { ko: "서식 1(PDF)", en: "Form 1 (PDF)" } });
  expect(await alone()).toEqual(["서식2.hwpx"]);
  await add("form-2.pdf", aPdf, { label: { ko: "서식 2", en: "Form 2 (PDF)" } });
  expect(await alone()).toEqual([]);
});
