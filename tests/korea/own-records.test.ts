import "#tests/routes/account/environment.ts";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { beforeAll, describe, expect, test } from "vitest";
import { startSession } from "#app/auth/session.server.ts";
import type { AccountActor } from "#app/domain/access/actor.ts";
import { paths } from "#app/paths.ts";
import { loader as recordPage } from "#app/routes/administrator/cohort/application.tsx";
import { loader as accessPage } from "#app/routes/applicant/access.tsx";
import { loader as afterSelection } from "#app/routes/applicant/after-selection.tsx";
import { loader as appealsPage } from "#app/routes/applicant/appeals.tsx";
import { loader as applicationPage } from "#app/routes/applicant/application.tsx";
import { loader as calendar } from "#app/routes/applicant/calendar.ts";
import { loader as certificate } from "#app/routes/applicant/certificate-pdf.ts";
import { loader as completion } from "#app/routes/applicant/completion.tsx";
import { loader as consentsPage } from "#app/routes/applicant/consents.tsx";
import { loader as documentsPage } from "#app/routes/applicant/documents.tsx";
import { loader as receiptPdf } from "#app/routes/applicant/receipt-pdf.ts";
import { loader as receipt } from "#app/routes/applicant/receipt.tsx";
import { action as answerOffer, loader as resultPage } from "#app/routes/applicant/result.tsx";
import { loader as section } from "#app/routes/applicant/section.tsx";
import { loader as submitPage } from "#app/routes/applicant/submit.tsx";
import { action as withdraw, loader as withdrawPage } from "#app/routes/applicant/withdraw.tsx";
import { action as actOnDesk, loader as deskPage } from "#app/routes/reviewer/review.tsx";
import { db } from "#app/runtime.server.ts";
import { anApplicant, anOpenCohort, aStaffMember } from "#tests/factories/cohort.ts";
import { aPublishedCohort, type PublishedCohort, type PublishedPerson } from "#tests/factories/published-cohort.ts";
import { aCohortBeingScored, queueOf } from "#tests/factories/reviewing.ts";
import { get, post, route } from "#tests/routes/account/request.ts";
import { hours } from "#tests/use-cases/seats/seats.ts";

async function cookieOf({ accountId }: AccountActor): Promise<string> {
  return (await startSession(accountId)).split(";")[0] ?? "";
}

/** Status of what a route threw or answered. */
async function statusOf(load: (args: LoaderFunctionArgs) => unknown, args: LoaderFunctionArgs): Promise<number> {
  try {
    const answer = await load(args);
    return answer instanceof Response ? answer.status : 200;
  } catch (thrown) {
    if (thrown instanceof Response) return thrown.status;
    throw thrown;
  }
}

let cohort: PublishedCohort;
let owner: PublishedPerson;
let arrivedAt: Date;
beforeAll(async () => {
  cohort = await aPublishedCohort(db, { seats: { game: 1 }, people: [{ standing: "selected", track: "game" }] });
  owner = cohort.people[0]!;
  arrivedAt = hours(cohort.publishedAt, 1);
});

describe("KOREA 7.11: the id of another applicant in the address", () => {
  test.each<[string, (args: LoaderFunctionArgs) => unknown]>([
    ["application", applicationPage],
    ["section", section],
    ["documents", documentsPage],
    ["submit", submitPage],
    ["receipt", receipt],
    ["receipt.pdf", receiptPdf],
    ["withdraw", withdrawPage],
    ["consents", consentsPage],
    ["completion", completion],
    ["calendar.ics", calendar],
    ["result", resultPage],
    ["certificate.pdf", certificate],
    ["after-selection", afterSelection],
    ["appeals", appealsPage],
    ["access", accessPage],
  ])("%s is there for its owner, and 404 for anybody else as for an id that nobody has", async (_page, load) => {
    const as = async (actor: AccountActor, applicationId: string) => {
      const args = route(get("/my", { cookie: await cookieOf(actor) }), { applicationId, sectionId: "essay" });
      return statusOf(load, { ...args, context: { ...args.context, arrivedAt } });
    };
    const other = await anApplicant(db);
    expect(await as(owner.applicant, owner.applicationId)).toBe(200);
    for (const applicationId of [owner.applicationId, "nobody"]) expect(await as(other, applicationId)).toBe(404);
  });

  test("is 404 to whoever answers a seat or withdraws with it, and nothing is changed", async () => {
    const cookie = await cookieOf(await anApplicant(db));
    const { applicationId, offerId } = owner;
    const send = (fields: Record<string, string>) => route(post("/my", fields, { cookie }), { applicationId });
    expect(await statusOf(answerOffer, send({ intent: "decline", offerId: offerId! }))).toBe(404);
    expect(await statusOf(withdraw, send({ confirm: "yes" }))).toBe(404);
    const { status } = await db
      .selectFrom("application")
      .select("status")
      .where("id", "=", applicationId)
      .executeTakeFirstOrThrow();
    expect(status).toBe("offered");
  });
});

describe("KOREA 7.11: staff", () => {
  test("of another academy find no record, under its own cohort's address or theirs", async () => {
    const other = await anOpenCohort(db);
    const stranger = await aStaffMember(db, { role: "administrator", academyId: other.academyId });
    const at = async (actor: AccountActor, cohortId: string) =>
      route(get("/manage", { cookie: await cookieOf(actor) }), { cohortId, applicationId: owner.applicationId });
    expect(await statusOf(recordPage, await at(stranger, cohort.cohortId))).toBe(404);
    expect(await statusOf(recordPage, await at(stranger, other.cohortId))).toBe(404);
    expect(await statusOf(recordPage, await at(cohort.administrator, cohort.cohortId))).toBe(200);
  });

  test("who review find no sheet of another reviewer by changing the id, and write none", async () => {
    const inReview = await aCohortBeingScored(db);
    const [first, second] = inReview.reviewers;
    const [own] = await queueOf(db, inReview, first!);
    const [others] = await queueOf(db, inReview, second!);
    const cookie = await cookieOf(first!);
    const at = (reviewId: string) => route(get(paths.review.desk(reviewId), { cookie }), { reviewId });
    expect(await statusOf(deskPage, at(own!.reviewId))).toBe(200);
    const { applicationId } = inReview.applications[0]!;
    for (const reviewId of [others!.reviewId, applicationId, "nobody"]) {
      expect(await statusOf(deskPage, at(reviewId))).toBe(404);
      const fields = { intent: "save", revision: "0", "score.plan": "1" };
      const sent = route(post(paths.review.desk(reviewId), fields, { cookie }), { reviewId });
      expect(await statusOf(actOnDesk, sent)).toBe(404);
    }
  });
});
