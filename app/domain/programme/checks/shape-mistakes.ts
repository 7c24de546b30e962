import type { z } from "zod";
import { definitionSchema } from "../definition.ts";
import type { LocalText } from "../text.ts";
import type { DefinitionMistake } from "./mistake.ts";
import { pathOf, type Segment } from "./path.ts";
import { oneOf, sentenceOfWord, sentences, tooBig, tooSmall, wrongType } from "./shape-sentence.ts";

type Issue = z.core.$ZodIssue;
type ShapeReport = {
  readonly mistakes: readonly DefinitionMistake[];
  /** Parts of the definition (its top-level keys) that cannot be compared with others. */
  readonly brokenParts: ReadonlySet<string>;
};

/** Everything that the schema alone can see: types, unknown keys, ranges, forms of dates, missing languages. */
export function shapeMistakes(json: unknown): ShapeReport {
  const parsed = definitionSchema.safeParse(json);
  if (parsed.success) return { mistakes: [], brokenParts: new Set() };

  const brokenParts = new Set<string>();
  const mistakes = parsed.error.issues.flatMap((issue) => {
    const [part] = issue.path;
    if (part !== undefined) brokenParts.add(String(part));
    else if (issue.code !== "unrecognized_keys") brokenParts.add("*");
    return mistakesOf(issue, json);
  });
  return { mistakes, brokenParts };
}

function mistakesOf(issue: Issue, json: unknown): readonly DefinitionMistake[] {
  const segments = issue.path as readonly Segment[];
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ path: pathOf([...segments, key]), sentence: sentences.unknownKey }));
  }
  const inside = issue.code === "invalid_union" ? likeliestBranch(issue.errors) : [];
  if (inside.length > 0) return inside.flatMap((deeper) => mistakesOf(below(deeper, issue.path), json));
  return [{ path: pathOf(segments), sentence: sentenceOf(issue, segments, json) }];
}

/** Of several allowed shapes the one that the value comes closest to: what is wrong with the others would only confuse. */
function likeliestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const deeper = branches.map((issues) =>
    issues.filter(({ path, code }) => path.length > 0 || code === "unrecognized_keys"),
  );
  const [likeliest] = deeper
    .filter((issues) => issues.some(({ path }) => path.length > 0))
    .toSorted((one, other) => one.length - other.length);
  return likeliest ?? [];
}

function below(issue: Issue, path: readonly PropertyKey[]): Issue {
  return { ...issue, path: [...path, ...issue.path] };
}

function sentenceOf(issue: Issue, segments: readonly Segment[], json: unknown): LocalText {
  const last = segments.at(-1);
  const isMissing = valueAt(json, segments) === undefined;
  if (last === "ko" && (isMissing || issue.message === "blank")) return sentences.missingKorean;
  if (last === "en" && (isMissing || issue.message === "blank")) return sentences.missingEnglish;
  if (isMissing && segments.length > 0) return sentences.missing;
  if (last === "schemaVersion") return sentences.schemaVersion;
  if (last === "showScore" || last === "showRank") return sentences.neverPublic;
  if (issue.code === "invalid_type" && issue.expected === "object" && typeof valueAt(json, segments) === "string") {
    return sentences.textForObject;
  }
  return sentenceOfWord.get(issue.message) ?? sentenceOfCode(issue);
}

function sentenceOfCode(issue: Issue): LocalText {
  if (issue.code === "invalid_type") return wrongType(issue.expected);
  if (issue.code === "invalid_value") return oneOf(issue.values);
  if (issue.code === "too_small") return tooSmall({ ...limitOf(issue), limit: String(issue.minimum) });
  if (issue.code === "too_big") return tooBig({ ...limitOf(issue), limit: String(issue.maximum) });
  if (issue.code === "invalid_format" && issue.format === "email") return sentences.email;
  if (issue.code === "invalid_union" && "options" in issue && Array.isArray(issue.options)) return oneOf(issue.options);
  if (issue.code === "invalid_key") return sentenceOfWord.get("identifier") ?? sentences.shape;
  return sentences.shape;
}

function limitOf(issue: { origin: string; inclusive?: boolean | undefined; exact?: boolean | undefined }) {
  return { origin: issue.origin, inclusive: issue.inclusive ?? true, exact: issue.exact ?? false };
}

function valueAt(json: unknown, segments: readonly Segment[]): unknown {
  return segments.reduce<unknown>((value, segment) => {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, segment)) return undefined;
    return (value as Record<Segment, unknown>)[segment];
  }, json);
}
