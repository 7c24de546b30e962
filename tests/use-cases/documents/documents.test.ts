import { beforeEach, describe, expect, test } from "vitest";
import { cancelDocumentRequest } from "#app/use-cases/cancel-document-request.ts";
import { checkDocument } from "#app/use-cases/check-document.ts";
import { handInDocument } from "#app/use-cases/hand-in-document.ts";
import { requestDocument } from "#app/use-cases/request-document.ts";
import { saveCertificate } from "#app/use-cases/save-certificate.ts";
import { takeBackDocument } from "#app/use-cases/take-back-document.ts";
import type { Db } from "#db/connect.ts";
import { listDocumentGaps } from "#db/queries/document-requests.ts";
import { anApplicant, aStaffMember } from "#tests/factories/cohort.ts";
import { aPdf, anotherPdf, memoryStore } from "#tests/factories/files.ts";
import { aPublishedCohort, type PublishedCohort, type PublishedPerson } from "#tests/factories/published-cohort.ts";
import { freshDatabase } from "#tests/support/database.ts";

let db: Db;
let cohort: PublishedCohort;
let ada: PublishedPerson;
let reserve: PublishedPerson;
let out: PublishedPerson;
const store = memoryStore();
const minute = 60_000;

beforeEach(async () => {
  db = await freshDatabase();
  cohort = await aPublishedCohort(db, {
    seats: { game: 1 },
    people: [
      { standing: "selected", track: "game" },
      { standing: "reserve", track: "game" },
      { standing: "not_selected", track: "game" },
    ],
  });
  [ada, reserve, out] = cohort.people as unknown as [PublishedPerson, PublishedPerson, PublishedPerson];
});

const after = (minutes: number) => new Date(cohort.publishedAt.getTime() + minutes * minute);

async function asked(person: PublishedPerson, wishes: Partial<Parameters<typeof requestDocument>[2]> = {}) {
  return requestDocument(db, cohort.administrator, {
    cohortId: cohort.cohortId,
    applicationNumber: person.applicationNumber,
    documentKey: "bonusProof",
    reason: "발급일이 보이지 않습니다.",
    dueAt: after(60),
    now: after(1),
    ...wishes,
  });
}

async function handedIn(person: PublishedPerson, at: Date, wishes: { documentId?: string; bytes?: Uint8Array } = {}) {
  const { documentId = "bonusProof", bytes = aPdf } = wishes;
  return handInDocument(db, person.applicant, {
    applicationId: person.applicationId,
    documentId,
    files: [{ name: "증빙.pdf", bytes }],
    store,
    arrivedAt: at,
    now: new Date(at.getTime() + 5_000),
  });
}

const filesOf = async () => db.selectFrom("file").selectAll().where("removedAt", "is", null).execute();
const requestRow = async () => db.selectFrom("documentRequest").selectAll().executeTakeFirstOrThrow();
const refusal = (code: string) => ({ ok: false, refusal: code });

