import { AxeBuilder } from "@axe-core/playwright";
import { hash } from "@node-rs/argon2";
import { expect, test, type Browser, type BrowserContextOptions, type Page } from "@playwright/test";
import { paths } from "#app/paths.ts";
import { getApplication } from "#db/queries/applications.ts";
import { anApplicant, anOpenCohort } from "#tests/factories/cohort.ts";
import { aReadyDraft } from "#tests/factories/draft.ts";
import { startPortal, type Portal } from "#tests/support/portal.ts";
import { aPerson, password } from "./steps/person.ts";

const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
const desk: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };
const noScripts: BrowserContextOptions = { ...phone, javaScriptEnabled: false };

/** Made of words that no sample holds; long enough for the question, so that saving leads on. */
const essayOf = (word: string) => `${word} 아래에서 밤새 쓴 가상의 글입니다. `.repeat(14).trim();
const [cloud, needle, mist] = ["구름", "바늘", "안개"].map(essayOf) as [string, string, string];

let portal: Portal;
test.beforeAll(async () => {
  portal = await startPortal();
});
test.afterAll(async () => {
  await portal.stop();
});

/** Somebody with a draft, at the essay; `again` is the same person at another browser. */
async function aWriter(browser: Browser, options: BrowserContextOptions) {
  const { db, url } = portal;
  const now = new Date();
  const applicant = await anApplicant(db, { now });
  const [passwordHash, emailVerifiedAt] = [await hash(password), now.toISOString()];
  await db
    .updateTable("account")
    .set({ passwordHash, emailVerifiedAt })
    .where("id", "=", applicant.accountId)
    .execute();
  const { applicationId } = await aReadyDraft(db, { cohort: await anOpenCohort(db, { now }), applicant });
  const essay = paths.my.section(applicationId, "essay");

  async function again(device: BrowserContextOptions) {
    const person = await aPerson(browser, url, device);
    await person.signIn(applicant.email, password);
    await person.go(essay);
    const q1 = person.page.locator("main textarea[name=q1]:not([hidden])");
    return { ...person, q1, status: person.page.locator(".draft-status") };
  }
  return {
    ...(await again(options)),
    again,
    essay,
    email: applicant.email,
    stored: async () => (await getApplication(db, applicationId)).answers.q1,
    endSession: async () => {
      const expiresAt = new Date(Date.now() - 1000).toISOString();
      await db.updateTable("session").set({ expiresAt }).where("accountId", "=", applicant.accountId).execute();
    },
  };
}

for (const [name, options] of [
  ["on a phone", phone],
  ["at a desk", desk],
] as const) {
  test(`a draft is saved on leaving a field and goes on at another device (${name})`, async ({ browser }) => {
    const writer = await aWriter(browser, options);
    await writer.q1.fill(cloud);
    await writer.q1.blur();
    await expect(writer.status).toContainText(/\d\d:\d\d:\d\d에 저장했습니다/);
    const other = await writer.again(options === phone ? desk : phone);
    await expect(other.q1).toHaveValue(cloud);
    await other.look();
  });

  test(`two tabs: the later save shows both texts and replaces nothing until somebody chooses (${name})`, async ({
    browser,
  }) => {
    const writer = await aWriter(browser, options);
    const other = await writer.again(options);
    await other.q1.fill(needle);
    await other.act("stay");
    await writer.q1.fill(cloud);
    await writer.q1.blur();
    await expect(writer.status).toContainText("먼저 저장한 내용");
    await expect(writer.q1).toHaveValue(cloud);
    expect(await writer.stored()).toBe(needle);

    await writer.status.getByRole("button").click();
    await expect(writer.page.locator(".compare")).toContainText("구름");
    await expect(writer.page.locator(".compare")).toContainText("바늘");
    await writer.page.locator("input[name='choice.q1'][value=mine]").check();
    await writer.act("choose");
    await expect(writer.q1).toHaveValue(cloud);
    expect(await writer.stored()).toBe(cloud);
  });
}

test("two tabs without scripts: the stored text stays where that is chosen", async ({ browser }) => {
  const writer = await aWriter(browser, noScripts);
  const other = await writer.again(noScripts);
  await other.q1.fill(needle);
  await other.act("stay");
  await writer.q1.fill(cloud);
  await writer.act("next");
  await expect(writer.page.locator(".compare")).toContainText("구름");
  await writer.act("choose");
  await expect(writer.page.locator("#error-summary")).toBeVisible();
  await writer.act("stored");
  await expect(writer.q1).toHaveValue(needle);
  expect(await writer.stored()).toBe(needle);
});

