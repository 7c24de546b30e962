import { describe, expect, test } from "vitest";
import { systemActor } from "#app/domain/access/actor.ts";
import { problemOf } from "#app/domain/application/field-problem.ts";
import { ageStanding } from "#app/domain/programme/birth-window.ts";
import type { AgeRule } from "#app/domain/programme/eligibility.ts";
import { fieldById } from "#app/domain/programme/form.ts";
import { regionsOf } from "#app/domain/programme/region.ts";
import { scoreStage, type ReviewedStageRule } from "#app/domain/selection/stage-score.ts";
import { acceptOffer } from "#app/use-cases/accept-offer.ts";
import { cancelOffer } from "#app/use-cases/cancel-offer.ts";
import { decideAppeal } from "#app/use-cases/decide-appeal.ts";
import { declineOffer } from "#app/use-cases/decline-offer.ts";
import { fileAppeal } from "#app/use-cases/file-appeal.ts";
import { lapseOffers } from "#app/use-cases/lapse-offers.ts";
import { submitApplication } from "#app/use-cases/submit-application.ts";
import { viewApplication } from "#app/use-cases/view-application.ts";
import { withdrawApplication } from "#app/use-cases/withdraw-application.ts";
import { aDefinition, anApplicant, anOpenCohort, aStaffMember } from "#tests/factories/cohort.ts";
import { aReadyDraft } from "#tests/factories/draft.ts";
import { memoryStore } from "#tests/factories/files.ts";
import { aPublishedCohort } from "#tests/factories/published-cohort.ts";
import { aPerson, aRule, scored, seated, select } from "#tests/domain/selection/cohort.ts";
import { sampleDefinition } from "#tests/domain/programme/broken-copy.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { hours, offers, statuses } from "#tests/use-cases/seats/seats.ts";

async function aCohortWithOneSeat() {
  const db = await freshDatabase();
  const cohort = await aPublishedCohort(db, {
    seats: { game: 1 },
    people: [
      { standing: "selected", track: "game" },
      { standing: "reserve", track: "game" },
      { standing: "reserve", track: "game" },
    ],
  });
  const [first, second, third] = cohort.people;
  return { db, cohort, first: first!, second: second!, third: third!, offerId: first!.offerId! };
}

describe("7.1 the deadline", () => {
  test.each([
    ["17:59:59.900 is in, however slow the request was", -100, true],
    ["18:00:00.000 is late, and the draft stays a draft", 0, false],
  ])("%s", async (_what, milliseconds, isIn) => {
    const db = await freshDatabase();
    const cohort = await anOpenCohort(db);
    const { applicationId, applicant } = await aReadyDraft(db, { cohort });
    const arrivedAt = new Date(cohort.closesAt.getTime() + milliseconds);
    const answer = await submitApplication(db, applicant, { applicationId, arrivedAt, now: hours(arrivedAt, 1) });
    expect(answer).toMatchObject(isIn ? { ok: true } : { ok: false, refusal: "window-closed" });
  });
});

describe("7.2 birth dates and service", () => {
  const rule = (name: "ai" | "gcc") =>
    sampleDefinition(name).eligibility.find(({ type }) => type === "age_range") as AgeRule;

  test.each([
    ["1985-03-17", "too_old"],
    ["1985-03-18", "within"],
    ["2007-03-17", "within"],
    ["2007-03-18", "too_young"],
    ["2004-02-29", "within"],
  ])("born %s, the notice of 2025-03-17 says %s", (birthDate, standing) => {
    expect(ageStanding(rule("ai"), { birthDate })).toBe(standing);
  });

  test.each([
    [11, "too_old", "within"],
    [12, "within", "within"],
    [24, "within", "within"],
  ])("%i months of service let in who is too old by two years: %s; by one: %s", (serviceMonths, byTwo, byOne) => {
    expect(ageStanding(rule("gcc"), { birthDate: "1984-01-14", serviceMonths })).toBe(byTwo);
    expect(ageStanding(rule("gcc"), { birthDate: "1984-01-15", serviceMonths })).toBe(byOne);
  });
});

