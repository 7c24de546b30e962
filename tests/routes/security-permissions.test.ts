import {
  cookieFor,
  importedStage,
  parameters,
  people,
  versionFile,
  type Who,
} from "#tests/routes/security-everybody.ts";
import { describe, expect, test } from "vitest";
import routes from "#app/routes.ts";
import { get, post, route } from "#tests/routes/account/request.ts";

/** Who may look, and what everybody else is told. A role that lacks the page: 403; somebody else's record: 404. */
type Rule = { readonly may: readonly Who[]; readonly hidden: readonly Who[] };
const everybody: Rule = { may: people, hidden: [] };
const rules: readonly (readonly [RegExp, Rule])[] = [
  [/^my$|^my\/cohorts|^my\/data/, { may: ["applicant", "otherApplicant"], hidden: [] }],
  [/^my\/applications/, { may: ["applicant"], hidden: ["otherApplicant"] }],
  [/^review$/, { may: ["reviewer", "otherReviewer"], hidden: [] }],
  [/^review\//, { may: ["reviewer"], hidden: ["otherReviewer"] }],
  [
    /^manage\/cohorts\/:cohortId\/definition\/:file/,
    { may: ["administrator", "auditor"], hidden: ["otherAdministrator", "otherAuditor"] },
  ],
  [/^manage\/cohorts\/:cohortId/, { may: ["administrator"], hidden: ["otherAdministrator"] }],
  [/^manage/, { may: ["administrator", "otherAdministrator"], hidden: [] }],
  [/^audit\/cohorts/, { may: ["administrator", "auditor"], hidden: ["otherAdministrator", "otherAuditor"] }],
  [/^audit/, { may: ["administrator", "otherAdministrator", "auditor", "otherAuditor"], hidden: [] }],
  [/^files/, { may: ["applicant", "administrator", "reviewer"], hidden: people.filter((who) => who !== "anonymous") }],
];

type Handler = (args: ReturnType<typeof route>) => unknown;
type Page = {
  readonly path: string;
  readonly file: string;
  readonly rule: Rule;
  readonly params: Record<string, string>;
  readonly loader: Handler | undefined;
  readonly action: Handler | undefined;
};

const pages = await everyPage(await routes, "", undefined);

async function everyPage(entries: Awaited<typeof routes>, above: string, area: string | undefined): Promise<Page[]> {
  const found: Page[] = [];
  for (const { path, file, children = [] } of entries) {
    const here = [above, path].filter(Boolean).join("/");
    const module = (await import(/* @vite-ignore */ new URL(`../../app/${file}`, import.meta.url).href)) as {
      loader?: Handler;
      action?: Handler;
    };
    const ruled = here === "" && children.length > 0 ? area || areaOf(file) : here;
    // What only fetches words has nothing to guard.
    const isOpen = file.startsWith("routes/texts/");
    const rule = (isOpen ? undefined : rules.find(([pattern]) => pattern.test(ruled))?.[1]) ?? everybody;
    found.push({ path: here, file, rule, params: paramsOf(here), loader: module.loader, action: module.action });
    found.push(...(await everyPage(children, here, ruled)));
  }
  return found;
}

/** A layout without a path of its own guards what is under it. */
function areaOf(file: string): string {
  const areas: Record<string, string> = {
    applicant: "my",
    reviewer: "review",
    administrator: "manage",
    auditor: "audit",
  };
  return areas[/^routes\/(\w+)\//.exec(file)?.[1] ?? ""] ?? "";
}

function paramsOf(path: string): Record<string, string> {
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name = ""]) => name);
  const values = Object.fromEntries(names.map((name) => [name, parameters[name] ?? "x"]));
  if (names.includes("file")) values.file = path.includes("definition") ? versionFile : "input.json";
  if (path.includes("/scores")) values.stageKey = importedStage;
  return values;
}

