import { hash } from "@node-rs/argon2";
import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { paths } from "#app/paths.ts";
import { getApplication } from "#db/queries/applications.ts";
import { anApplicant, anOpenCohort } from "#tests/factories/cohort.ts";
import { aReadyDraft } from "#tests/factories/draft.ts";
import type { Portal } from "#tests/support/portal.ts";
import { aPerson, password } from "./person.ts";

export const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
export const desk: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };
export const noScripts: BrowserContextOptions = { ...phone, javaScriptEnabled: false };

/** Made of words that no sample holds; long enough for the question, so that saving leads on. */
const essayOf = (word: string) => `${word} 아래에서 밤새 쓴 가상의 글입니다. `.repeat(14).trim();
export const [cloud, needle, mist] = ["구름", "바늘", "안개"].map(essayOf) as [string, string, string];

/** Somebody with a draft, at the essay; `again` is the same person at another browser. */
export async function aWriter(portal: Portal, browser: Browser, options: BrowserContextOptions) {
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
    // A page that has just come still asks for what its links lead to.
    await person.page.waitForLoadState("networkidle");
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

/** What this browser keeps of anybody. */
export async function keptIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => Object.keys(localStorage));
}