describe("7.3 the same person twice, and again after a withdrawal", () => {
  test("who withdrew before the close applies again under the next number", async () => {
    const db = await freshDatabase();
    const cohort = await anOpenCohort(db);
    const at = { arrivedAt: cohort.now, now: cohort.now };
    const first = await aReadyDraft(db, { cohort });
    const { applicant } = first;
    const one = await submitApplication(db, applicant, { applicationId: first.applicationId, ...at });
    const left = await withdrawApplication(db, applicant, { applicationId: first.applicationId, ...at });
    const again = await aReadyDraft(db, { cohort, applicant });
    const two = await submitApplication(db, applicant, { applicationId: again.applicationId, ...at });
    expect([one.ok, left.ok, two.ok]).toEqual([true, true, true]);
    expect(one.ok && two.ok && one.value.applicationNumber !== two.value.applicationNumber).toBe(true);
  });
});

describe("7.4 reviewers' scores", () => {
  const rule: ReviewedStageRule = {
    id: "interview",
    minimum: "60",
    gate: null,
    criteria: [{ id: "all", max: "100", minPercent: "40" }],
    aggregation: {
      method: "mean",
      level: "review_total",
      trim: { enabledFrom: 5, each: 1 },
      minimumReviews: 3,
      missingScore: "block",
      rounding: { at: "stage_total", scale: 2, mode: "half_up" },
    },
  };
  const scoreOf = (...totals: readonly (string | null)[]) =>
    scoreStage({ rule, reviews: totals.map((all, index) => ({ reviewer: `R${index}`, scores: { all } })) });

  test("of two equal top scores one is dropped; of four reviewers nobody is", () => {
    expect(scoreOf("90", "90", "80", "80", "70").score).toBe("83.33");
    expect(scoreOf("90", "80", "80", "70").score).toBe("80.00");
  });
  test("one score missing gives no total; 87.335 is 87.34", () => {
    expect(scoreOf("90", "80", null).score).toBeNull();
    expect(scoreOf("87.335", "87.335", "87.335").score).toBe("87.34");
  });
});

describe("7.5 minimums and bonus", () => {
  const bonus = { cap: "5", items: ["5", "3", "3"].map((points, index) => ({ id: `b${index}`, points })) };
  const claims = bonus.items.map(({ id }) => id);

  test("39.99 % in one criterion fails a total of 90, and no bonus lifts anybody over a minimum", () => {
    const [stage] = aRule().stages;
    const criteria = [{ id: "will", max: "100", minPercent: "40" }];
    const weak = aPerson("1", "90", { stages: { interview: scored("90", "39.99") }, claims });
    const low = aPerson("2", "59.99", { claims });
    const result = select({ rule: aRule({ bonus, stages: [{ ...stage!, criteria }] }), people: [weak, low] });
    expect(seated(result, "a")).toEqual([]);
  });
  test("5 + 3 + 3 is 5; a claim without proof is nothing", () => {
    const people = [aPerson("1", "80", { claims }), aPerson("2", "80", { claimsAsked: claims, claims: [] })];
    expect(select({ rule: aRule({ bonus }), people }).order.map(({ total }) => total)).toEqual(["85.00", "80.00"]);
  });
});

describe("7.6 ties", () => {
  test("three equals over the last place are for the committee, and nobody is taken by chance", () => {
    const rule = aRule({ tracks: [{ id: "a", seats: 1 }] });
    const people = ["1", "2", "3"].map((number) => aPerson(number, "80"));
    expect(() => seated(select({ rule, people }), "a")).toThrow();
  });
});

describe("7.7 addresses before and after 1 July 2026", () => {
  test.each([
    ["광주광역시", "2026-06-30", true],
    ["전남광주통합특별시", "2026-07-01", true],
    ["전남광주통합특별시", "2026-06-30", false],
  ])("%s on %s: a resident of Gwangju is %s", (sido, day, isResident) => {
    const regions = regionsOf(sampleDefinition("ai"), { sido, sigungu: "북구" }, day);
    expect(regions.includes("gwangju")).toBe(isResident);
  });
});

