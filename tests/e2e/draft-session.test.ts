import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { startPortal, type Portal } from "#tests/support/portal.ts";
import { password } from "./steps/person.ts";
import { aWriter, cloud, desk, keptIn, noScripts, phone } from "./steps/writer.ts";

let portal: Portal;
test.beforeAll(async () => {
  portal = await startPortal();
});
test.afterAll(async () => {
  await portal.stop();
});

test("KOREA 7.13: a session that ends mid-essay: signing in again leads back to everything typed", async ({
  browser,
}) => {
  const writer = await aWriter(portal, browser, phone);
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
  test(`KOREA 7.13: a session that ends before a save: signing in on that very page saves the text (${name})`, async ({
    browser,
  }) => {
    const writer = await aWriter(portal, browser, options);
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
    const writer = await aWriter(portal, browser, options);
    await writer.q1.fill(cloud);
    await writer.page.locator("header button[value=en]").click();
    await expect(writer.page.locator("html")).toHaveAttribute("lang", "en");
    await expect(writer.q1).toHaveValue(cloud);
    expect(await writer.stored()).toBe(cloud);
  });
}

test("KOREA 7.13: five minutes before the end a dialog asks, holds the focus, and lengthens the session", async ({
  browser,
}) => {
  const writer = await aWriter(portal, browser, phone);
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
  const writer = await aWriter(portal, browser, desk);
  await writer.q1.fill(cloud);
  await writer.page.locator("header form[action='/sign-out'] button").click();
  await writer.page.waitForURL(`${portal.url}/`);
  expect(await writer.stored()).toBe(cloud);
  expect(await keptIn(writer.page)).toEqual([]);
});
