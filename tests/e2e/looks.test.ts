import { expect, test } from "@playwright/test";
import { startSmallPortal } from "#tests/support/small-portal.ts";
import { looksRight } from "./steps/looks-right.ts";
import { aPerson, complaintsAt } from "./steps/person.ts";

test("KOREA 7.13: every listed page is fit to be used: axe, high contrast, 200 % zoom, both languages", async ({
  browser,
}) => {
  test.setTimeout(600_000);
  const { portal, pages, cookies } = await startSmallPortal();
  for (const as of ["nobody", "applicant"] as const) {
    const person = await aPerson(browser, portal.url, { viewport: { width: 360, height: 740 } });
    const [name = "", value = ""] = cookies[as]?.split("=") ?? [];
    if (name) await person.page.context().addCookies([{ name, value, url: portal.url }]);
    for (const page of pages.filter((each) => each.as === as)) {
      await person.page.goto(portal.url + page.path);
      await looksRight(person.page);
    }
    await person.leave();
  }
  await portal.stop();
  expect(complaintsAt(portal.url).filter((line) => !/status of 4\d\d/.test(line))).toEqual([]);
});
