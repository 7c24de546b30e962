import { expect, test } from "@playwright/test";
import { mistakesInHtml, rulesTurnedOff, turnedOff } from "#tests/support/html-validate.ts";
import { startSmallPortal } from "#tests/support/small-portal.ts";

test("the HTML of every page is valid, in both languages", async () => {
  const { portal, pages, cookies: cookieOf } = await startSmallPortal();
  const mistakes: string[] = [];
  for (const language of ["ko", "en"]) {
    for (const { name, path, as } of pages) {
      const cookies = [`language=${language}`, cookieOf[as] ?? ""].join("; ");
      const answer = await fetch(portal.url + path, { headers: { Cookie: cookies } });
      expect(answer.status, name).toBeLessThan(500);
      const found = await mistakesInHtml(await answer.text());
      mistakes.push(...found.map((mistake) => `${name} (${language}): ${mistake}`));
    }
  }
  await portal.stop();
  expect(mistakes).toEqual([]);
});

test("every rule of HTML that is not asked for has a reason", () => {
  expect(rulesTurnedOff().toSorted()).toEqual(Object.keys(turnedOff).toSorted());
});
