import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { buildIfStale } from "#app/cli/build-if-stale.ts";
import { demoPassword } from "#app/use-cases/demo/demo-accounts.ts";
import { connect } from "#db/connect.ts";
import { findCohortBySlug } from "#db/queries/cohorts.ts";
import { findChromium } from "./find-chromium.ts";
import { freePort } from "./free-port.ts";

/** Makes the pictures of the README from a demo of its own. */
const folder = ".screenshots";
const desktop = { width: 1280, height: 860 };
const phone = { width: 390, height: 844 };

const dataDir = mkdtempSync(join(tmpdir(), "seonbal-pictures-"));
const port = await freePort();
const origin = `http://localhost:${port}`;
const executablePath = findChromium();
buildIfStale();
const portal = spawn(process.execPath, ["--import", "tsx", "app/entry.start.ts"], {
  stdio: "ignore",
  env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), DEMO: "1" },
});
try {
  await answering();
  mkdirSync(folder, { recursive: true });
  await takeAll();
} finally {
  portal.kill("SIGTERM");
  await new Promise((resolve) => portal.once("exit", resolve));
  rmSync(dataDir, { recursive: true, force: true });
}

async function takeAll(): Promise<void> {
  const db = connect(`sqlite:${dataDir}/seonbal.db`);
  const ai = await findCohortBySlug(db, "ai-academy-6");
  const gcc = await findCohortBySlug(db, "gcc-academy-2");
  await db.destroy();
  if (!ai || !gcc) throw new Error("the demo is not there");

  await picture({ name: "cohort", size: desktop }, (page) => page.goto(`${origin}/cohorts/ai-academy-7`));
  await picture({ name: "form-phone", size: phone, as: "new@applicant.example" }, async (page) => {
    await page.goto(`${origin}/my/cohorts/ai-academy-7/apply`);
    await page.locator("main input[type=checkbox]").first().check();
    await page.locator("main form button[type=submit]").first().click();
    await page.waitForURL(/\/applications\//);
    await page.goto(`${page.url()}/sections/essay`);
  });
  await picture({ name: "desk", size: desktop, as: "reviewer01@gcc.example" }, async (page) => {
    await page.goto(`${origin}/review/cohorts/${gcc.id}/document`);
    await page.locator("main a[href*='/review/reviews/']").first().click();
    await page.waitForURL(/\/review\/reviews\//);
  });
  await picture({ name: "stage", size: desktop, as: "admin1@ai.example" }, (page) =>
    page.goto(`${origin}/manage/cohorts/${ai.id}/stages/interview`),
  );
  await picture({ name: "run", size: desktop, as: "admin1@ai.example" }, async (page) => {
    await page.goto(`${origin}/manage/cohorts/${ai.id}/selection`);
    await page.locator("button[value=tryout]").first().click();
    await page.waitForURL(/\/selection\/[0-9a-f-]{36}/);
  });
  await picture({ name: "seats", size: desktop, as: "admin1@gcc.example" }, async (page) => {
    await advance("gcc-academy-2", "published");
    await page.goto(`${origin}/manage/cohorts/${gcc.id}/seats`);
  });
}

type Picture = {
  readonly name: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly as?: string;
};

async function picture({ name, size, as }: Picture, open: (page: Page) => Promise<unknown>): Promise<void> {
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  const page = await browser.newPage({ viewport: size, locale: "ko-KR", timezoneId: "Asia/Seoul" });
  if (as) {
    await page.goto(`${origin}/sign-in`);
    await page.locator("input[name=email]").fill(as);
    await page.locator("input[name=password]").fill(demoPassword);
    await page.locator("main button[type=submit]").first().click();
    await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  }
  await open(page);
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: join(folder, `${name}.png`) });
  console.log(`${folder}/${name}.png`);
  await browser.close();
}

async function advance(slug: string, to: string): Promise<void> {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "app/entry.cli.ts", "demo", "advance", "--cohort", slug, "--to", to],
    {
      stdio: "ignore",
      env: { ...process.env, DATA_DIR: dataDir, DEMO: "1" },
    },
  );
  await new Promise((resolve) => child.once("exit", resolve));
}

async function answering(): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if ((await fetch(`${origin}/health`).catch(() => undefined))?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  throw new Error("the demo did not start");
}
