import { mistake, type DefinitionMistake } from "./mistake.ts";
import { pathOf, type Segment } from "./path.ts";

const reservedKeys = new Set(["__proto__", "constructor", "prototype"]);
const deepest = 30;
const mostValues = 200_000;
const longestList = 20_000;

/**
 * What must be refused before anything reads the document: keys that reach into every object, nesting without end
 * (also a circle), and far too many values. Where one of these is found, nothing else is looked at.
 */
export function structureMistakes(json: unknown): readonly DefinitionMistake[] {
  const found: DefinitionMistake[] = [];
  let visited = 0;
  let isTooLarge = false;

  function visit(value: unknown, path: readonly Segment[]): void {
    if (typeof value !== "object" || value === null || isTooLarge) return;
    visited += 1;
    if (path.length > deepest || visited > mostValues || (Array.isArray(value) && value.length > longestList)) {
      isTooLarge = true;
      found.push(tooLarge(path));
      return;
    }
    for (const key of Object.keys(value)) {
      if (!Array.isArray(value) && reservedKeys.has(key)) found.push(reserved([...path, key]));
      else visit(Reflect.get(value, key), [...path, Array.isArray(value) ? Number(key) : key]);
    }
  }

  visit(json, []);
  return found;
}

function tooLarge(path: readonly Segment[]): DefinitionMistake {
  return mistake(
    pathOf(path),
    "너무 깊거나 너무 큰 문서입니다. 정의 파일이 맞는지 확인하여 주십시오.",
    "The document is nested too deeply or too large. Check that this is a definition.",
  );
}

function reserved(path: readonly Segment[]): DefinitionMistake {
  return mistake(
    pathOf(path),
    "항목 이름으로 쓸 수 없는 낱말입니다. 다른 이름으로 바꾸거나 지워 주십시오.",
    "This word cannot be a key. Rename or remove it.",
  );
}
