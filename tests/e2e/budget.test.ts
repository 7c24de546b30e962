import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { pageWeights } from "#tests/support/page-weight.ts";

type Budget = { readonly pages: string; readonly scripts: number; readonly styles: number };

const budget = JSON.parse(readFileSync("tests/budget.json", "utf8")) as Budget;

test("no page of visitors and applicants weighs more than its budget", () => {
  const pages = pageWeights(new RegExp(budget.pages));
  for (const { route, scripts, texts, styles } of pages)
    console.log(`${kB(scripts)} scripts (${kB(texts)} texts) ${kB(styles)} styles  ${route}`);
  expect(pages.length).toBeGreaterThan(20);
  expect(pages.filter(({ scripts }) => scripts > budget.scripts).map(({ route }) => route)).toEqual([]);
  expect(pages.filter(({ styles }) => styles > budget.styles).map(({ route }) => route)).toEqual([]);
});

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1).padStart(6)} kB`;
}
