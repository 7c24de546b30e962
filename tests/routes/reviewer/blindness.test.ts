import "#tests/routes/account/environment.ts";
import { describe, expect, test } from "vitest";
import { startSession } from "#app/auth/session.server.ts";
import type { AccountActor } from "#app/domain/access/actor.ts";
import { fieldsOf } from "#app/domain/programme/form.ts";
import { paths } from "#app/paths.ts";
import { loader as conflictsPage } from "#app/routes/reviewer/conflicts.tsx";
import { loader as homePage } from "#app/routes/reviewer/home.tsx";
import { loader as pledgePage } from "#app/routes/reviewer/pledge.tsx";
import { action as actOnQueue, loader as queuePage } from "#app/routes/reviewer/queue.tsx";
import { action as actOnDesk, loader as deskPage } from "#app/routes/reviewer/review.tsx";
import { db } from "#app/runtime.server.ts";
import { assignReviewers } from "#app/use-cases/assign-reviewers.ts";
import { insertFile } from "#db/queries/files.ts";
import { findReview, listScores } from "#db/queries/reviews.ts";
import { savePhase } from "#db/queries/cohorts.ts";
import { anApplicant, anOpenCohort, aSubmittedApplication, type SampleName } from "#tests/factories/cohort.ts";
import {
  aCohortBeingScored,
  aCohortInReview,
  goodScores,
  must,
  queueOf,
  type CohortInReview,
} from "#tests/factories/reviewing.ts";
import { answered, cookieOf, get, post, route, targetOf } from "#tests/routes/account/request.ts";

const samples: readonly SampleName[] = ["ai-academy", "gcc-academy"];

describe.each(samples)("a reviewer of the %s sample", (sample) => {
  test("meets no blind field and nothing of the applicant's own, in the list or on the desk", async () => {
    const { inReview, unique, blindIds } = await aCohortWithOneTellingApplication(sample);
    const [reviewer] = inReview.reviewers;
    const cookie = await signedIn(reviewer!);
    const [sheet] = await queueOf(db, inReview, reviewer!);
    const params = { cohortId: inReview.cohort.cohortId, stageKey: inReview.stageKey };
    const queue = await queuePage(route(get(paths.review.queue(params.cohortId, params.stageKey), { cookie }), params));
    const desk = await deskPage(deskOf(sheet!.reviewId, cookie));
    const home = await homePage(route(get(paths.review.home(), { cookie })));

    for (const sent of [queue, desk, home].map((each) => JSON.stringify(each))) {
      for (const value of unique) expect(sent).not.toContain(value);
      for (const id of blindIds) expect(sent).not.toContain(`"${id}"`);
    }
    expect(JSON.stringify(desk)).toContain("●●●");
    const [application] = inReview.applications;
    expect(JSON.stringify(desk)).not.toContain(application!.applicationId);
    expect(desk.attachments.map(({ number, mediaType }) => [number, mediaType])).toEqual([[1, "application/pdf"]]);
  });
});

