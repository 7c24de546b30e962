import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { areasOf, type Audience } from "#app/i18n/areas.ts";

/** Where the pages of an audience are, and whose texts their browsers have. */
const homes: Readonly<Record<string, readonly Audience[]>> = {
  "app/components": ["visitor"],
  "app/routes/public": ["visitor"],
  "app/routes/account": ["visitor"],
  "app/routes/system": ["visitor"],
  "app/routes/applicant": ["visitor", "applicant"],
  "app/routes/reviewer": ["visitor", "applicant", "staff"],
  "app/routes/administrator": ["visitor", "applicant", "staff"],
  "app/routes/auditor": ["visitor", "applicant", "staff"],
};

describe("the texts that travel", () => {
  test.each(Object.entries(homes))("%s asks only for texts that its audience has", (folder, audiences) => {
    const travelling: ReadonlySet<string> = new Set(audiences.flatMap((audience) => areasOf[audience]));
    const missing = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".tsx") && !file.includes(".server."))
      .flatMap((file) => {
        const source = readFileSync(join(folder, file), "utf8");
        const asked = [...source.matchAll(/\b(?:t\(\s*|["'`]?)["'`]([a-z]+):(?:[a-z][\w]*\.)/g)];
        return asked.map(([, area = ""]) => `${file}: ${area}`).filter((each) => isArea(each.split(": ")[1] ?? ""));
      })
      .filter((each) => !travelling.has(each.split(": ")[1] ?? ""));
    expect(missing).toEqual([]);
  });

  test("never are those of printed papers", () => {
    expect(Object.values(areasOf).flat()).not.toContain("print");
  });
});

function isArea(name: string): boolean {
  return [...Object.values(areasOf).flat(), "print"].some((area) => area === name);
}
