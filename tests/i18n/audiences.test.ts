import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import type { RouteConfigEntry } from "@remix-run/route-config";
import { describe, expect, test } from "vitest";
import { areas, audiences, type Audience } from "#app/i18n/areas.ts";
import { koreanForApplicant } from "#app/i18n/resources-ko-applicant.ts";
import { koreanForApplication } from "#app/i18n/resources-ko-application.ts";
import { koreanForEverybody } from "#app/i18n/resources-ko-everybody.ts";
import { koreanForHanding } from "#app/i18n/resources-ko-handing.ts";
import { koreanForOutcome } from "#app/i18n/resources-ko-outcome.ts";
import { koreanForRights } from "#app/i18n/resources-ko-rights.ts";
import { koreanForStaff } from "#app/i18n/resources-ko-staff.ts";
import { koreanForVisitor } from "#app/i18n/resources-ko-visitor.ts";
import siteMap from "#app/routes.ts";

const texts: Readonly<Record<Audience, object>> = {
  everybody: koreanForEverybody,
  visitor: koreanForVisitor,
  applicant: koreanForApplicant,
  application: koreanForApplication,
  handing: koreanForHanding,
  outcome: koreanForOutcome,
  rights: koreanForRights,
  staff: koreanForStaff,
};

const pages = pagesOf(await siteMap, ["everybody"]);

describe("the texts that travel", () => {
  test.each(pages)("$file has every text that it and its parts ask for", ({ file, has: groups }) => {
    const missing = [...partsOf(join("app", file))].flatMap((part) =>
      keysIn(withoutComments(readFileSync(part, "utf8")))
        .filter((key) => !groups.some((group) => has(texts[group], key)))
        .map((key) => `${part}: ${key}`),
    );
    expect(missing).toEqual([]);
  });

  test("never are those of printed papers", () => {
    expect(audiences.flatMap((audience) => Object.keys(texts[audience]))).not.toContain("print");
  });
});

type Page = { readonly file: string; readonly has: readonly Audience[] };

/** Every page of the site map with the audiences whose texts enclose it; staff have everybody's. */
function pagesOf(entries: readonly RouteConfigEntry[], around: readonly Audience[]): readonly Page[] {
  return entries.flatMap(({ file, children = [] }) => {
    const named = audiences.find((audience) => file === `routes/texts/${audience}.tsx`);
    const has = named === "staff" ? audiences : named ? [...around, named] : around;
    const own = file.endsWith(".tsx") && !named ? [{ file, has }] : [];
    return [...own, ...pagesOf(children, has)];
  });
}

/** A page's file and what it imports for the browser, from file to file. */
function partsOf(file: string, known: Set<string> = new Set()): ReadonlySet<string> {
  const isOurs = existsSync(file) && !/\.server\.tsx?$|\.json$|^(db|app\/use-cases|app\/i18n)\//.test(file);
  if (known.has(file) || !isOurs) return known;
  known.add(file);
  const imports = readFileSync(file, "utf8").matchAll(/^import (?!type )[^;]*?from "([#.][^"]+)"/gms);
  for (const [, from = ""] of imports) {
    partsOf(from.startsWith("#") ? from.slice(1) : normalize(join(dirname(file), from)), known);
  }
  return known;
}

function withoutComments(source: string): string {
  return source.replaceAll(/\/\*.*?\*\//gs, "").replaceAll(/^\s*\/\/.*$/gm, "");
}

/** Keys that are written out, and the part before the first value of those that are put together. */
function keysIn(source: string): readonly string[] {
  const written = [...source.matchAll(/["'`]([a-z]+:[a-zA-Z]\w*(?:\.\w+)*)(\.?(?:["'`?]|\$\{))/g)].filter(
    ([, key = "", after = ""]) => key.includes(".") || after === ".${",
  );
  return written.map(([, key = ""]) => key).filter((key) => areas.some((area) => key.startsWith(`${area}:`)));
}

function has(texts: object, key: string): boolean {
  const steps = key.split(/[:.]/);
  const last = steps.pop() ?? "";
  const place = steps.reduce<object | undefined>((tree, step) => partOf(tree, step) as object | undefined, texts);
  return ["", "_other"].some((form) => partOf(place, last + form) !== undefined);
}

function partOf(tree: object | undefined, step: string): unknown {
  return Object.entries(tree ?? {}).find(([name]) => name === step)?.[1];
}