describe("the desk", () => {
  test("is nobody else's: the address of another reviewer's sheet is not found", async () => {
    const inReview = await aCohortBeingScored(db);
    const [sheet] = await queueOf(db, inReview, inReview.reviewers[0]!);
    const cookie = await signedIn(inReview.reviewers[1]!);
    await expect(deskPage(deskOf(sheet!.reviewId, cookie))).rejects.toMatchObject({ status: 404 });
    await expect(send(sheet!.reviewId, cookie, { intent: "save", revision: "0" })).rejects.toMatchObject({
      status: 404,
    });
    const administrator = await signedIn(inReview.administrator);
    await expect(deskPage(deskOf(sheet!.reviewId, administrator))).rejects.toMatchObject({ status: 403 });
  });

  test("sends a reviewer to the pledge first, then to the list of names", async () => {
    const inReview = await aCohortInReview(db);
    const { cohort, stageKey, now } = inReview;
    must(await assignReviewers(db, inReview.administrator, { cohortId: cohort.cohortId, stageKey, seed: "a", now }));
    const [reviewer] = inReview.reviewers;
    const cookie = await signedIn(reviewer!);
    const [sheet] = await queueOf(db, inReview, reviewer!);
    const pledge = paths.review.pledge(cohort.cohortId);
    const params = { cohortId: cohort.cohortId, stageKey };
    expect(await thrownTarget(deskPage(deskOf(sheet!.reviewId, cookie)))).toBe(pledge);
    expect(await thrownTarget(queuePage(route(get(pledge, { cookie }), params)))).toBe(pledge);

    const { text } = await pledgePage(route(get(pledge, { cookie }), params));
    expect(text).toContain(cohort.definition.title.ko);
    const { action: sign } = await import("#app/routes/reviewer/pledge.tsx");
    const wrong = await sign(route(post(pledge, { typedName: "다른이름" }, { cookie }), params));
    expect(answered(wrong).status).toBe(409);
    const conflicts = paths.review.conflicts(cohort.cohortId, stageKey);
    const signed = await sign(route(post(pledge, { typedName: reviewer!.name }, { cookie }), params));
    expect(targetOf(signed)).toBe(conflicts);
    expect(await thrownTarget(deskPage(deskOf(sheet!.reviewId, cookie)))).toBe(conflicts);
    const { names } = await conflictsPage(route(get(conflicts, { cookie }), params));
    expect(Object.keys(names[0]!).toSorted()).toEqual(["applicantName", "applicationId"]);
  });

  test("keeps what was typed when it refuses, and locks what was submitted", async () => {
    const inReview = await aCohortBeingScored(db);
    const [reviewer] = inReview.reviewers;
    const cookie = await signedIn(reviewer!);
    const [first, second] = await queueOf(db, inReview, reviewer!);
    const { reviewId } = first!;

    const wrong = await send(reviewId, cookie, { intent: "save", revision: "0", "score.plan": "99", comment: "의견" });
    expect(answered(wrong)).toMatchObject({ status: 400, text: expect.stringContaining('"plan":"99"') as string });
    const shortcut = await send(reviewId, cookie, { revision: "0", anchor: "plan:20", "score.plan": "3" });
    expect(targetOf(shortcut)).toBe(`${paths.review.desk(reviewId)}?saved=1#score-plan`);
    expect(await listScores(db, reviewId)).toEqual({ plan: 2000 });
    const stale = await send(reviewId, cookie, { intent: "next", revision: "0", "score.plan": "1" });
    expect(answered(stale)).toMatchObject({ status: 409, text: expect.stringContaining('"plan":"20"') as string });
    const unfinished = await send(reviewId, cookie, { intent: "submit", revision: "1", "score.plan": "1" });
    expect(answered(unfinished).status).toBe(400);
    const scores = Object.fromEntries(Object.entries(goodScores).map(([id, points]) => [`score.${id}`, points]));
    const submitted = await send(reviewId, cookie, { intent: "submit", revision: "1", ...scores });
    expect(targetOf(submitted)).toBe(paths.review.desk(second!.reviewId));
    const desk = await deskPage(deskOf(reviewId, cookie));
    expect(desk).toMatchObject({ mayWrite: false, total: "80", state: "submitted" });
    const late = await send(reviewId, cookie, { intent: "save", revision: "3", ...scores });
    expect(answered(late).status).toBe(409);
  });

  test("goes away with a conflict, as the list does", async () => {
    const inReview = await aCohortBeingScored(db);
    const [reviewer] = inReview.reviewers;
    const cookie = await signedIn(reviewer!);
    const [sheet] = await queueOf(db, inReview, reviewer!);
    const { applicationId } = (await findReview(db, sheet!.reviewId))!;
    const { cohortId } = inReview.cohort;
    const params = { cohortId, stageKey: inReview.stageKey };
    const path = paths.review.conflicts(cohortId, inReview.stageKey);
    const { action: declare } = await import("#app/routes/reviewer/conflicts.tsx");
    const asked = await declare(route(post(path, { intent: "choose", person: applicationId }, { cookie }), params));
    expect(answered(asked).text).toContain(applicationId);
    const fields = { intent: "declare", person: applicationId, [`reason.${applicationId}`]: "relative" };
    const declared = await declare(route(post(path, fields, { cookie }), params));
    expect(targetOf(declared)).toBe(paths.review.queue(cohortId, inReview.stageKey));
    await expect(deskPage(deskOf(sheet!.reviewId, cookie))).rejects.toMatchObject({ status: 404 });
    const queue = await queuePage(route(get(paths.review.queue(cohortId, inReview.stageKey), { cookie }), params));
    expect(JSON.stringify(queue)).not.toContain(sheet!.reviewId);
    const nothing = await actOnQueue(route(post(path, { intent: "submit-all" }, { cookie }), params));
    expect(answered(nothing)).toMatchObject({ status: 409, text: '{"refusal":"nothing-complete"}' });
  });
});

