import { expect, test } from "@playwright/test";
import { paths } from "#app/paths.ts";
import { brokenInvariants } from "#db/invariants.ts";
import { findActorById } from "#db/queries/actors.ts";
import { findAccountByEmail } from "#db/queries/accounts.ts";
import { findCohortBySlug, getCohort } from "#db/queries/cohorts.ts";
import { aDefinition, completeAnswers } from "#tests/factories/cohort.ts";
import { startPortal, type Portal } from "#tests/support/portal.ts";
import { applyThroughTheForm } from "./steps/apply.ts";
import { hurried } from "./steps/calendar.ts";
import { aPerson, complaintsAt, type Person } from "./steps/person.ts";
import { reviewEverything } from "./steps/review.ts";
import { invite, openAcademy, seatInPanel } from "./steps/staff.ts";
import { othersApply, othersReview, othersScore } from "./steps/seeded.ts";

const seats = { "xr-design": 2, "xr-engineer": 2, game: 4, animation: 2, webtoon: 2 };
const others = { "xr-design": 4, "xr-engineer": 4, game: 8, animation: 4, webtoon: 2 };
/** Who applies through the form, by a word that their essays carry: how good everybody finds them, in percent. */
const marks = { 바늘구름: 96, 조각구름: 92, 안개구름: 86 } as const;

let portal: Portal;
test.beforeAll(async () => {
  portal = await startPortal();
});
test.afterAll(async () => {
  await portal.stop();
});