describe("asking for a document again", () => {
  test("tells the person with the reason and until when, and is on record", async () => {
    expect(await asked(ada)).toMatchObject({ ok: true });
    const [message] = await db.selectFrom("outbox").selectAll().where("kind", "=", "document_incomplete").execute();
    expect(message).toMatchObject({ applicationId: ada.applicationId, recipient: ada.applicant.email });
    expect(message!.payload).toContain("발급일이 보이지 않습니다.");
    expect(message!.payload).toContain("가점 증빙서류");
    const events = await db.selectFrom("auditEntry").select("event").where("event", "like", "document%").execute();
    expect(events).toEqual([{ event: "document_requested" }]);
  });

  test.each([
    ["an unknown number", { applicationNumber: "NOBODY" }, "no-such-number"],
    ["an unknown document", { documentKey: "passport" }, "no-such-document"],
    ["no reason", { reason: "  " }, "request-reason-missing"],
    ["no deadline", { dueAt: undefined }, "due-missing"],
  ])("with %s is refused", async (_what, wishes, code) => {
    expect(await asked(ada, wishes)).toEqual(refusal(code));
  });

  test("with a deadline at this very instant is refused, and of people who are out", async () => {
    expect(await asked(ada, { dueAt: after(1) })).toEqual(refusal("due-passed"));
    expect(await asked(out)).toEqual(refusal("not-askable"));
  });

  test("is nobody's but the academy's administrators", async () => {
    const stranger = await aStaffMember(db, { role: "administrator", academyId: "other" }).catch(() => undefined);
    for (const actor of [ada.applicant, await anApplicant(db), ...(stranger ? [stranger] : [])]) {
      const input = { cohortId: cohort.cohortId, applicationNumber: ada.applicationNumber, documentKey: "bonusProof" };
      const answer = await requestDocument(db, actor, { ...input, reason: "x", dueAt: after(60), now: after(1) });
      expect(answer).toEqual(refusal("not-yours"));
    }
  });

  test("can be taken back until it was answered", async () => {
    const answer = await asked(ada);
    const { requestId } = answer.ok ? answer.value : { requestId: "" };
    const cancel = { cohortId: cohort.cohortId, requestId, now: after(2) };
    expect(await cancelDocumentRequest(db, ada.applicant, cancel)).toEqual(refusal("not-yours"));
    expect(await cancelDocumentRequest(db, cohort.administrator, cancel)).toEqual({ ok: true, value: null });
    expect(await cancelDocumentRequest(db, cohort.administrator, cancel)).toEqual(refusal("request-over"));
    expect(await handedIn(ada, after(3))).toEqual(refusal("not-asked"));
  });
});

describe("handing in what was asked for", () => {
  test("fulfils the request with the time of arrival, long after applications closed", async () => {
    await asked(reserve);
    expect(await handedIn(reserve, after(59))).toMatchObject({ ok: true, value: { files: 1, refused: [] } });
    expect((await requestRow()).fulfilledAt).toBe(after(59).toISOString());
    expect((await filesOf()).map(({ documentKey }) => documentKey)).toEqual(["bonusProof"]);
  });

  test("counts the arrival: one millisecond before the deadline is in time, the deadline itself is late", async () => {
    await asked(ada);
    const due = after(60).getTime();
    expect(await handedIn(ada, new Date(due))).toEqual(refusal("not-asked"));
    expect(await handedIn(ada, new Date(due - 1))).toMatchObject({ ok: true });
  });

  test("without a request is refused, and somebody else's application is not found", async () => {
    expect(await handedIn(ada, after(3))).toEqual(refusal("not-asked"));
    await asked(ada);
    const answer = await handInDocument(db, reserve.applicant, {
      applicationId: ada.applicationId,
      documentId: "bonusProof",
      files: [{ name: "a.pdf", bytes: aPdf }],
      store,
      arrivedAt: after(3),
      now: after(3),
    });
    expect(answer).toEqual(refusal("not-yours"));
  });

  test("what is no file of the kind is refused and fulfils nothing", async () => {
    await asked(ada);
    const answer = await handedIn(ada, after(3), { bytes: new TextEncoder().encode("hello") });
    expect(answer).toMatchObject({ ok: false, refusal: { kind: "files-refused" } });
    expect((await requestRow()).fulfilledAt).toBeNull();
  });

  test("taken back without another file, the request waits again", async () => {
    await asked(ada);
    await handedIn(ada, after(3));
    const [file] = await filesOf();
    const act = { applicationId: ada.applicationId, documentId: "bonusProof", fileId: file!.id };
    expect(await takeBackDocument(db, ada.applicant, { ...act, arrivedAt: after(61), now: after(61) })).toMatchObject({
      ok: false,
    });
    expect(await takeBackDocument(db, ada.applicant, { ...act, arrivedAt: after(4), now: after(4) })).toMatchObject({
      ok: true,
    });
    expect((await requestRow()).fulfilledAt).toBeNull();
  });
});

