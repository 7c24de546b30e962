import "#tests/routes/account/environment.ts";
import { PDFDocument } from "@cantoo/pdf-lib";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { startSession } from "#app/auth/session.server.ts";
import type { AccountActor } from "#app/domain/access/actor.ts";
import { problemOf } from "#app/domain/application/field-problem.ts";
import { fieldById } from "#app/domain/programme/form.ts";
import { cleanFile } from "#app/files/clean-file.server.ts";
import { loader as documentsPage } from "#app/routes/applicant/documents.tsx";
import { loader as reviewPage } from "#app/routes/applicant/submit.tsx";
import { db } from "#app/runtime.server.ts";
import { cleanFiles } from "#app/use-cases/clean-files.ts";
import { uploadFile } from "#app/use-cases/upload-file.ts";
import { listFiles } from "#db/queries/files.ts";
import { aDefinition, anApplicant, anOpenCohort } from "#tests/factories/cohort.ts";
import { aReadyDraft } from "#tests/factories/draft.ts";
import { memoryStore } from "#tests/factories/files.ts";
import { aTellingJpeg, aTellingPdf, tellers } from "#tests/factories/telling-files.ts";
import { get, route } from "#tests/routes/account/request.ts";

const now = new Date();

async function aDraftOf(name: string, answers: Readonly<Record<string, string>> = {}) {
  const cohort = await anOpenCohort(db, { now });
  const applicant = await anApplicant(db, { name, now });
  return aReadyDraft(db, { cohort, applicant, answers: { name, ...answers } });
}

async function opened({ accountId }: AccountActor, applicationId: string) {
  const cookie = (await startSession(accountId)).split(";")[0] ?? "";
  return route(get("/my", { cookie }), { applicationId });
}

describe("KOREA 7.10: files that say who made them", () => {
  test.each([
    ["a PDF", "portfolio", "작품.pdf", aTellingPdf],
    ["a picture", "bonusProof", "증빙.jpg", aTellingJpeg],
  ])(
    "the copy of %s for reviewers has no metadata, and the original stays as it was",
    async (_what, documentId, name, make) => {
      const { applicationId, applicant } = await aDraftOf("홍길동");
      const [bytes, store] = [await make(), memoryStore()];
      const at = { arrivedAt: now, now };
      const files = [{ name, bytes }];
      const answer = await uploadFile(db, applicant, { applicationId, documentId, files, store, ...at });
      expect(answer.ok).toBe(true);
      await cleanFiles(db, { store, clean: cleanFile });

      const [file] = await listFiles(db, applicationId);
      const copy = store.kept.get(file!.cleanSha256!)!;
      expect(store.kept.get(file!.sha256)).toEqual(bytes);
      const [author] = tellers;
      expect(Buffer.from(bytes).toString("latin1") + Buffer.from(bytes).toString("hex")).toMatch(
        new RegExp(`${author}|${Buffer.from(author).toString("hex")}`),
      );
      expect(Buffer.from(copy).toString("latin1")).not.toContain(author);
      expect(Buffer.from(copy).toString("hex")).not.toContain(Buffer.from(author).toString("hex"));
      if (name.endsWith(".pdf")) {
        const pdf = await PDFDocument.load(copy, { updateMetadata: false });
        expect([pdf.getAuthor(), pdf.getTitle(), pdf.getProducer()]).toEqual([undefined, undefined, undefined]);
      } else {
        const { exif, xmp, icc } = await sharp(copy).metadata();
        expect([exif, xmp, icc]).toEqual([undefined, undefined, undefined]);
      }
    },
  );

  test.each([
    ["in composed syllables", "NFC"],
    ["in decomposed syllables, as a Mac sends it", "NFD"],
  ] as const)(
    "홍길동_전남대.pdf, %s, is taken under its composed name with a warning of name and school",
    async (_, form) => {
      const { applicationId, applicant } = await aDraftOf("홍길동");
      const name = "홍길동_전남대.pdf".normalize(form);
      const files = [{ name, bytes: await aTellingPdf() }];
      const store = memoryStore();
      await uploadFile(db, applicant, { applicationId, documentId: "portfolio", files, store, arrivedAt: now, now });

      const page = await documentsPage(await opened(applicant, applicationId));
      const portfolio = page.documents.find(({ id }) => id === "portfolio");
      expect(portfolio?.files).toMatchObject([{ name: "홍길동_전남대.pdf", notes: ["ownName", "school"] }]);
    },
  );
});

describe("KOREA 7.10: texts that must not be written", () => {
  const definition = aDefinition();

  test("an essay naming a school is pointed out before the submission, and holds nothing up", async () => {
    const q1 = `저는 전남대에서 공부했습니다. ${"가상의 글입니다. ".repeat(40)}`.normalize("NFD");
    const { applicationId, applicant } = await aDraftOf("홍길동", { q1 });
    const page = await reviewPage(await opened(applicant, applicationId));
    expect(page.hints.map(({ key }) => key)).toEqual(["q1 school"]);
    expect(page.hints[0]?.message).toContain("전남대");
    expect(page.gaps).toEqual([]);
  });

  test.each(["제 번호는 000131-3123456 입니다.", "제 번호는 0001313123456 입니다."])(
    "a resident registration number in a text box is refused, decomposed or not: %s",
    (typed) => {
      const essay = `${typed} ${"가상의 글입니다. ".repeat(40)}`;
      const field = fieldById(definition, "q1")!;
      const problem = (q1: string) => problemOf({ definition, field, answers: { q1 }, today: "2026-11-25" });
      for (const written of [essay, essay.normalize("NFD"), essay.replace("-", "－")]) {
        expect(problem(written)?.problem).toBe("residentNumber");
      }
    },
  );
});
