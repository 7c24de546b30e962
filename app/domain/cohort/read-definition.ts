import { parseDefinition, type DefinitionMistake } from "#app/domain/programme/check-definition.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { oneLine, quoted } from "#app/domain/programme/checks/mistake.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import { repeatedKeys, type RepeatedKey } from "./repeated-keys.ts";

const LONGEST_TEXT = 2_000_000;

export type ReadDefinition = {
  readonly definition: ProgrammeDefinition;
  /** As it is kept and exported: the text itself, without a byte order mark and with plain line ends. */
  readonly text: string;
};

/** A definition from the text that somebody pasted or uploaded; refuses with every mistake, each with its path. */
export function readDefinition(raw: string): Result<ReadDefinition, readonly DefinitionMistake[]> {
  const text = plainText(raw);
  if (text.trim() === "") return refuse([empty]);
  if (text.length > LONGEST_TEXT) return refuse([tooLong]);
  // A database of text cannot keep this character.
  if (/\\u0000/i.test(text)) return refuse([zeroCharacter]);

  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return refuse([notJson(text, error)]);
  }
  const repeated = repeatedKeys(text);
  if (repeated.length > 0) return refuse(repeated.map(writtenTwice));
  const parsed = parseDefinition(json);
  return parsed.ok ? done({ definition: parsed.value, text }) : parsed;
}

/** Browsers send what stands in a text area with CRLF; the same text must give the same digest. */
export function plainText(raw: string): string {
  return raw.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
}

const whole = "$";

const empty: DefinitionMistake = {
  path: whole,
  sentence: {
    ko: "정의가 비어 있습니다. JSON을 붙여 넣거나 파일을 올려 주십시오.",
    en: "The definition is empty. Paste the JSON or upload a file.",
  },
};

const tooLong: DefinitionMistake = {
  path: whole,
  sentence: {
    ko: "정의가 너무 깁니다. 200만 자 이하로 줄여 주십시오.",
    en: "The definition is too long. Keep it under 2,000,000 characters.",
  },
};

const zeroCharacter: DefinitionMistake = {
  path: whole,
  sentence: {
    ko: "저장할 수 없는 문자(\\u0000)가 있습니다. 지운 뒤 다시 보내 주십시오.",
    en: "There is a character that cannot be stored (\\u0000). Remove it and send again.",
  },
};

/** Of a key written twice only the last value would count, and nobody would be told. */
function writtenTwice({ path, line }: RepeatedKey): DefinitionMistake {
  const key = quoted(path.split(".").at(-1));
  return {
    path: oneLine(path).slice(0, 200),
    sentence: {
      ko: `${key} 항목이 같은 곳에 두 번 적혀 있습니다(${line}번째 줄). 하나만 남겨 주십시오.`,
      en: `${key} is written twice in the same place (line ${line}). Keep one of the two.`,
    },
  };
}

function notJson(text: string, error: unknown): DefinitionMistake {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : "")?.[1];
  const line = position === undefined ? lines(text) : lines(text.slice(0, Number(position)));
  return {
    path: whole,
    sentence: {
      ko: `JSON으로 읽을 수 없습니다. ${line}번째 줄 부근의 쉼표, 따옴표, 괄호를 확인해 주십시오.`,
      en: `This is not JSON. Check commas, quotes and brackets near line ${line}.`,
    },
  };
}

const lines = (text: string): number => text.split("\n").length;
