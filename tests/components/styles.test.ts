import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const folder = "app/styles";
const sheets = readdirSync(folder).filter((file) => file !== "fonts.css");
const css = sheets.map((file) => readFileSync(join(folder, file), "utf8")).join("\n");
const tokens = new Map(
  [
    ...readFileSync(join(folder, "tokens.css"), "utf8")
      .split("@media")[0]!
      .matchAll(/--([\w-]+):\s*([^;]+);/g),
  ].map(([, name = "", value = ""]) => [name, value]),
);

test("the style sheets stay small enough for a phone on a train", () => {
  const bytes = sheets.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
  expect(bytes).toBeLessThan(40_000);
});

test("every variable that a style uses is defined", () => {
  const used = [...css.matchAll(/var\(--([\w-]+)\)/g)].map(([, name = ""]) => name);
  expect(used.filter((name) => !tokens.has(name))).toEqual([]);
});

describe("text can be read", () => {
  const pairs = [
    ["color-text", "color-page"],
    ["color-text-subtle", "color-page"],
    ["color-text-subtle", "color-surface"],
    ["color-text-subtle", "color-control-disabled"],
    ["color-link", "color-page"],
    ["color-link", "color-surface"],
    ["color-link", "color-action-light"],
    ["color-link-strong", "color-action-light-hover"],
    ["color-page", "color-action"],
    ["color-page", "color-danger-text"],
    ["color-danger-text", "color-page"],
    ["color-danger-strong", "color-danger-surface"],
    ["color-neutral-text", "color-neutral-surface"],
    ["color-info-text", "color-info-surface"],
    ["color-success-text", "color-success-surface"],
    ["color-warning-text", "color-warning-surface"],
  ] as const;

  test.each(pairs)("%s on %s", (front, back) => {
    expect(contrast(front, back)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(["color-control", "color-focus", "color-action", "color-danger-line"])("%s is seen on the page", (line) => {
    expect(contrast(line, "color-page")).toBeGreaterThanOrEqual(3);
  });
});

describe("the pages", () => {
  const sources = readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".tsx"))
    .map((file) => ({ file, source: readFileSync(join("app", file), "utf8") }));

  test("carry no inline style, which the security policy would block", () => {
    expect(sources.filter(({ source }) => /\sstyle=/.test(source)).map(({ file }) => file)).toEqual([]);
  });

  test("use only classes of the style sheets", () => {
    const known = new Set([...css.matchAll(/\.([a-z][\w-]*)/g)].map(([, name = ""]) => blockOf(name)));
    const unknown = sources.flatMap(({ file, source }) =>
      [...source.matchAll(/className="([^"]+)"/g)]
        .flatMap(([, names = ""]) => names.split(/\s+/))
        .filter((name) => !known.has(blockOf(name)))
        .map((name) => `${file}: ${name}`),
    );
    expect(unknown).toEqual([]);
  });
});

function blockOf(name: string): string {
  return name.split(/__|--/)[0] ?? name;
}

function contrast(front: string, back: string): number {
  const [light, dark] = [luminance(colorOf(front)), luminance(colorOf(back))].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

function colorOf(token: string): string {
  const value = tokens.get(token) ?? "";
  const [, next] = /^var\(--([\w-]+)\)$/.exec(value) ?? [];
  return next === undefined ? value : colorOf(next);
}

function luminance(color: string): number {
  const digits = color.length === 4 ? color.slice(1).replaceAll(/./g, "$&$&") : color.slice(1);
  const [red = 0, green = 0, blue = 0] = [0, 2, 4]
    .map((start) => Number.parseInt(digits.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
