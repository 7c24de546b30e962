import "#tests/routes/account/environment.ts";
import { expect, test } from "vitest";
import { startSession } from "#app/auth/session.server.ts";
import type { Json } from "#app/domain/proof/canonical-json.ts";
import { verifyOwnRow, type OwnRowProof } from "#app/domain/proof/row-commitment.ts";
import { loader as applicationPage } from "#app/routes/applicant/application.tsx";
import { loader as dashboardPage } from "#app/routes/applicant/dashboard.tsx";
import { loader as proofFile } from "#app/routes/applicant/proof.ts";
import { action as answerOffer, loader as resultPage } from "#app/routes/applicant/result.tsx";
import { db } from "#app/runtime.server.ts";
import { askNeededTotals } from "#app/use-cases/ask-needed-totals.ts";
import { makeDueRecords } from "#app/use-cases/make-due-records.ts";
import { answered, get, post, route, targetOf } from "#tests/routes/account/request.ts";
import { at, today } from "#tests/use-cases/selection/small-cohort.ts";
import { aPublishedSelection } from "#tests/use-cases/selection/published-selection.ts";

const { cohort } = await aPublishedSelection(db);
await makeDueRecords(db, today);
while ((await askNeededTotals(db, today)) > 0);
const arrivedAt = at("2026-05-10T12:00:00");

async function cookieOf(number: string): Promise<string> {
  const { applicantId } = await db
    .selectFrom("application")
    .select("applicantId")
    .where("id", "=", cohort.idOf(number))
    .executeTakeFirstOrThrow();
  return (await startSession(applicantId)).split(";")[0] ?? "";
}

async function asOwner(number: string, of = number) {
  const args = route(get("/my", { cookie: await cookieOf(number) }), { applicationId: cohort.idOf(of) });
  return { ...args, context: { ...args.context, arrivedAt } };
}

const sentencesOf = (page: Awaited<ReturnType<typeof resultPage>>) =>
  (page.final?.parts ?? []).flatMap(({ sentences }) => sentences).join(" ");

test("who was selected reads the outcome, the own stage scores beside the minimums, and what to hand in", async () => {
  const page = await resultPage(await asOwner("A"));
  expect(page.final).toMatchObject({ outcome: "selected", status: "offered" });
  expect(page.seat).toMatchObject({ status: "open", isFinal: true });
  expect(page.seat?.documents.every(({ isThere }) => !isThere)).toBe(true);
  expect(page.scores.map(({ score }) => score)).toEqual(["90.00", "80.00"]);
  expect(page.hasCertificate && page.mayAppeal).toBe(true);
});

test("a reserve reads the number and what it means today", async () => {
  const page = await resultPage(await asOwner("C"));
  expect(page.final?.outcome).toBe("reserve");
  expect(page.reserve).toMatchObject({ number: 1, state: "waiting", today: { ahead: 0, told: 0 } });
  expect(sentencesOf(page)).toContain("선발되었을 가장 낮은 총점");
});

test("who was not selected reads the cut line and what would have been needed, but no own total or rank", async () => {
  const page = await resultPage(await asOwner("D"));
  expect(page.final?.outcome).toBe("not_selected");
  const said = sentencesOf(page);
  expect(said).toContain("선발된 사람의 가장 낮은 총점");
  expect(said).toContain("선발되었을 가장 낮은 총점");
  expect(said).not.toMatch(/위입니다|더 필요하였습니다/);
  expect(page.scores.some(({ label }) => label === "총점")).toBe(false);
});

test.each([
  ["was absent from a stage", "H", "not_selected"],
  ["missed the minimum of a stage", "F", null],
  ["missed the minimum of a criterion", "L", null],
  ["was outranked at a stage", "E", null],
  ["was excluded", "J", null],
  ["withdrew", "K", null],
])("who %s reads why, and is told no seat", async (_what, number, outcome) => {
  const page = await resultPage(await asOwner(number));
  expect(page.final).toMatchObject({ outcome });
  expect([page.seat, page.reserve]).toEqual([null, null]);
});

test("the proof is the own row, accepted by the published root and refused with a changed number", async () => {
  const answer = await proofFile(await asOwner("D"));
  const file = (await answer.json()) as Omit<OwnRowProof, "row"> & {
    disclosedRoot: string;
    row: { stages: object; total: unknown };
  };
  const { disclosedRoot, row, salt, index, size, proof } = file;
  expect(row.total).toBeNull();
  expect(verifyOwnRow({ row: row as Json, salt, index, size, proof }, disclosedRoot)).toBe(true);
  const better = { ...row, stages: { ...row.stages, document: "100.00" } } as Json;
  expect(verifyOwnRow({ row: better, salt, index, size, proof }, disclosedRoot)).toBe(false);
  expect((await resultPage(await asOwner("D"))).proof).toMatchObject({ disclosedRoot, place: index + 1, size });
});

test("somebody else's proof, timeline and result are 404; a draft has no row, who failed a stage has one", async () => {
  for (const page of [proofFile, applicationPage, resultPage]) {
    await expect(page((await asOwner("A", "D")) as never)).rejects.toMatchObject({ status: 404 });
  }
  await expect(proofFile(await asOwner("M"))).rejects.toMatchObject({ status: 404 });
  expect((await resultPage(await asOwner("F"))).proof).not.toBeNull();
});

test("what needs the person comes first: a seat to answer and documents to hand in, the soonest deadline first", async () => {
  const page = await applicationPage(await asOwner("A"));
  expect(page.needs.map(({ key }) => key)).toEqual(["answer", "documents"]);
  expect(page.timeline.happened.at(-1)?.sentence).toContain("최종 결과가 발표되었습니다: 합격");
  const dashboard = await dashboardPage(await asOwner("E"));
  expect(dashboard.cards[0]?.needs).toEqual([]);
});

test("two clicks are one answer; a minute late is refused with the time of arrival", async () => {
  const { id: offerId } = await db
    .selectFrom("offer")
    .select("id")
    .where("applicationId", "=", cohort.idOf("A"))
    .executeTakeFirstOrThrow();
  const send = async (number: string, when: Date, fields: Record<string, string>) => {
    const request = post("/my", fields, { cookie: await cookieOf(number) });
    const args = route(request, { applicationId: cohort.idOf(number) });
    return answerOffer({ ...args, context: { ...args.context, arrivedAt: when } });
  };
  const accept = { intent: "accept", offerId, pledge: "on" };
  const late = answered(await send("A", at("2026-06-05T18:01:00"), accept));
  expect(late.status).toBe(409);
  expect(late.text).toContain("18:01:00");
  for (const _click of [1, 2]) expect(targetOf(await send("A", arrivedAt, accept))).toContain("?done=accept");
  const nobodys = send("A", arrivedAt, { intent: "accept", offerId: "nobody", pledge: "on" });
  await expect(nobodys).rejects.toMatchObject({ status: 404 });
});