/** One application whose writer tells in every text who they are, read by everybody. */
async function aCohortWithOneTellingApplication(sample: SampleName) {
  const cohort = await anOpenCohort(db, { sample });
  const applicant = await anApplicant(db, { name: "희귀한이름", email: `rare-${sample}@people.example` });
  const own = { phone: "+821098765432", birthDate: "1999-12-30", road: "희귀로 77" };
  const telling = `저는 희귀한이름(RARE HUI)이고 010-9876-5432, ${applicant.email}, 희귀로 77에 삽니다. `.repeat(8);
  const essays = Object.fromEntries(["q1", "q2", "q3", "q4"].map((id) => [id, telling]));
  const application = await aSubmittedApplication(db, {
    cohort,
    applicant,
    answers: {
      ...essays,
      nameEn: "RARE HUI",
      phone: own.phone,
      birthDate: own.birthDate,
      address: {
        zonecode: "61000",
        road: own.road,
        jibun: "",
        detail: "5호",
        sido: "전남광주통합특별시",
        sigungu: "북구",
        bcode: "",
      },
    },
  });
  const of = { cohortId: cohort.cohortId, applicationId: application.applicationId };
  const file = { ...of, mediaType: "application/pdf", size: 1000, sha256: "1".repeat(64), now: cohort.now };
  const open = sample === "ai-academy" ? "evidence" : "portfolio";
  await insertFile(db, { ...file, documentKey: open, name: "희귀한이름_작품.pdf" });
  await insertFile(db, { ...file, documentKey: "bonusProof", name: "희귀한이름_증빙.pdf" });
  const inReview = await aCohortBeingScored(db, { sample, cohort, applications: 0, reviewers: 3 });
  await savePhase(db, { cohortId: cohort.cohortId, phase: "in_review", now: cohort.now });
  const unique = [
    "희귀한이름",
    "RARE HUI",
    "010-9876-5432",
    "98765432",
    own.phone,
    own.birthDate,
    own.road,
    applicant.email,
    application.applicationNumber,
  ];
  const blindIds = fieldsOf(cohort.definition)
    .filter(({ blind }) => blind)
    .map(({ id }) => id);
  return { inReview: { ...inReview, applications: [application] } satisfies CohortInReview, unique, blindIds };
}

async function signedIn(actor: AccountActor): Promise<string> {
  return cookieOf(new Response(null, { headers: { "Set-Cookie": await startSession(actor.accountId) } }));
}

function deskOf(reviewId: string, cookie: string) {
  return route(get(paths.review.desk(reviewId), { cookie }), { reviewId });
}

function send(reviewId: string, cookie: string, fields: Record<string, string>) {
  return actOnDesk(route(post(paths.review.desk(reviewId), fields, { cookie }), { reviewId }));
}

async function thrownTarget(page: Promise<unknown>): Promise<string | null> {
  return page.then(
    () => null,
    (thrown: unknown) => targetOf(thrown),
  );
}
