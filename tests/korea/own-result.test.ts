import "#tests/routes/account/environment.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { startSession } from "#app/auth/session.server.ts";
import { loader as proofFile } from "#app/routes/applicant/proof.ts";
import { loader as resultPage } from "#app/routes/applicant/result.tsx";
import { db } from "#app/runtime.server.ts";
import { approveSelection } from "#app/use-cases/approve-selection.ts";
import { approveStage } from "#app/use-cases/approve-stage.ts";
import { closeStage } from "#app/use-cases/close-stage.ts";
import { makeDueRecords } from "#app/use-cases/make-due-records.ts";
import { markAbsent } from "#app/use-cases/mark-absent.ts";
import { publishDecisions } from "#app/use-cases/publish-decisions.ts";
import { runSelection } from "#app/use-cases/run-selection.ts";
import { get, route } from "#tests/routes/account/request.ts";
import {
  at,
  handIn,
  interview,
  sheetsOf,
  smallDefinition,
  today,
  type DefinitionDraft,
  type SmallCohort,
} from "#tests/use-cases/selection/small-cohort.ts";
import { must, numberOf, untilInterview } from "#tests/use-cases/selection/small-selection.ts";

/** Five gave A 60, 80, 80, 80 and 90; D has 84.99 of 100 and less than 40 % in one criterion. */
async function aPublishedResult(what: DefinitionDraft["appeals"]["ownScoreDisclosure"]["what"]): Promise<SmallCohort> {
  const definition = smallDefinition((draft) => {
    draft.appeals.ownScoreDisclosure.what = what;
  });
  const cohort = await untilInterview(db, definition);
  const { cohortId, first, second } = cohort;
  const stage = { cohortId, stageKey: "interview", now: today };
  const weak = { job: 30, creative: 25, teamwork: 20, will: 9.99 };
  await handIn(cohort, "interview", [
    ...sheetsOf("interview", "A", [60, 80, 80, 80, 90]),
    ...interview("B", 85),
    ...interview("C", 88),
    ...[0, 1, 2, 3, 4].map((reviewer) => ({ number: "D", reviewer, scores: weak })),
    ...interview("G", 90),
  ]);
  const absent = await numberOf(cohort, "interview", "H");
  await must(markAbsent(db, first, { ...stage, evaluationNumber: absent, absent: true, reason: "연락 없이 불참" }));
  await must(closeStage(db, first, stage));
  await must(approveStage(db, second, stage));
  const { runId } = await must(runSelection(db, first, { cohortId, kind: "official", now: today }));
  await must(approveSelection(db, second, { cohortId, runId, now: today }));
  await must(publishDecisions(db, first, { cohortId, now: today }));
  return cohort;
}

async function asPerson({ idOf }: SmallCohort, number: string, of = number) {
  const { applicantId } = await db
    .selectFrom("application")
    .select("applicantId")
    .where("id", "=", idOf(number))
    .executeTakeFirstOrThrow();
  const cookie = (await startSession(applicantId)).split(";")[0] ?? "";
  const args = route(get("/my", { cookie }), { applicationId: idOf(of) });
  return { ...args, context: { ...args.context, arrivedAt: at("2026-05-10T12:00:00") } };
}

async function ownPage(told: SmallCohort, number: string) {
  const page = await resultPage(await asPerson(told, number));
  return { page, sentences: page.final?.parts.flatMap(({ sentences }) => sentences) ?? [] };
}

let cohort: SmallCohort;
beforeAll(async () => {
  cohort = await aPublishedResult(["stage_totals", "criterion_scores", "total"]);
  await makeDueRecords(db, today);
});

describe("KOREA 7.4: the own result page", () => {
  test("tells the mean without the highest and the lowest total, what it weighs, and each step to the total", async () => {
    const { page, sentences } = await ownPage(cohort, "A");
    expect(page.scores.map(({ label, score }) => [label, score])).toEqual([
      ["서류·포트폴리오 심사", "90.00"],
      ["면접심사", "80.00"],
      ["총점", "85.00"],
    ]);
    expect(sentences).toContain("서류·포트폴리오 심사: 90점에 가중치 50%를 적용하여 45점입니다.");
    expect(sentences).toContain("면접심사: 80점에 가중치 50%를 적용하여 40점입니다.");
  });
});

describe("KOREA 7.5: the own result page", () => {
  test("of somebody below 40 % in one criterion with a high total names the criterion, the points and the line", async () => {
    const { page, sentences } = await ownPage(cohort, "D");
    expect(page.final?.outcome).toBe("not_selected");
    expect(sentences).toContain("면접심사: 84.99점에 가중치 50%를 적용하여 42.495점입니다.");
    expect(sentences.filter((sentence) => sentence.includes("미만"))).toEqual([
      "면접심사 ‘학습 의지와 성실성’ 항목: 9.99점, 최저 기준 10점 미만입니다.",
    ]);
    expect([page.seat, page.reserve]).toEqual([null, null]);
  });

  test("of somebody with a bonus says what was verified and what it added to the total", async () => {
    const { sentences } = await ownPage(cohort, "B");
    expect(sentences.join("\n")).toMatch(/인정된 가점은 \d+점입니다/);
  });
});

describe("KOREA 7.11: the own row's proof", () => {
  test("is there for its owner, and 404 to another applicant of the same cohort who changes the id", async () => {
    expect((await proofFile(await asPerson(cohort, "D"))).status).toBe(200);
    for (const page of [proofFile, resultPage]) {
      await expect(page(await asPerson(cohort, "A", "D"))).rejects.toMatchObject({ status: 404 });
    }
  });
});