describe("7.8 the reserve list", () => {
  test("who confirms one minute late has lost the seat, and the next reserve holds it", async () => {
    const { db, cohort, first, offerId } = await aCohortWithOneSeat();
    const arrivedAt = new Date(cohort.respondBy.getTime() + 60_000);
    const late = await acceptOffer(db, first.applicant, { offerId, pledged: true, arrivedAt, now: arrivedAt });
    expect(late).toEqual({ ok: false, refusal: "deadline_passed" });
    await lapseOffers(db, systemActor, { cohortId: cohort.cohortId, now: hours(arrivedAt, 1) });
    expect(await offers(db, cohort)).toEqual(["1:game:lapsed", "2:game:held"]);
  });
});

describe("7.9 cancelled, and upheld after the places are full", () => {
  test("a cancelled seat goes to the first reserve", async () => {
    const { db, cohort, offerId } = await aCohortWithOneSeat();
    const { cohortId, administrator } = cohort;
    const now = hours(cohort.publishedAt, 1);
    expect((await cancelOffer(db, administrator, { cohortId, offerId, reason: 1, now })).ok).toBe(true);
    expect(await offers(db, cohort)).toEqual(["1:game:cancelled", "2:game:held"]);
  });
  test("an appeal upheld when every place is taken takes none from anybody by itself", async () => {
    const { db, cohort, first, third, offerId } = await aCohortWithOneSeat();
    const now = hours(cohort.publishedAt, 1);
    await acceptOffer(db, first.applicant, { offerId, pledged: true, arrivedAt: now, now });
    const wish = { about: "final", ground: "fact", statement: "제출한 서류가 없는 것으로 처리되었습니다.", files: [] };
    const { applicationId } = third;
    const filed = await fileAppeal(db, third.applicant, {
      ...wish,
      applicationId,
      store: memoryStore(),
      arrivedAt: now,
      now,
    });
    if (!filed.ok) throw new Error(JSON.stringify(filed.refusal));
    const decision = { verdict: "upheld", answer: "서류가 확인되었습니다.", minuteNumber: "07", now };
    const { cohortId, administrator } = cohort;
    const { appealId } = filed.value;
    expect(await decideAppeal(db, administrator, { cohortId, appealId, ...decision })).toMatchObject({ ok: true });
    expect(await statuses(db, cohort)).toEqual(["accepted", "reserved", "reserved"]);
    expect(await offers(db, cohort)).toEqual(["1:game:accepted"]);
  });
});

describe("7.10 what must not be written", () => {
  const definition = aDefinition();

  test.each(["제 번호는 000131-3123456 입니다.", "제 번호는 0001313123456 입니다."])(
    "a resident registration number in a text box is refused: %s",
    (typed) => {
      const essay = `${typed} ${"가상의 글입니다. ".repeat(40)}`;
      const field = fieldById(definition, "q1")!;
      const problem = (q1: string) => problemOf({ definition, field, answers: { q1 }, today: "2026-11-25" });
      for (const written of [essay, essay.normalize("NFD")]) {
        expect(problem(written)?.problem).toBe("residentNumber");
      }
    },
  );
});

describe("7.11 somebody else's record is not there", () => {
  test("for another applicant, and for the staff of another academy", async () => {
    const { db, cohort, first, offerId } = await aCohortWithOneSeat();
    const now = hours(cohort.publishedAt, 1);
    const { cohortId } = cohort;
    const other = await anOpenCohort(db);
    const staff = await aStaffMember(db, { role: "administrator", academyId: other.academyId });
    const refused = { ok: false, refusal: "not-yours" };
    expect(await declineOffer(db, await anApplicant(db), { offerId, arrivedAt: now, now })).toEqual(refused);
    expect(await viewApplication(db, staff, { cohortId, applicationId: first.applicationId, now })).toEqual(refused);
  });
});