test("the page that compares two texts has no barrier", async ({ browser }) => {
  const writer = await aWriter(browser, phone);
  const other = await writer.again(desk);
  await other.q1.fill(needle);
  await other.act("stay");
  await writer.q1.fill(cloud);
  await writer.act("next");
  const { violations } = await new AxeBuilder({ page: writer.page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test("a connection cut mid-save: the text is kept, said so, and sent when the connection is back", async ({
  browser,
}) => {
  const writer = await aWriter(browser, phone);
  const { page } = writer;
  await page.context().setOffline(true);
  await writer.q1.fill(cloud);
  await page.locator("main button[value=next]").click();
  await expect(writer.status).toContainText("이 기기에 보관하고 있으며");
  await expect(writer.q1).toHaveValue(cloud);
  expect(await writer.stored()).not.toBe(cloud);
  await page.context().setOffline(false);
  await expect(writer.status).toContainText(/\d\d:\d\d:\d\d에 저장했습니다/);
  expect(await writer.stored()).toBe(cloud);
  expect(await keptIn(page)).toEqual([]);
});

test("what could not be sent before the browser closed is offered when the page is opened again", async ({
  browser,
}) => {
  const writer = await aWriter(browser, phone);
  const { page } = writer;
  await page.route(/\.data/, (route) => route.abort());
  await writer.q1.fill(cloud);
  await writer.q1.blur();
  await expect(writer.status).toContainText("연결이 끊겼습니다");
  await page.unroute(/\.data/);
  const other = await writer.again(desk);
  await other.q1.fill(needle);
  await other.act("stay");

  const next = await page.context().newPage();
  await next.goto(portal.url + writer.essay);
  await expect(next.locator("main textarea[name=q1]")).toHaveValue(needle);
  await next.getByRole("button", { name: "불러오기" }).click();
  await expect(next.locator(".compare")).toContainText("구름");
  expect(await writer.stored()).toBe(needle);
});

test("a reload mid-typing loses nothing", async ({ browser }) => {
  const writer = await aWriter(browser, desk);
  await writer.q1.fill(mist);
  await writer.page.reload();
  await expect(writer.q1).toHaveValue(mist);
  await expect.poll(writer.stored).toBe(mist);
});

test("a session that ends mid-essay: signing in again leads back to everything typed", async ({ browser }) => {
  const writer = await aWriter(browser, phone);
  const { page } = writer;
  await writer.endSession();
  await writer.q1.fill(cloud);
  await writer.q1.blur();
  await expect(writer.status).toContainText("로그인이 끝났습니다");
  await writer.status.getByRole("link").click();
  await page.locator("input[name=email]").fill(writer.email);
  await page.locator("input[name=password]").fill(password);
  await page.locator("main form button[type=submit]").first().click();
  await page.waitForURL(`**${writer.essay}`);
  await expect(writer.q1).toHaveValue(cloud);
  await expect.poll(writer.stored).toBe(cloud);
});

for (const [name, options] of [
  ["with scripts", desk],
  ["without scripts", noScripts],
] as const) {
  test(`a session that ends before a save: signing in on that very page saves the text (${name})`, async ({
    browser,
  }) => {
    const writer = await aWriter(browser, options);
    const { page } = writer;
    await writer.endSession();
    await writer.q1.fill(cloud);
    await page.locator("main button[value=next]").click();
    await page.locator("input[name='account.email']").fill(writer.email);
    await page.locator("input[name='account.password']").fill("wrong password");
    await page.locator("main form button[type=submit]").click();
    await expect(page.locator("#error-summary")).toBeVisible();
    await page.locator("input[name='account.email']").fill(writer.email);
    await page.locator("input[name='account.password']").fill(password);
    await page.locator("main form button[type=submit]").click();
    await expect(writer.q1).toHaveValue(cloud);
    expect(await writer.stored()).toBe(cloud);
  });

  test(`a language switch mid-typing saves first, and the page comes back in the other language (${name})`, async ({
    browser,
  }) => {
    const writer = await aWriter(browser, options);
    await writer.q1.fill(cloud);
    await writer.page.locator("header button[value=en]").click();
    await expect(writer.page.locator("html")).toHaveAttribute("lang", "en");
    await expect(writer.q1).toHaveValue(cloud);
    expect(await writer.stored()).toBe(cloud);
  });
}

test("the back button and a link mid-typing save first", async ({ browser }) => {
  const writer = await aWriter(browser, phone);
  const { page } = writer;
  await page.getByRole("link", { name: "작성 목록으로" }).click();
  await page.locator(`main a[href='${writer.essay}']`).click();
  await writer.q1.fill(cloud);
  await page.goBack();
  await expect(page).not.toHaveURL(new RegExp(writer.essay));
  expect(await writer.stored()).toBe(cloud);
  await page.goForward();
  await writer.q1.fill(needle);
  await page.getByRole("link", { name: "작성 목록으로" }).click();
  await expect(page.locator("h1")).toHaveText("지원서");
  expect(await writer.stored()).toBe(needle);
});

test("five minutes before the end a dialog asks, holds the focus, and lengthens the session", async ({ browser }) => {
  const writer = await aWriter(browser, phone);
  const { page } = writer;
  const expiresAt = new Date(Date.now() + 302_000).toISOString();
  const before = portal.db.updateTable("session").set({ expiresAt });
  await before.where("expiresAt", ">", new Date().toISOString()).execute();
  await writer.go(writer.essay);
  const dialog = page.getByRole("dialog", { name: "로그인이 곧 끝납니다." });
  await expect(dialog).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(page.locator(".session-line")).toContainText("유지되며");
  const { secondsLeft } = (await (await page.request.get(`${portal.url}/session`)).json()) as { secondsLeft: number };
  expect(secondsLeft).toBeGreaterThan(43_000);
});

test("signing out saves what is typed and leaves nothing of it in the browser", async ({ browser }) => {
  const writer = await aWriter(browser, desk);
  await writer.q1.fill(cloud);
  await writer.page.locator("header form[action='/sign-out'] button").click();
  await writer.page.waitForURL(`${portal.url}/`);
  expect(await writer.stored()).toBe(cloud);
  expect(await keptIn(writer.page)).toEqual([]);
});

async function keptIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => Object.keys(localStorage));
}