async function outcomeOf(handler: Handler, page: Page, request: Request): Promise<string> {
  try {
    return told(await handler(route(request, page.params)));
  } catch (thrown) {
    if (thrown instanceof Response || isData(thrown)) return told(thrown);
    return `fault: ${String(thrown)}`;
  }
}

function isData(thrown: unknown): boolean {
  return typeof thrown === "object" && thrown !== null && "init" in thrown;
}

function told(answer: unknown): string {
  if (answer instanceof Response) {
    const location = answer.headers.get("Location");
    return location?.startsWith("/sign-in") ? "sign-in" : String(answer.status);
  }
  return String((answer as { init?: { status?: number } | null } | null)?.init?.status ?? 200);
}

function expected({ rule }: Page, who: Who): string | undefined {
  if (rule.may.includes(who)) return undefined;
  if (who === "anonymous") return "sign-in";
  return rule.hidden.includes(who) ? "404" : "403";
}

/** Links whose token is wrong; what is not there (yet), also for its owner; and what no address leads to. */
const notThere = /mail\/:name|^\*|^my\/.*(certificate\.pdf|calendar\.ics|proof\.json)|:attachmentId/;
const fine = (page: Page): readonly string[] =>
  /:token/.test(page.path) ? ["410"] : notThere.test(page.path) ? ["404"] : ["200", "302"];

/** A form that answers with the typed text and asks to sign in again, so that nothing is lost. */
const keepsTyped = "my/applications/:applicationId/sections/:sectionId";

const loading = pages.filter(({ loader }) => loader);
const acting = pages.filter(({ action, path }) => action && path !== "*");

/** Where an empty form is wrong for everybody: one that only lacks permission. */
const forms: Readonly<Record<string, Record<string, string>>> = {
  "my/applications/:applicationId/result": { intent: "leave" },
  "review/reviews/:reviewId": { intent: "save", revision: "0" },
};
/** What a run holds is shown by its own tests. */
const mayFault = "manage/cohorts/:cohortId/selection/:runId";

test("every address of the site map is walked", () => {
  expect(pages.length).toBeGreaterThan(55);
  expect(acting.length).toBeGreaterThan(25);
  const private_ = pages.filter(({ file }) => /routes\/(applicant|reviewer|administrator|auditor)\//.test(file));
  expect(private_.filter(({ rule }) => rule === everybody).map(({ file }) => file)).toEqual([]);
  expect(private_.filter(({ loader }) => !loader).map(({ file }) => file)).toEqual([]);
});

describe("looking at", () => {
  test.each(loading.map((page) => [page.path || page.file, page] as const))("%s", async (_path, page) => {
    for (const who of people) {
      const request = get(`/${page.path}`, { cookie: cookieFor(who) });
      const outcome = await outcomeOf(page.loader!, page, request);
      const refusal = expected(page, who);
      if (refusal === undefined && page.path === mayFault) continue;
      expect(refusal === undefined ? fine(page) : [refusal], `${who}: ${outcome}`).toContain(outcome);
    }
  });
});

describe("sending a form to", () => {
  test.each(acting.map((page) => [page.path || page.file, page] as const))("%s", async (_path, page) => {
    for (const who of people) {
      const cookie = cookieFor(who);
      const refusal = expected(page, who);
      if (refusal !== undefined) {
        const outcome = await outcomeOf(page.action!, page, post(`/${page.path}`, forms[page.path] ?? {}, { cookie }));
        expect(outcome, who).toBe(refusal === "sign-in" && page.path === keepsTyped ? "401" : refusal);
        continue;
      }
      const url = `http://localhost:3000/${page.path}`;
      const fromNowhere = new Request(url, {
        method: "POST",
        body: new URLSearchParams(),
        headers: { Cookie: cookie },
      });
      for (const request of [fromNowhere, post(`/${page.path}`, {}, { cookie, site: "cross-site" })])
        expect(await outcomeOf(page.action!, page, request), who).toBe("403");
    }
  });
});
