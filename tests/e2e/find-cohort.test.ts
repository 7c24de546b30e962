import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Browser, type BrowserContextOptions } from "@playwright/test";
import { paths } from "#app/paths.ts";
import { anOpenCohort } from "#tests/factories/cohort.ts";
import { startPortal, type Portal } from "#tests/support/portal.ts";

const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
const desk: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };

let portal: Portal;
test.beforeAll(async () => {
  portal = await startPortal();
});
test.afterAll(async () => {
  await portal.stop();
});

async function theNotice(browser: Browser, options: BrowserContextOptions, language = "ko") {
  const { slug } = await anOpenCohort(portal.db, { now: new Date() });
  const context = await browser.newContext(options);
  await context.addCookies([{ name: "language", value: language, url: portal.url }]);
  const page = await context.newPage();
  await page.goto(portal.url + paths.cohort(slug));
  return { context, page };
}

test("on a phone without scripts the whole notice is there, and says when it was made", async ({ browser }) => {
  const { context, page } = await theNotice(browser, { ...phone, javaScriptEnabled: false });

  await expect(page.getByRole("timer")).toContainText("이 화면을 만든 서버 시각");
  const anchors = await page.getByRole("navigation", { name: "이 공고의 차례" }).getByRole("link").all();
  expect(anchors.length).toBeGreaterThanOrEqual(14);
  for (const anchor of anchors) {
    await expect(page.locator((await anchor.getAttribute("href")) ?? "missing")).toBeVisible();
  }
  await context.close();
});

test("the clock ticks by the server and not by the device, whose clock is an hour slow", async ({ browser }) => {
  const { context, page } = await theNotice(browser, desk, "en");
  await page.clock.setFixedTime(Date.now() - 3_600_000);
  await page.reload();

  const clock = page.getByRole("timer").locator("time");
  await expect(page.getByRole("timer")).toContainText("Server time now");
  const shown = async () => Date.parse((await clock.getAttribute("datetime")) ?? "");
  const first = await shown();
  expect(Math.abs(first - Date.now())).toBeLessThan(3_000);
  await expect.poll(shown).toBeGreaterThan(first + 900);
  await context.close();
});

test("the deadline is told in the reader's own zone only where that differs", async ({ browser }) => {
  const abroad = await theNotice(browser, { ...desk, timezoneId: "America/New_York" }, "en");
  await expect(abroad.page.getByText("in your time zone (America/New York)").first()).toBeVisible();
  await abroad.context.close();

  const neighbour = await theNotice(browser, { ...desk, timezoneId: "Asia/Tokyo" }, "en");
  await expect(neighbour.page.getByRole("timer")).toContainText("Server time now");
  await expect(neighbour.page.getByText("in your time zone")).toHaveCount(0);
  await neighbour.context.close();
});

for (const [language, size, options] of [
  ["ko", "a phone", phone],
  ["en", "a desk", desk],
] as const) {
  test(`the notice on ${size} (${language}) has no fault that axe finds and nothing wider than the screen`, async ({
    browser,
  }) => {
    const { context, page } = await theNotice(browser, { ...options, reducedMotion: "reduce" }, language);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))])).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await context.close();
  });
}
