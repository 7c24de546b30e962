import { mkdirSync, writeFileSync } from "node:fs";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { buildIfStale } from "#app/cli/build-if-stale.ts";
import { findChromium } from "./find-chromium.ts";
import { startSmallPortal } from "./small-portal.ts";

/** Lighthouse's mobile run over the pages that matter, on the production build; exits 1 below the goals. */
const runs = 5;
const goals = { performance: 95, accessibility: 100, "best-practices": 100, seo: 100 } as const;
type Category = keyof typeof goals;
const categories = Object.keys(goals) as readonly Category[];
/** Pages with personal data are not for search engines, so only public ones are held to the goal for them. */
const searched: ReadonlySet<string> = new Set(["home", "cohort"]);

buildIfStale();
const { portal, pages, cookies } = await startSmallPortal();
const section = pages.find(({ name }) => name.startsWith("section "))?.name;
const chosen = pages.filter(({ name }) => ["home", "cohort", "published result", section].includes(name));
const browser = await launch({
  chromePath: findChromium(),
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"],
});
const report = [];
try {
  for (const { name, path, as } of chosen) {
    const scores = await scoresOf(portal.url + path, cookies[as]);
    const missed = categories.filter(
      (category) => scores[category] < goals[category] && (category !== "seo" || searched.has(name)),
    );
    report.push({ page: name, path, ...scores, missed });
  }
} finally {
  browser.kill();
  await portal.stop();
}
mkdirSync("build/lighthouse", { recursive: true });
writeFileSync("build/lighthouse/summary.json", `${JSON.stringify(report, null, 2)}\n`);
console.table(report.map(({ missed, path: _path, ...row }) => ({ ...row, missed: missed.join(", ") })));
if (report.some(({ missed }) => missed.length > 0)) process.exitCode = 1;

/** The median of the runs in performance; the other categories do not change from run to run. */
async function scoresOf(address: string, cookie: string | undefined): Promise<Record<Category, number>> {
  const performances: number[] = [];
  const others: Partial<Record<Category, number>> = {};
  for (let run = 0; run < runs; run += 1) {
    const result = await lighthouse(address, {
      port: browser.port,
      output: "json",
      onlyCategories: run === 0 ? [...categories] : ["performance"],
      ...(cookie ? { extraHeaders: { Cookie: cookie } } : {}),
    });
    const found = result?.lhr.categories ?? {};
    for (const [id, { score }] of Object.entries(found)) {
      if (id === "performance") performances.push(Math.round((score ?? 0) * 100));
      else others[id as Category] = Math.round((score ?? 0) * 100);
    }
    for (const audit of run === 0 ? failures(result?.lhr) : []) console.log(`${address}: ${audit}`);
  }
  const performance = performances.toSorted((one, other) => one - other)[Math.floor(performances.length / 2)] ?? 0;
  return { accessibility: 0, "best-practices": 0, seo: 0, ...others, performance };
}

type Lhr = NonNullable<Awaited<ReturnType<typeof lighthouse>>>["lhr"];

/** What keeps a page below the goals, in Lighthouse's words. */
function failures(lhr: Lhr | undefined): readonly string[] {
  if (!lhr) return [];
  const counted = Object.values(lhr.categories).flatMap(({ auditRefs }) =>
    auditRefs.filter(({ weight }) => weight > 0),
  );
  return counted
    .map(({ id }) => lhr.audits[id])
    .flatMap((audit) => (audit && audit.score !== null && audit.score < 0.9 ? [`${audit.id}: ${audit.title}`] : []));
}
