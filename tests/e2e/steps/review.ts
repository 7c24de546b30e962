import { expect } from "@playwright/test";
import { paths } from "#app/paths.ts";
import type { Person } from "./person.ts";

type Reviewing = {
  readonly cohortId: string;
  readonly stageKey: string;
  /** Share of each maximum that this reviewer gives somebody, by what is written in the application. */
  readonly percentOf: (text: string) => number;
  readonly looks: boolean;
};

/** Pledge, list of names, and every sheet of the queue, scored and submitted in the browser. Answers how many. */
export async function reviewEverything(
  person: Person,
  { cohortId, stageKey, percentOf, looks }: Reviewing,
): Promise<number> {
  const { page } = person;
  await person.go(paths.review.queue(cohortId, stageKey));
  if (page.url().endsWith("/pledge")) {
    if (looks) await person.look();
    await page.locator("input[name=typedName]").fill((await page.locator(".site-header__name").textContent()) ?? "");
    await page.locator("main form button[type=submit]").click();
    await page.waitForURL((url) => !url.pathname.endsWith("/pledge"));
  }
  await person.go(paths.review.conflicts(cohortId, stageKey));
  if (looks) await person.look();
  await page.locator("input[name=none]").check();
  await page.locator("main form button[type=submit]").first().click();
  await page.waitForURL(new RegExp(`/review/cohorts/${cohortId}/${stageKey}$`));
  if (looks) await person.look();

  const hrefs = await page
    .locator("main a[href*='/review/reviews/']")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  const desks = [...new Set(hrefs)];
  for (const [index, desk] of desks.entries()) {
    await person.go(desk);
    if (looks && index === 0) await person.look();
    const percent = percentOf(await page.locator("main").innerText());
    for (const field of await page.locator("main input[name^='score.']").all()) {
      const unit = field.locator("xpath=../*[contains(@class,'field__unit')]");
      const maximum = Number(/\d+/.exec(await unit.innerText())?.[0]);
      expect(maximum).toBeGreaterThan(0);
      await field.fill(String(Math.floor((maximum * percent) / 100)));
    }
    await person.act("submit");
  }
  await person.go(paths.review.queue(cohortId, stageKey));
  return desks.length;
}
