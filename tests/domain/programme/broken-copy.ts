import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { checkDefinition, formatMistake, parseDefinition } from "#app/domain/programme/check-definition.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";

export type SampleName = "ai" | "gcc";
export type Change = (json: unknown) => void;
/** What was broken, how, the path that must be named, words of the reason, and the sample if it is not the first. */
export type BrokenCopy = readonly [name: string, change: Change, path: string, words: RegExp, sample?: SampleName];

type Parent = Record<string | number, unknown>;

const written = {
  ai: readFileSync("db/samples/ai-academy.json", "utf8"),
  gcc: readFileSync("db/samples/gcc-academy.json", "utf8"),
};

export function readSample(name: SampleName): unknown {
  return JSON.parse(written[name]);
}

export function sampleDefinition(name: SampleName): ProgrammeDefinition {
  const parsed = parseDefinition(readSample(name));
  if (!parsed.ok) throw new Error(`The sample ${name} is refused`);
  return parsed.value;
}

/** Every copy is refused with its own path and reason, in both languages, on one line. */
export function refusesEach(copies: readonly BrokenCopy[]): void {
  test.each(copies.map((copy) => ({ name: copy[0], copy })))("$name is refused", ({ copy }) => {
    const [, change, path, words, sample = "ai"] = copy;
    const json = readSample(sample);
    change(json);

    const mistakes = checkDefinition(json);

    expect(mistakes.map((mistake) => mistake.path)).toContain(path);
    const lines = mistakes
      .filter((mistake) => mistake.path === path)
      .map((mistake) => `${formatMistake(mistake, "ko")} / ${formatMistake(mistake, "en")}`);
    expect(lines.join(" ")).toMatch(words);
    expect(lines.join(" ")).toMatch(/[가-힣]/);
    for (const line of lines) expect(line).not.toMatch(/\n|undefined|\[object/);
    expect(mistakes.length).toBeLessThanOrEqual(6);
  });
}

export function set(path: string, value: unknown): Change {
  return (json) => {
    const [parent, key] = parentOf(json, path);
    parent[key] = value;
  };
}

export function remove(path: string): Change {
  return (json) => {
    const [parent, key] = parentOf(json, path);
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else delete parent[key];
  };
}

/** Adds to a list a copy of one of its entries, with some keys changed. */
export function repeat(path: string, changes: object = {}): Change {
  return (json) => {
    const [parent, key] = parentOf(json, path);
    (parent as unknown as unknown[]).push({ ...(structuredClone(parent[key]) as object), ...changes });
  };
}

export function edit(path: string, change: (value: string) => string): Change {
  return (json) => {
    const [parent, key] = parentOf(json, path);
    parent[key] = change(String(parent[key]));
  };
}

export function all(...changes: readonly Change[]): Change {
  return (json) => changes.forEach((change) => change(json));
}

/** Fields and events are found by name: `field:NAME.key`, `event:NAME.key`, `message:EVENT.key`. */
function parentOf(json: unknown, path: string): [Parent, string | number] {
  const segments = segmentsOf(json, path);
  const key = segments.pop()!;
  const parent = segments.reduce<unknown>((value, segment) => (value as Parent)[segment], json);
  return [parent as Parent, key];
}

export function pathTo(sample: SampleName, path: string): string {
  return segmentsOf(readSample(sample), path).reduce<string>(
    (written, segment) =>
      typeof segment === "number" ? `${written}[${segment}]` : written ? `${written}.${segment}` : segment,
    "",
  );
}

function segmentsOf(json: unknown, path: string): (string | number)[] {
  const definition = json as ProgrammeDefinition;
  const [, kind, name, rest] = /^(field|event|message):(\w+)(.*)$/.exec(path) ?? [];
  const tail = [...(rest ?? path).matchAll(/([\w$]+)|\[(\d+)\]/g)].map((match) => match[1] ?? Number(match[2]));
  const typed = tail.map((segment) =>
    typeof segment === "string" && /^\d+$/.test(segment) ? Number(segment) : segment,
  );
  if (kind === "event") {
    return ["calendar", "events", definition.calendar.events.findIndex(({ key }) => key === name), ...typed];
  }
  if (kind === "message") {
    return ["notifications", definition.notifications.findIndex(({ event }) => event === name), ...typed];
  }
  if (kind !== "field") return typed;
  const section = definition.form.sections.findIndex(({ fields }) => fields.some(({ id }) => id === name));
  const field = definition.form.sections[section]!.fields.findIndex(({ id }) => id === name);
  return ["form", "sections", section, "fields", field, ...typed];
}
