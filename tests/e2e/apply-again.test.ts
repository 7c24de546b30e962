import { expect, test, type Browser, type BrowserContextOptions } from "@playwright/test";
import { formatInstantWithSeconds } from "#app/i18n/format.ts";
import { paths } from "#app/paths.ts";
import { submitApplication } from "#app/use-cases/submit-application.ts";
import { getApplication } from "#db/queries/applications.ts";
import { getCohort } from "#db/queries/cohorts.ts";
import { findSubmission } from "#db/queries/submissions.ts";
import { anApplicant, anOpenCohort, completeAnswers, type OpenCohort } from "#tests/factories/cohort.ts";
import { aReadyDraft } from "#tests/factories/draft.ts";
import { startPortal, type Portal } from "#tests/support/portal.ts";
import { hurried } from "./steps/calendar.ts";
import { applyThroughEveryPage } from "./steps/every-page.ts";
import { pointer } from "./steps/hand.ts";
import { aPerson, complaintsAt } from "./steps/person.ts";
import { checkReceipt } from "./steps/receipt.ts";
import { signInByCookie } from "./steps/sign-in-by-cookie.ts";
import { desk, phone } from "./steps/writer.ts";

let portal: Portal;
test.beforeAll(async () => {
  portal = await startPortal();
});
test.afterAll(async () => {
  await portal.stop();
});

const essayOf = (end: string) => `${"가상의 구름을 그리며 배운 것을 적습니다. ".repeat(12)}${end}`;

type Manner = { readonly language: "ko" | "en"; readonly options: BrowserContextOptions };
const noScripts = { javaScriptEnabled: false };

/** Somebody with everything filled in, signed in. */
async function somebody(browser: Browser, cohort: OpenCohort, { language, options }: Manner) {
  const applicant = await anApplicant(portal.db, { name: "가상두리", language, now: new Date() });
  const answers = { q1: essayOf("처음 쓴 문장입니다.") };
  const { applicationId } = await aReadyDraft(portal.db, { cohort, applicant, answers });
  const person = await aPerson(browser, portal.url, options);
  await signInByCookie(portal, person, applicant);
  const link = (path: string) => person.page.locator(`main a[href="${path}"]`).first();
  const hand = pointer(options.hasTouch === true);
  const receipt = { ...applicant, portal, person, hand, applicationId, definition: cohort.definition };
  return { applicant, applicationId, person, page: person.page, hand, link, receipt };
}

/** The same, handed in a moment ago. */
async function somebodyWhoSubmitted(browser: Browser, cohort: OpenCohort, manner: Manner) {
  const one = await somebody(browser, cohort, manner);
  const now = new Date();
  const { applicant, applicationId } = one;
  const submitted = await submitApplication(portal.db, applicant, { applicationId, arrivedAt: now, now });
  expect(submitted.ok).toBe(true);
  const { applicationNumber } = await getApplication(portal.db, applicationId);
  return { ...one, number: applicationNumber ?? "" };
}

for (const [name, manner] of [
  ["ko, desk", { language: "ko", options: desk }],
  ["en, phone, without scripts", { language: "en", options: { ...phone, ...noScripts } }],
] as const) {
  test(`a change after submitting is a second version: the receipt has both and what differs (${name})`, async ({
    browser,
  }) => {
    const cohort = await anOpenCohort(portal.db, { now: new Date() });
    const one = await somebodyWhoSubmitted(browser, cohort, manner);
    const { applicationId, page, person, hand, link, receipt } = one;
    const first = await findSubmission(portal.db, { applicationId, number: 1 });
    await portal.mailbox.wait(one.applicant.email, one.number);

    await person.go(paths.my.dashboard());
    await hand.press(link(paths.my.receipt(applicationId)));
    await hand.press(page.locator(`main p a[href="${paths.my.application(applicationId)}"]`));
    await hand.press(link(paths.my.section(applicationId, "essay")));
    await hand.write(page.locator("main textarea[name=q1]"), essayOf("나중에 고친 문장입니다."));
    await hand.press(page.locator("main button[value=next]"));
    await expect(page).toHaveURL(new RegExp(`${paths.my.receipt(applicationId)}$`));

    const { number, paper } = await checkReceipt({ ...receipt, language: manner.language, version: 2 });
    expect(number).toBe(one.number);
    expect(paper).toContain(first?.sha256);
    const versions = page.locator("main table tbody tr");
    await expect(versions).toHaveCount(2);
    await expect(versions.first()).toContainText(first?.sha256 ?? "missing");
    await expect(page.locator("#changes dt")).toHaveCount(1);
    await expect(page.locator("#changes del").first()).toContainText("처음 쓴");
    await expect(page.locator("#changes ins").first()).toContainText("나중에 고친");
    await person.leave();
    expect([...complaintsAt(portal.url), ...portal.complaints]).toEqual([]);
  });
}

