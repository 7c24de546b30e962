import { expect, test, type Browser, type BrowserContextOptions } from "@playwright/test";
import { TextWriter, Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from "@zip.js/zip.js";
import { paths } from "#app/paths.ts";
import { aPdf } from "#tests/factories/files.ts";
import { startPortal, type Portal } from "#tests/support/portal.ts";
import { download, linkTo } from "./steps/download.ts";
import { pointer } from "./steps/hand.ts";
import { looksRightIn } from "./steps/looks-right.ts";
import { aPerson, complaintsAt, type Person } from "./steps/person.ts";
import { signInByCookie } from "./steps/sign-in-by-cookie.ts";
import { aToldCohort } from "./steps/told-cohort.ts";
import { desk, phone } from "./steps/writer.ts";

let portal: Portal;
let cohort: Awaited<ReturnType<typeof aToldCohort>>;
let admin: Person;
test.beforeAll(async ({ browser }) => {
  portal = await startPortal();
  cohort = await aToldCohort(portal);
  admin = await aPerson(browser, portal.url, desk);
  await signInByCookie(portal, admin, cohort.first);
});
test.afterAll(async () => {
  await admin.leave();
  await portal.stop();
  expect(portal.complaints).toEqual([]);
  expect(complaintsAt(portal.url)).toEqual([]);
});

type Manner = { readonly language: "ko" | "en"; readonly options: BrowserContextOptions };
const noScripts = { javaScriptEnabled: false };
const statement = "면접 시간이 공고와 다르게 안내되었습니다.";
const answer = "안내 기록을 확인하였고 시간은 공고와 같았습니다.";
const file = { name: "안내문자.pdf", mimeType: "application/pdf", buffer: Buffer.from(aPdf) };

async function as(browser: Browser, number: string, { language, options }: Manner) {
  const person = await aPerson(browser, portal.url, options);
  const actor = await cohort.actorOf(number);
  await signInByCookie(portal, person, { ...actor, language });
  const hand = pointer("hasTouch" in options);
  return { ...person, actor, hand, applicationId: cohort.idOf(number), main: person.page.locator("main") };
}

/** Every pair of size, language and scripts, each with another person. */
const appellants: readonly (readonly [string, string, Manner])[] = [
  ["D", "ko, phone", { language: "ko", options: phone }],
  ["C", "en, phone, without scripts", { language: "en", options: { ...phone, ...noScripts } }],
  ["H", "ko, desk, without scripts", { language: "ko", options: { ...desk, ...noScripts } }],
  ["G", "en, desk", { language: "en", options: desk }],
];

for (const [index, [number, name, manner]] of appellants.entries()) {
  test(`an appeal with its ground and a file gets a number and a day; staff answer, and it is on record who opened it (${name})`, async ({
    browser,
  }) => {
    const { page, go, hand, main, applicationId, actor, leave } = await as(browser, number, manner);
    await go(paths.my.result(applicationId));
    await hand.press(linkTo(page, paths.my.appeals(applicationId)));
    await hand.tick(page.locator("main input[name=ground][value=procedure]"));
    await hand.write(page.locator("main textarea[name=statement]"), statement);
    await page.locator("main input[name=file]").setInputFiles(file);
    await hand.press(page.locator("main button[value=file]"));
    await page.waitForURL(/done=/);
    const filed = await portal.db
      .selectFrom("appeal")
      .selectAll()
      .where("applicationId", "=", applicationId)
      .executeTakeFirstOrThrow();
    expect(filed.number).toBe(index + 1);
    const [year = "", month = "", day = ""] = filed.answerBy.split("-");
    const dayText = { ko: `${year}. ${Number(month)}. ${Number(day)}.`, en: year }[manner.language];
    for (const words of [dayText, statement, file.name]) await expect(main).toContainText(words);
    await portal.mailbox.wait(actor.email, "이의신청");

    await admin.go(paths.manage.application(cohort.cohortId, applicationId));
    await admin.go(paths.manage.appeals(cohort.cohortId));
    await admin.page.locator(`main a[href*="open=${filed.id}"]`).click();
    await admin.page.locator("main input[name=verdict][value=dismissed]").check();
    await admin.page.locator("main textarea[name=answer]").fill(answer);
    await admin.page.locator("main input[name=minuteNumber]").fill("가상-회의록-07");
    await admin.act("decide");
    await expect(admin.page.locator("main")).toContainText("기각");

    await go(paths.my.appeals(applicationId));
    await expect(main).toContainText(answer);
    await expect(main).not.toContainText("가상-회의록-07");
    await go(paths.my.access(applicationId));
    const rows = page.locator("main tbody tr");
    await expect(rows).toHaveCount(2);
    const [newest, before] = { ko: ["이의신청을", "지원서를"], en: ["an appeal", "the application"] }[manner.language];
    await expect(rows.first()).toContainText(newest ?? "");
    await expect(rows.last()).toContainText(before ?? "");
    for (const row of await rows.all()) await expect(row).not.toContainText(cohort.first.name);

    await go(paths.my.data());
    const archive = await download(page, () => hand.press(linkTo(page, paths.my.dataArchive())));
    const kept = await opened(archive.bytes);
    expect(Buffer.from((await kept.bytesOf(file.name)) ?? []).equals(file.buffer)).toBe(true);
    for (const words of [answer, actor.email, statement]) expect(kept.data).toContain(words);
    await leave();
  });
}

for (const [number, name, manner] of appellants.slice(0, 2)) {
  test(`a consent that was a choice is taken back, asked twice, and the required ones stay (${name})`, async ({
    browser,
  }) => {
    const { page, go, act, applicationId, leave } = await as(browser, number, manner);
    await go(paths.my.consents(applicationId));
    await expect(page.locator("button[value=withdraw]")).toHaveCount(1);
    await expect(page.locator("button[value=withdraw]")).toBeHidden();
    await act("withdraw");
    await expect(page).toHaveURL(/done=withdraw/);
    await expect(page.locator("button[value=withdraw]")).toHaveCount(0);
    const standing = await portal.db
      .selectFrom("consent")
      .select("consentKey")
      .where("applicationId", "=", applicationId)
      .where("withdrawnAt", "is", null)
      .orderBy("consentKey")
      .execute();
    expect(standing.map(({ consentKey }) => consentKey)).toEqual(["collect", "thirdParty", "truth"]);
    await leave();
  });
}

test("KOREA 7.13: every page after the result, each box of it open, is without barrier and fits 320 pixels, in both languages", async ({
  browser,
}) => {
  const { my } = paths;
  const seen: readonly (readonly [string, readonly string[]])[] = [
    ["A", [my.result(cohort.idOf("A")), my.afterSelection(cohort.idOf("A")), my.data()]],
    ["C", [my.result(cohort.idOf("C")), paths.results(cohort.slug)]],
    ["D", [my.result, my.appeals, my.access].map((path) => path(cohort.idOf("D")))],
  ];
  const person = await aPerson(browser, portal.url, { viewport: { width: 360, height: 740 } });
  for (const [number, addresses] of seen) {
    const actor = await cohort.actorOf(number);
    for (const language of ["ko", "en"] as const) {
      await signInByCookie(portal, person, { ...actor, language });
      for (const address of addresses) {
        await person.go(address);
        const closed = person.page.locator("main details:not([open]) > summary");
        while ((await closed.count()) > 0) await closed.first().click();
        await looksRightIn(person.page, language);
      }
    }
  }
  await person.leave();
});

async function opened(zip: Uint8Array) {
  const entries = await new ZipReader(new Uint8ArrayReader(zip)).getEntries();
  const files = entries.filter((entry) => !entry.directory);
  const find = (ending: string) => files.find(({ filename }) => filename.endsWith(ending));
  return {
    data: (await find("data.json")?.getData(new TextWriter())) ?? "",
    bytesOf: async (ending: string) => find(ending)?.getData(new Uint8ArrayWriter()),
  };
}
