import type { FormDefinition } from "../form.ts";
import { choiceTypes, keysOfType, neededKeysOfType } from "./field-keys.ts";
import { placedFields, type PlacedField } from "./form-walk.ts";
import { check, duplicates, mistake, quoted, type DefinitionMistake } from "./mistake.ts";

/** What each field must be by itself. */
export const formChecks = [
  check(["form"], noNameTwice),
  check(["form"], function* ({ form }) {
    for (const placed of placedFields(form)) {
      yield* keysFitTheType(placed);
      yield* choicesAreWhole(placed);
      yield* limitsAreInOrder(placed);
      yield* patternCompiles(placed);
    }
  }),
];

function* noNameTwice({ form }: { readonly form: FormDefinition }): Iterable<DefinitionMistake> {
  yield* duplicates(
    form.sections.map(({ id }) => id),
    (index) => `form.sections[${index}].id`,
  );
  const fields = placedFields(form).filter(({ isRow }) => !isRow);
  yield* duplicates(
    fields.map(({ field }) => field.id),
    (index) => `${fields[index]?.path}.id`,
  );
  for (const { field, path } of placedFields(form)) {
    yield* duplicates(
      (field.options ?? []).map(({ value }) => value),
      (index) => `${path}.options[${index}].value`,
    );
    yield* duplicates(
      (field.items ?? []).map(({ id }) => id),
      (index) => `${path}.items[${index}].id`,
    );
  }
}

function* keysFitTheType({ field, path }: PlacedField): Iterable<DefinitionMistake> {
  for (const key of Object.keys(field)) {
    if (keysOfType[field.type].has(key)) continue;
    yield mistake(
      `${path}.${key}`,
      `${quoted(field.type)} 항목에는 쓸 수 없는 설정입니다. 지우거나 항목의 종류를 바꾸어 주십시오.`,
      `A field of type ${quoted(field.type)} has no such setting. Remove it or change the type.`,
    );
  }
  for (const key of neededKeysOfType[field.type] ?? []) {
    if (field[key] !== undefined) continue;
    yield mistake(
      `${path}.${key}`,
      `${quoted(field.type)} 항목에 꼭 필요한 설정이 빠져 있습니다. 적어 주십시오.`,
      `A field of type ${quoted(field.type)} needs this setting. Add it.`,
    );
  }
}

function* choicesAreWhole({ field, path }: PlacedField): Iterable<DefinitionMistake> {
  if (!choiceTypes.has(field.type)) return;
  if (field.options === undefined && field.optionsFrom === undefined) {
    yield mistake(
      `${path}.options`,
      "고를 수 있는 선택지가 없습니다. options나 optionsFrom을 적어 주십시오.",
      "There is nothing to choose from. Add options or optionsFrom.",
    );
  }
  if (field.options !== undefined && field.optionsFrom !== undefined) {
    yield mistake(
      `${path}.optionsFrom`,
      "options와 optionsFrom을 함께 쓸 수 없습니다. 하나를 지워 주십시오.",
      "options and optionsFrom cannot stand together. Remove one.",
    );
  }
}

function* limitsAreInOrder({ field, path }: PlacedField): Iterable<DefinitionMistake> {
  if (field.minLength !== undefined && field.maxLength !== undefined && field.minLength > field.maxLength) {
    yield mistake(
      `${path}.minLength`,
      `최소 글자 수 ${field.minLength}자가 최대 글자 수 ${field.maxLength}자보다 큽니다. 둘을 바로잡아 주십시오.`,
      `The shortest length ${field.minLength} is above the longest ${field.maxLength}. Correct the two.`,
    );
  }
  if (field.min !== undefined && field.max !== undefined && field.min > field.max) {
    yield mistake(
      `${path}.min`,
      `최솟값 ${field.min}이(가) 최댓값 ${field.max}보다 큽니다. 둘을 바로잡아 주십시오.`,
      `The minimum ${field.min} is above the maximum ${field.max}. Correct the two.`,
    );
  }
}

function* patternCompiles({ field, path }: PlacedField): Iterable<DefinitionMistake> {
  if (field.pattern === undefined || compiled(field.pattern) !== undefined) return;
  yield mistake(
    `${path}.pattern`,
    "정규식으로 읽을 수 없습니다. 괄호와 특수문자를 확인하여 주십시오.",
    "This is not a regular expression. Check its brackets and special characters.",
  );
}

/** The expression, or undefined where the text is none. */
export function compiled(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern, "u");
  } catch {
    return undefined;
  }
}
