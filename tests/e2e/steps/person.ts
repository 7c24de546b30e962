import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Browser, type BrowserContextOptions, type Page } from "@playwright/test";
import { paths } from "#app/paths.ts";

/** Somebody at a browser of their own. */
export type Person = {
  readonly page: Page;
  readonly go: (path: string) => Promise<void>;
  /** Presses the button of an act by its intent; opens the box that asks twice first. */
  readonly act: (intent: string, within?: string) => Promise<void>;
  /** Axe finds nothing on the page as it stands, in Korean and in English. */
  readonly look: () => Promise<void>;
  readonly signIn: (email: string, password: string) => Promise<void>;
  readonly leave: () => Promise<void>;
};

export const password = "a long enough password";

/** What browsers complained about, of everybody in the journey. */
export const complaints: string[] = [];

/** Those about one portal: files of journeys that run after each other in one process share the list. */
export function complaintsAt(origin: string): readonly string[] {
  return complaints.filter((line) => line.startsWith(origin));
}

export async function aPerson(browser: Browser, origin: string, options: BrowserContextOptions = {}): Promise<Person> {
  const context = await browser.newContext({
    locale: "ko-KR",
    timezoneId: "Asia/Seoul",
    reducedMotion: "reduce",
    ...options,
  });
  const page = await context.newPage();
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
  const hasScripts = options.javaScriptEnabled !== false;

  /** After an act the page asks for its data anew: what it shows then is the state after the act. */
  async function settled(): Promise<void> {
    await page.waitForLoadState(hasScripts ? "networkidle" : "load");
  }

  return {
    page,
    async go(path) {
      const answer = await page.goto(path.startsWith("http") ? path : origin + path);
      expect(answer?.status(), path).toBeLessThan(400);
    },
    async act(intent, within = "main") {
      const form = `${within} form:has(input[name=intent][value="${intent}"]) button[type=submit]`;
      const button = page.locator(`${within} button[name=intent][value="${intent}"], ${form}`).first();
      const box = page
        .locator("details.confirm-box")
        .filter({ has: page.locator(`button[name=intent][value="${intent}"]`) });
      if ((await box.count()) > 0 && (await box.getAttribute("open")) === null) await box.locator("summary").click();
      const answered = page.waitForResponse((response) => response.request().method() === "POST");
      await button.click();
      await answered;
      await settled();
    },
    async look() {
      for (const language of ["ko", "en"] as const) {
        await context.addCookies([{ name: "language", value: language, url: origin }]);
        if (language === "en") await page.reload();
        await expect(page.locator("html")).toHaveAttribute("lang", language);
        await expect(page.locator("h1")).toHaveCount(1);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.map(
            ({ id, nodes }) => `${page.url()} (${language}) ${id}: ${nodes.map(({ html }) => html).join(" | ")}`,
          ),
        ).toEqual([]);
      }
      await context.addCookies([{ name: "language", value: "ko", url: origin }]);
      await page.reload();
    },
    async signIn(email, secret) {
      await page.goto(origin + paths.signIn());
      await page.locator("input[name=email]").fill(email);
      await page.locator("input[name=password]").fill(secret);
      await page.locator("main form button[type=submit]").first().click();
      await page.waitForURL((url) => url.pathname !== paths.signIn());
      await settled();
    },
    async leave() {
      await context.close();
    },
  };
}

/** The address that a message leads to: its last link of our own. */
export function linkIn(text: string, origin: string): string {
  const link = text.match(/https?:\/\/[^\s<>"]+/g)?.findLast((each) => each.startsWith(origin));
  if (!link) throw new Error(`no link of ours in: ${text}`);
  return link;
}
