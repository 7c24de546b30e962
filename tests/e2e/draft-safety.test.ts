import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { startPortal, type Portal } from "#tests/support/portal.ts";
import { aWriter, cloud, desk, keptIn, mist, needle, noScripts, phone } from "./steps/writer.ts";

let portal: Portal;
test.beforeAll(async () => {
  portal = await startPortal();
});
test.afterAll(async () => {
  await portal.stop();
});

for (const [name, options] of [
  ["on a phone", phone],
  ["at a desk", desk],
] as const) {
  test(`a draft is saved on leaving a field and goes on at another device (${name})`, async ({ browser }) => {
    const writer = await aWriter(portal, browser, options);
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
    const writer = await aWriter(portal, browser, options);
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
  const writer = await aWriter(portal, browser, noScripts);
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
  const writer = await aWriter(portal, browser, phone);
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
  const writer = await aWriter(portal, browser, phone);
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
  const writer = await aWriter(portal, browser, phone);
  const { page } = writer;
  const context = page.context();
  await page.route(/\.data/, (route) => route.abort());
  await writer.q1.fill(cloud);
  await writer.q1.blur();
  await expect(writer.status).toContainText("연결이 끊겼습니다");
  await page.close();
  const other = await writer.again(desk);
  await other.q1.fill(needle);
  await other.act("stay");

  const next = await context.newPage();
  await next.goto(portal.url + writer.essay);
  await expect(next.locator("main textarea[name=q1]")).toHaveValue(needle);
  await next.getByRole("button", { name: "불러오기" }).click();
  await expect(next.locator(".compare")).toContainText("구름");
  expect(await writer.stored()).toBe(needle);
});

test("a reload mid-typing loses nothing", async ({ browser }) => {
  const writer = await aWriter(portal, browser, desk);
  await writer.q1.fill(mist);
  await writer.page.reload();
  await expect(writer.q1).toHaveValue(mist);
  await expect.poll(writer.stored).toBe(mist);
});

test("the back button and a link mid-typing save first", async ({ browser }) => {
  const writer = await aWriter(portal, browser, phone);
  const { page } = writer;
  await page.getByRole("link", { name: "작성 목록으로" }).click();
  await page.locator(`main a[href='${writer.essay}']`).click();
  await writer.q1.fill(cloud);
  await page.goBack();
  await expect(page.locator("h1")).toHaveText("지원서");
  expect(await writer.stored()).toBe(cloud);
  await page.goForward();
  await writer.q1.fill(needle);
  await page.getByRole("link", { name: "작성 목록으로" }).click();
  await expect(page.locator("h1")).toHaveText("지원서");
  expect(await writer.stored()).toBe(needle);
});

test("who goes on while a slow save is still under way is in no conflict with themselves", async ({ browser }) => {
  const writer = await aWriter(portal, browser, phone);
  const { page } = writer;
  const q2 = page.locator("main textarea[name=q2]");
  let isFirst = true;
  await page.route(/sections\/essay\.data/, async (route) => {
    const answer = await route.fetch();
    if (isFirst) await new Promise((resolve) => setTimeout(resolve, 1500));
    isFirst = false;
    await route.fulfill({ response: answer });
  });
  await writer.q1.fill(cloud);
  const sent = page.waitForRequest(/sections\/essay\.data/);
  await writer.q1.blur();
  await sent;
  await q2.fill(needle);
  await page.locator("main button[value=next]").click();
  await expect(page.locator("main input[name=bonusClaims]").first()).toBeVisible();
  expect(await writer.stored()).toBe(cloud);
});