for (const [name, manner] of [
  ["ko, phone", { language: "ko", options: phone }],
  ["en, desk, without scripts", { language: "en", options: { ...desk, ...noScripts } }],
] as const) {
  test(`who withdraws, asked twice, may apply anew before the close and gets another number (${name})`, async ({
    browser,
  }) => {
    const cohort = await anOpenCohort(portal.db, { now: new Date() });
    const one = await somebodyWhoSubmitted(browser, cohort, manner);
    const { applicant, applicationId, page, person, hand, link, receipt } = one;
    const { slug, definition } = cohort;

    await person.go(paths.my.application(applicationId));
    await hand.press(link(paths.my.withdraw(applicationId)));
    await hand.press(page.locator("main details.confirm-box summary"));
    const confirm = page.locator("main input[name=confirm]");
    await hand.tick(confirm);
    await hand.press(page.locator("main details.confirm-box button[type=submit]"));
    await expect(confirm).toHaveCount(0);
    await expect(page.locator("main [role=status]")).toBeVisible();
    expect((await getApplication(portal.db, applicationId)).status).toBe("withdrawn");
    const told = await portal.mailbox.wait(applicant.email, { ko: "취소", en: "withdrawn" }[manner.language]);
    expect(told.text).toContain(paths.my.withdraw(applicationId));

    await hand.press(link(paths.my.dashboard()));
    await expect(link(paths.my.apply(slug))).toBeVisible();
    const { name: ownName, email } = applicant;
    const answers = completeAnswers(definition, { name: ownName, email, q1: essayOf("새로 쓴 문장입니다.") });
    const anew = await applyThroughEveryPage({
      person,
      hand,
      definition,
      slug,
      answers,
      language: manner.language,
      files: {},
      carrying: "plain",
      look: () => Promise.resolve(),
    });
    const { number } = await checkReceipt({ ...receipt, applicationId: anew, language: manner.language });
    expect(Number(number.slice(-4))).toBe(Number(one.number.slice(-4)) + 1);

    await person.go(paths.my.receipt(applicationId));
    await expect(page.locator("main")).toContainText({ ko: "취소한 지원서", en: "withdrew" }[manner.language]);
    await expect(page.locator("main")).toContainText(one.number);
    await person.leave();
    expect([...complaintsAt(portal.url), ...portal.complaints]).toEqual([]);
  });
}

test("what arrives after the close is told to the millisecond when it arrived and when it was over, and is not taken", async ({
  browser,
}) => {
  const now = new Date();
  const cohort = await anOpenCohort(portal.db, { now, edit: (definition) => hurried(definition, now, 8) });
  const late = [
    { manner: { language: "ko", options: { ...phone, ...noScripts } }, isClosedByWorker: false },
    { manner: { language: "en", options: desk }, isClosedByWorker: true },
  ] as const;
  const people = await Promise.all(late.map(({ manner }) => somebody(browser, cohort, manner)));
  for (const { person, page, hand, applicationId } of people) {
    await person.go(paths.my.submit(applicationId));
    for (const pledge of await page.locator("main input[name=pledge]").all()) await hand.tick(pledge);
  }
  expect(Date.now(), "everybody was ready in time").toBeLessThan(cohort.closesAt.getTime());
  await new Promise((resolve) => setTimeout(resolve, cohort.closesAt.getTime() - Date.now()));

  for (const [index, { page, hand, applicationId }] of people.entries()) {
    const { manner, isClosedByWorker } = late[index]!;
    const phase = async () => (await getCohort(portal.db, cohort.cohortId)).phase;
    if (isClosedByWorker) await expect.poll(phase, { timeout: 60_000 }).toBe("closed");
    await hand.press(page.locator("main form:has(input[name=pledge]) button[type=submit]"));
    const alert = page.locator("main [role=alert]");
    await expect(alert).toContainText({ ko: "마감 뒤에 도착하여", en: "arrived after the deadline" }[manner.language]);
    const [arrivedAt = "", closedAt = ""] = await alert.locator("dd").allTextContents();
    const closing = formatInstantWithSeconds(cohort.closesAt, manner.language);
    expect(closedAt).toBe(closing.replace(/\d\d:\d\d:\d\d/, "$&.000"));
    expect(arrivedAt).toMatch(/\d\d:\d\d:\d\d\.\d{3}/);
    expect(arrivedAt).not.toBe(closedAt);
    await expect(alert).toContainText(cohort.definition.organisation.phone);
    await expect(page.locator("main input[name=pledge]")).toHaveCount(0);
    const { submittedAt, applicationNumber } = await getApplication(portal.db, applicationId);
    expect([submittedAt, applicationNumber]).toEqual([null, null]);
  }
  // The browser itself says that a submission was refused.
  expect(complaintsAt(portal.url).filter((line) => !line.endsWith("status of 409 (Conflict)"))).toEqual([]);
  expect(portal.complaints).toEqual([]);
});
