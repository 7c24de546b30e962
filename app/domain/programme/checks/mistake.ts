import type { ProgrammeDefinition } from "../definition.ts";
import type { LocalText } from "../text.ts";

/** What is wrong in a definition, where (`stages[0].rubric.criteria[1].max`), why, and what to do. */
export type DefinitionMistake = { readonly path: string; readonly sentence: LocalText };

type Part = keyof ProgrammeDefinition;
type Mistakes = Iterable<DefinitionMistake>;

/** A comparison between parts; it runs once the parts it reads have the right shape. */
export type Check = { readonly reads: readonly Part[]; readonly find: (definition: ProgrammeDefinition) => Mistakes };

export function check<const Read extends Part>(
  reads: readonly Read[],
  find: (definition: Pick<ProgrammeDefinition, Read>) => Mistakes,
): Check {
  return { reads, find };
}

export function mistake(path: string, ko: string, en: string): DefinitionMistake {
  return { path, sentence: { ko, en } };
}

/** A value as it may stand in a one-line sentence: short, without control characters. */
export function quoted(value: unknown): string {
  const written = oneLine(typeof value === "string" ? value : String(value));
  return `‘${written.length > 40 ? `${written.slice(0, 40)}…` : written}’`;
}

export function oneLine(value: string): string {
  return value.replace(/[\p{Cc}\u2028\u2029]+/gu, " ");
}

/** A mistake for every value that stood before; `paths` names where each value stands. */
export function* duplicates(
  values: readonly (string | number | undefined)[],
  paths: (index: number) => string,
): Iterable<DefinitionMistake> {
  const seen = new Set<string | number>();
  for (const [index, value] of values.entries()) {
    if (value === undefined) continue;
    if (seen.has(value)) {
      yield mistake(
        paths(index),
        `${quoted(value)} 값이 앞에서 이미 쓰였습니다. 서로 다른 값을 적어 주십시오.`,
        `${quoted(value)} is used before. Give each its own value.`,
      );
    }
    seen.add(value);
  }
}

/** A mistake for a name that points to nothing; the sentence lists what there is. */
export function unknownName(path: string, name: string, known: Iterable<string>): DefinitionMistake {
  const names = [...known];
  const list = names.length === 0 ? "–" : names.slice(0, 15).join(", ") + (names.length > 15 ? ", …" : "");
  return mistake(
    path,
    `${quoted(name)} 항목이 정의에 없습니다. 있는 것 중에서 적어 주십시오: ${list}`,
    `${quoted(name)} does not exist in the definition. Use one of: ${list}`,
  );
}
