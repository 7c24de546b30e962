import { expect, test } from "vitest";
import { removeFile } from "#app/use-cases/remove-file.ts";
import { submitApplication } from "#app/use-cases/submit-application.ts";
import type { GivenFile } from "#app/use-cases/receive-files.ts";
import { uploadFile } from "#app/use-cases/upload-file.ts";
import type { Db } from "#db/connect.ts";
import { listFiles } from "#db/queries/files.ts";
import { listSubmissions } from "#db/queries/submissions.ts";
import { anApplicant, anOpenCohort } from "#tests/factories/cohort.ts";
import { aReadyDraft } from "#tests/factories/draft.ts";
import { anotherPdf, aPdf, aPng, memoryStore } from "#tests/factories/files.ts";
import { freshDatabase } from "#tests/support/database.ts";

async function aDraft(db: Db) {
  const cohort = await anOpenCohort(db);
  const draft = await aReadyDraft(db, { cohort });
  const { applicationId, applicant } = draft;
  const times = { arrivedAt: cohort.now, now: cohort.now };
  const store = memoryStore();
  const upload = (documentId: string, files: readonly GivenFile[]) =>
    uploadFile(db, applicant, { applicationId, documentId, files, store, ...times });
  const names = async () => (await listFiles(db, applicationId)).map(({ name }) => name);
  return { ...draft, cohort, times, store, upload, names };
}

test("a file is known by what it is and named in composed syllables", async () => {
  const db = await freshDatabase();
  const { upload, applicationId, store } = await aDraft(db);

  expect(await upload("portfolio", [{ name: "작품집.pdf".normalize("NFD"), bytes: aPdf }])).toEqual({
    ok: true,
    value: { files: 1, resubmitted: false, refused: [] },
  });

  const [file] = await listFiles(db, applicationId);
  expect(file).toMatchObject({ name: "작품집.pdf", mediaType: "application/pdf", size: aPdf.byteLength });
  expect(store.kept.get(file!.sha256)).toEqual(aPdf);
});

test("where one file is asked a new one replaces it, where several are asked they add up to the limit", async () => {
  const db = await freshDatabase();
  const { upload, names } = await aDraft(db);

  await upload("portfolio", [{ name: "old.pdf", bytes: aPdf }]);
  await upload("portfolio", [{ name: "new.pdf", bytes: anotherPdf }]);
  await upload("bonusProof", [
    { name: "one.png", bytes: aPng },
    { name: "same.png", bytes: aPng },
    { name: "two.pdf", bytes: aPdf },
  ]);

  expect(await names()).toEqual(["new.pdf", "one.png", "two.pdf"]);
  const six = Array.from({ length: 6 }, (_, index) => ({ name: `${index}.pdf`, bytes: aPdf }));
  expect(await upload("bonusProof", six)).toEqual({ ok: false, refusal: "too-many-files" });
});

test.each<[string, GivenFile, string]>([
  ["an empty file", { name: "a.pdf", bytes: new Uint8Array() }, "no-file"],
  ["a picture named as a PDF", { name: "a.pdf", bytes: aPng }, "file-type"],
  ["text named as a PDF", { name: "a.pdf", bytes: new TextEncoder().encode("hello") }, "file-type"],
  ["a PDF cut off", { name: "a.pdf", bytes: aPdf.slice(0, 20) }, "file-damaged"],
  ["a resident number in the name", { name: "000131-3123456.pdf", bytes: aPdf }, "file-name-resident-number"],
])("%s is refused", async (_what, file, refusal) => {
  const db = await freshDatabase();
  const { upload, names } = await aDraft(db);

  const refused = [{ name: file.name, fault: refusal }];
  expect(await upload("portfolio", [file])).toEqual({ ok: false, refusal: { kind: "files-refused", refused } });
  expect(await names()).toEqual([]);
});

test("a file over the definition's limit is refused", async () => {
  const db = await freshDatabase();
  const { upload } = await aDraft(db);
  const bytes = new Uint8Array(20 * 1024 * 1024 + 1);

  expect(await upload("portfolio", [{ name: "a.pdf", bytes }])).toMatchObject({
    refusal: { refused: [{ name: "a.pdf", fault: "file-too-large" }] },
  });
});

test("documents asked only after selection are not taken now", async () => {
  const db = await freshDatabase();
  const { upload } = await aDraft(db);

  expect(await upload("graduation", [{ name: "a.pdf", bytes: aPdf }])).toEqual({
    ok: false,
    refusal: "no-such-document",
  });
});

