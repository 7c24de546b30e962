import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { areas } from "#app/i18n/areas.ts";
import { koreanForApplicant } from "#app/i18n/resources-ko-applicant.ts";
import { koreanForEverybody } from "#app/i18n/resources-ko-everybody.ts";
import { koreanForStaff } from "#app/i18n/resources-ko-staff.ts";
import { koreanForVisitor } from "#app/i18n/resources-ko-visitor.ts";

/** Where the pages of an audience are, and the texts that their browsers have. */
const applicants = [koreanForEverybody, koreanForApplicant];
const staffs = [koreanForEverybody, koreanForVisitor, koreanForApplicant, koreanForStaff];
const homes: Readonly<Record<string, readonly object[]>> = {
  "app/components": [koreanForEverybody],
  "app/components/upload": applicants,
  "app/routes/public": [koreanForEverybody, koreanForVisitor],
  "app/routes/account": [koreanForEverybody, koreanForVisitor],
  "app/routes/system": [koreanForEverybody, koreanForVisitor],
  "app/routes/applicant": applicants,
  "app/routes/reviewer": staffs,
  "app/routes/administrator": staffs,
  "app/routes/auditor": staffs,
};

describe("the texts that travel", () => {
  test.each(Object.entries(homes))("%s asks only for texts that its audience has", (folder, texts) => {
    const missing = sourcesIn(folder).flatMap(({ file, source }) =>
      keysIn(source)
        .filter((key) => !texts.some((each) => has(each, key)))
        .map((key) => `${file}: ${key}`),
    );
    expect(missing).toEqual([]);
  });

  test("never are those of printed papers", () => {
    expect(staffs.flatMap((texts) => Object.keys(texts))).not.toContain("print");
  });
});

function sourcesIn(folder: string): readonly { readonly file: string; readonly source: string }[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => join(folder, file))
    .filter((file) => file.endsWith(".tsx") && homeOf(file) === folder)
    .map((file) => ({ file, source: readFileSync(file, "utf8") }));
}

/** The innermost folder of the list that a file is in. */
function homeOf(file: string): string | undefined {
  return Object.keys(homes).findLast((folder) => file.startsWith(`${folder}/`));
}

/** Keys that are written out, and the part before the first value of those that are put together. */
function keysIn(source: string): readonly string[] {
  const written = [...source.matchAll(/["'`]([a-z]+:[a-zA-Z]\w*(?:\.\w+)*)\.?(?:["'`?]|\$\{)/g)].map(
    ([, key = ""]) => key,
  );
  return written.filter((key) => key.includes(".") && areas.some((area) => key.startsWith(`${area}:`)));
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