describe("documents after the selection", () => {
  const document = { documentId: "graduation" };

  test("are handed in by who was told of a seat, until the deadline of the answer", async () => {
    expect(await handedIn(ada, after(3), document)).toMatchObject({ ok: true });
    expect(await handedIn(ada, cohort.respondBy, { ...document, bytes: anotherPdf })).toEqual(
      refusal("documents-late"),
    );
    expect(await handedIn(reserve, after(3), document)).toEqual(refusal("not-asked"));
    expect(await handedIn(out, after(3), document)).toEqual(refusal("not-editable"));
  });

  test("carry the 16 digits of the certificate, with or without dashes; other numbers are refused", async () => {
    const act = { applicationId: ada.applicationId, ...document, arrivedAt: after(4), now: after(4) };
    const typed = { certificateNumber: "1234-5678-9012-3456", issuedOn: "2026-11-20" };
    expect(await saveCertificate(db, ada.applicant, { ...act, ...typed })).toEqual(refusal("no-file"));
    await handedIn(ada, after(3), document);
    expect(await saveCertificate(db, ada.applicant, { ...act, ...typed })).toMatchObject({ ok: true });
    expect((await filesOf())[0]).toMatchObject({ certificateNumber: "1234567890123456", issuedOn: "2026-11-20" });
    const short = { ...typed, certificateNumber: "1234" };
    expect(await saveCertificate(db, ada.applicant, { ...act, ...short })).toEqual(refusal("certificate-number"));
    const never = { ...typed, issuedOn: "2026-02-30" };
    expect(await saveCertificate(db, ada.applicant, { ...act, ...never })).toEqual(refusal("issued-on"));
  });

  test("are checked by staff; nothing is no document, and asking again takes the check away", async () => {
    const check = { cohortId: cohort.cohortId, applicationId: ada.applicationId, documentKey: "graduation" };
    const act = () => checkDocument(db, cohort.administrator, { ...check, now: after(10) });
    expect(await act()).toEqual(refusal("nothing-to-check"));
    await handedIn(ada, after(3), document);
    expect(await checkDocument(db, ada.applicant, { ...check, now: after(10) })).toEqual(refusal("not-yours"));
    expect(await act()).toMatchObject({ ok: true });
    expect(await act()).toMatchObject({ ok: true });
    expect(await db.selectFrom("documentCheck").selectAll().execute()).toHaveLength(1);
    await asked(ada, { documentKey: "graduation", now: after(20) });
    expect(await db.selectFrom("documentCheck").selectAll().execute()).toEqual([]);
  });

  test("may come later than the deadline where staff asked again", async () => {
    const late = new Date(cohort.respondBy.getTime() + minute);
    const dueAt = new Date(late.getTime() + 60 * minute);
    const { cohortId } = cohort;
    await db.updateTable("offer").set({ status: "accepted" }).where("cohortId", "=", cohortId).execute();
    await db.updateTable("application").set({ status: "accepted" }).where("id", "=", ada.applicationId).execute();
    await asked(ada, { documentKey: "graduation", dueAt, now: late });
    expect(await handedIn(ada, new Date(late.getTime() + 1), document)).toMatchObject({ ok: true });
  });
});

test("the list of gaps names who has none of a document and was not asked yet", async () => {
  const wish = { cohortId: cohort.cohortId, always: ["bonusProof"], withClaim: [], limit: 10 };
  expect(await listDocumentGaps(db, wish)).toEqual([]);
  await db.updateTable("application").set({ status: "submitted" }).where("id", "=", out.applicationId).execute();
  expect((await listDocumentGaps(db, wish)).map(({ applicationNumber }) => applicationNumber)).toEqual([
    out.applicationNumber,
  ]);
  await asked(out);
  expect(await listDocumentGaps(db, wish)).toEqual([]);
});