test("only the owner uploads and removes", async () => {
  const db = await freshDatabase();
  const { upload, applicationId, times, names, applicant } = await aDraft(db);
  await upload("portfolio", [{ name: "a.pdf", bytes: aPdf }]);
  const [file] = await listFiles(db, applicationId);
  const input = { applicationId, fileId: file!.id, ...times };

  expect(await removeFile(db, await anApplicant(db), input)).toEqual({ ok: false, refusal: "not-yours" });
  expect(await removeFile(db, applicant, input)).toMatchObject({ ok: true });
  expect(await names()).toEqual([]);
});

test("a file added to a submitted application is part of another submission", async () => {
  const db = await freshDatabase();
  const { upload, applicationId, times, applicant } = await aDraft(db);
  await submitApplication(db, applicant, { applicationId, ...times });

  expect(await upload("portfolio", [{ name: "a.pdf", bytes: aPdf }])).toMatchObject({ value: { resubmitted: true } });

  const [first, second] = await listSubmissions(db, applicationId);
  expect(second!.sha256).not.toBe(first!.sha256);
});

test("one bad file among several costs nobody the others", async () => {
  const db = await freshDatabase();
  const { upload, names } = await aDraft(db);
  const files = [
    { name: "good.pdf", bytes: aPdf },
    { name: "bad.pdf", bytes: new TextEncoder().encode("hello") },
  ];

  expect(await upload("bonusProof", files)).toEqual({
    ok: true,
    value: { files: 1, resubmitted: false, refused: [{ name: "bad.pdf", fault: "file-type" }] },
  });
  expect(await names()).toEqual(["good.pdf"]);
});

test("a new file takes the place of the one it is for, also where several are asked", async () => {
  const db = await freshDatabase();
  const { upload, names, applicationId, applicant, store, times } = await aDraft(db);
  await upload("bonusProof", [
    { name: "a.pdf", bytes: aPdf },
    { name: "b.png", bytes: aPng },
  ]);
  const [first] = await listFiles(db, applicationId);
  const files = [{ name: "c.pdf", bytes: anotherPdf }];
  const replaces = first!.id;
  await uploadFile(db, applicant, { applicationId, documentId: "bonusProof", files, replaces, store, ...times });

  expect(await names()).toEqual(["b.png", "c.pdf"]);
});

test("one person uploads sixty files an hour and 200 MB in all, and what is there stays", async () => {
  const db = await freshDatabase();
  const { upload, names, applicationId } = await aDraft(db);
  await upload("bonusProof", [{ name: "first.png", bytes: aPng }]);
  await db
    .updateTable("file")
    .set({ size: 200 * 1024 * 1024 })
    .where("applicationId", "=", applicationId)
    .execute();
  expect(await upload("portfolio", [{ name: "a.pdf", bytes: aPdf }])).toEqual({
    ok: false,
    refusal: "too-much-in-all",
  });

  await db.updateTable("file").set({ size: 1 }).where("applicationId", "=", applicationId).execute();
  for (let index = 0; index < 59; index += 1) {
    await upload("portfolio", [{ name: "a.pdf", bytes: index % 2 === 0 ? aPdf : anotherPdf }]);
  }
  expect(await upload("portfolio", [{ name: "a.pdf", bytes: anotherPdf }])).toEqual({
    ok: false,
    refusal: "too-many-uploads",
  });
  expect(await names()).toEqual(["a.pdf", "first.png"]);
});

test("a file in which a virus was found is a gap until it is taken back, and a new one may take its place", async () => {
  const db = await freshDatabase();
  const { upload, applicationId, times, applicant } = await aDraft(db);
  await upload("portfolio", [{ name: "a.pdf", bytes: aPdf }]);
  await db.updateTable("file").set({ scan: "infected" }).execute();

  const gap = { kind: "document", documentId: "portfolio", problem: "infected" };
  expect(await submitApplication(db, applicant, { applicationId, ...times })).toMatchObject({
    refusal: { gaps: [gap] },
  });
  expect(await upload("portfolio", [{ name: "b.pdf", bytes: anotherPdf }])).toMatchObject({ ok: true });
  expect(await submitApplication(db, applicant, { applicationId, ...times })).toMatchObject({ ok: true });
});