test("a small cohort goes the whole way, from its definition to a seat filled again", async ({ browser }) => {
  test.setTimeout(900_000);
  const { db, mailbox, url } = portal;
  const admin = await aPerson(browser, url);
  const second = await aPerson(browser, url);
  const reviewers = [
    await aPerson(browser, url, { viewport: { width: 1280, height: 720 } }),
    await aPerson(browser, url),
  ];
  const applicants = [
    {
      person: await aPerson(browser, url),
      email: "one@applicant.example",
      word: "바늘구름",
      name: "가하나",
      looks: false,
    },
    {
      person: await aPerson(browser, url, { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }),
      email: "two@applicant.example",
      word: "조각구름",
      name: "나두리",
      looks: true,
    },
    {
      person: await aPerson(browser, url, { javaScriptEnabled: false }),
      email: "three@applicant.example",
      word: "안개구름",
      name: "다세나",
      looks: false,
    },
  ] as const;

  await test.step("the first administrator opens the academy and invites staff, who are told by mail", async () => {
    await openAcademy(portal, admin);
    await invite(portal, admin, second, { email: "admin2@cloud.example", role: "administrator", name: "담당 두리" });
    await invite(portal, admin, reviewers[0]!, {
      email: "reviewer1@cloud.example",
      role: "reviewer",
      name: "평가 하나",
    });
    await invite(portal, admin, reviewers[1]!, {
      email: "reviewer2@cloud.example",
      role: "reviewer",
      name: "평가 두리",
    });
    await admin.go(paths.manage.people());
    await admin.look();
  });

  const definition = aDefinition({ sample: "gcc-academy", seats, now: new Date() });
  await test.step("a cohort is set up from the sample's definition and opened", async () => {
    await admin.go(paths.manage.newCohort());
    await admin.look();
    await admin.page.locator("textarea[name=definition]").fill(JSON.stringify(definition));
    await admin.act("create");
    await admin.page.waitForURL(/\/manage\/cohorts\/[0-9a-f-]{36}/);
    await admin.look();
    await admin.act("open");
    await admin.look();
  });
  const found = await findCohortBySlug(db, definition.slug);
  const cohortId = found!.id;
  const cohort = { academyId: found!.academyId, cohortId, definitionId: found!.definitionId, definition };

  await othersApply(db, cohort, others);
  const strong: Record<string, number> = {};
  for (const { person, email, word, name, looks } of applicants) {
    await test.step(`${name} applies through the form`, async () => {
      const essay = `${word} 아래에서 배운 것을 적습니다. `.repeat(14).trim();
      const answers = completeAnswers(definition, {
        name,
        email,
        firstChoice: "webtoon",
        secondChoice: "animation",
        q1: essay,
        q2: essay,
        q4: essay,
        phone: "010-0000-1234",
      });
      strong[await applyThroughTheForm(person, { portal, definition, email, answers, looks })] = marks[word];
    });
  }
  expect(Object.keys(strong)).toHaveLength(3);

  await test.step("the calendar is amended with a reason and the portal closes by its own clock", async () => {
    await admin.go(paths.manage.applications(cohortId));
    await admin.look();
    await admin.page.locator("main table a[href*='/applications/']").first().click();
    await admin.page.waitForURL(/\/applications\/[0-9a-f-]{36}/);
    await admin.look();
    await admin.go(paths.manage.definition(cohortId));
    await admin.look();
    await admin.page.locator("textarea[name=definition]").fill(JSON.stringify(hurried(definition, new Date(), 12)));
    await admin.page.locator("textarea[name=reason]").fill("시연 일정을 앞당깁니다.");
    await admin.act("change");
    await expect.poll(async () => (await getCohort(db, cohortId)).phase, { timeout: 60_000 }).toBe("closed");
    await admin.go(paths.manage.cohort(cohortId));
    await admin.look();
  });

  await test.step("claims are verified", async () => {
    await admin.go(paths.manage.applications(cohortId));
    if ((await admin.page.locator("button[value=verifyClaims]").count()) > 0) await admin.act("verifyClaims");
  });

  const inBrowser = await Promise.all(
    ["reviewer1@cloud.example", "reviewer2@cloud.example"].map(
      async (email) => (await findAccountByEmail(db, email))!.id,
    ),
  );
  const percentOf = (text: string) => Object.entries(marks).find(([word]) => text.includes(word))?.[1] ?? 66;
  for (const [stageKey, size] of [
    ["document", 3],
    ["interview", 5],
  ] as const) {
    const isLast = stageKey === "interview";
    await test.step(`${stageKey}: panels, sheets, closing, the second administrator`, async () => {
      if (!isLast) {
        await admin.go(paths.manage.stage(cohortId, stageKey));
        await admin.look();
        await admin.act("open");
      }
      await othersReview(db, cohort, { stageKey, size, besides: ["webtoon"] });
      await seatInPanel(admin, { cohortId, stageKey, reviewerIds: inBrowser });
      for (const [index, reviewer] of reviewers.entries()) {
        await mailbox.wait(`reviewer${index + 1}@cloud.example`, "");
        const sheets = await reviewEverything(reviewer, { cohortId, stageKey, percentOf, looks: index === 0 });
        expect(sheets).toBeGreaterThanOrEqual(3);
      }
      const actors = (await Promise.all(inBrowser.map((id) => findActorById(db, id)))).map((actor) => actor!);
      await othersScore(db, cohort, { stageKey, inBrowser: actors, strong });

      await admin.go(paths.manage.stage(cohortId, stageKey));
      await admin.look();
      await admin.act("close");
      await admin.look();
      await second.go(paths.manage.stage(cohortId, stageKey));
      await second.look();
      await second.act("approve");
      if (isLast) return;
      await admin.go(paths.manage.stage(cohortId, stageKey));
      await admin.look();
      await admin.act("publish");
      for (const { email } of applicants) await mailbox.wait(email, "결과 안내");
    });
  }

  await test.step("the selection runs, the second administrator approves, publishing tells everyone", async () => {
    await admin.go(paths.manage.selection(cohortId));
    await admin.look();
    await admin.act("official");
    await admin.page.waitForURL(/\/selection\/[0-9a-f-]{36}/);
    await admin.look();
    await second.go(new URL(admin.page.url()).pathname);
    await second.look();
    await second.act("approve");
    await admin.go(paths.manage.decisions(cohortId));
    await admin.look();
    await admin.act("publish");
    await admin.look();
    await mailbox.wait("one@applicant.example", "최종 합격");
    await mailbox.wait("two@applicant.example", "최종 합격");
    await mailbox.wait("three@applicant.example", "예비합격");
    await expect
      .poll(async () => mailbox.mails.filter(({ subject }) => subject.includes("최종 합격")).length, {
        timeout: 60_000,
      })
      .toBe(12);
  });

  await test.step("one declines, the first of the reserve list is offered the seat, is told and accepts without scripts", async () => {
    const [one, two, three] = applicants;
    await openResult(one.person);
    await one.person.look();
    await one.person.act("decline");
    await one.person.look();
    await mailbox.wait(one.email, "등록 포기");
    await admin.go(paths.manage.seats(cohortId));
    await admin.look();
    await admin.act("approve");
    await mailbox.wait(three.email, "추가 합격");
    await openResult(three.person);
    await three.person.page.locator("details:has(input[name=pledge]) summary").click();
    await three.person.page.locator("input[name=pledge]").check();
    await three.person.act("accept");
    await mailbox.wait(three.email, "등록이 완료");
    await openResult(two.person);
    await two.person.look();
    await two.person.page.locator("details:has(input[name=pledge]) summary").click();
    await two.person.page.locator("input[name=pledge]").check();
    await two.person.act("accept");
    await mailbox.wait(two.email, "등록이 완료");
    for (const path of [
      paths.manage.seats(cohortId),
      paths.manage.messages(cohortId),
      paths.manage.auditLog(cohortId),
      paths.manage.home(),
    ]) {
      await admin.go(path);
      await admin.look();
    }
    await one.person.go(paths.results(definition.slug));
    await one.person.look();
  });

  expect(await brokenInvariants(db)).toEqual([]);
  expect(complaintsAt(portal.url)).toEqual([]);
  expect(portal.complaints).toEqual([]);
});

async function openResult(person: Person): Promise<void> {
  await person.go(paths.my.dashboard());
  const href = await person.page.locator("main a[href$='/result']").first().getAttribute("href");
  await person.go(href ?? "");
}
