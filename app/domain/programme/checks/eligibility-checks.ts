import { birthWindow } from "../birth-window.ts";
import type { ProgrammeDefinition } from "../definition.ts";
import type { AgeRule, MilitaryExtension } from "../eligibility.ts";
import { fieldById, fieldsOf, optionsOf } from "../form.ts";
import { check, duplicates, mistake, quoted, unknownName, type DefinitionMistake } from "./mistake.ts";

type WithRules = Pick<ProgrammeDefinition, "eligibility">;

export const eligibilityChecks = [
  check(["eligibility"], function* ({ eligibility }) {
    yield* duplicates(
      eligibility.map(({ id }) => id),
      (index) => `eligibility[${index}].id`,
    );
    for (const [index, rule] of eligibility.entries()) {
      if (rule.type === "age_range") yield* ageIsWhole(rule, `eligibility[${index}]`);
    }
  }),
  check(["eligibility"], onlyPledgesBlock),
  check(["eligibility", "form", "tracks", "bonus"], fieldsExist),
  check(["eligibility", "form", "documents"], extensionsPointSomewhere),
];

function* onlyPledgesBlock({ eligibility }: WithRules): Iterable<DefinitionMistake> {
  for (const [index, rule] of eligibility.entries()) {
    if (rule.type === "pledge" || rule.onFail === "flag_for_human") continue;
    yield mistake(
      `eligibility[${index}].onFail`,
      "자격은 시스템이 표시만 하고 사람이 결정합니다(개인정보 보호법 제37조의2). flag_for_human으로 고쳐 주십시오.",
      "A rule only flags and a person decides (PIPA art. 37-2). Use flag_for_human.",
    );
  }
}

function* ageIsWhole(rule: AgeRule, path: string): Iterable<DefinitionMistake> {
  if (rule.min > rule.max) {
    yield mistake(
      `${path}.min`,
      `최소 연령 ${rule.min}세가 최대 연령 ${rule.max}세보다 많습니다. 둘을 바로잡아 주십시오.`,
      `The minimum age ${rule.min} is above the maximum ${rule.max}. Correct the two.`,
    );
    return;
  }
  const window = birthWindow(rule);
  for (const key of ["bornFrom", "bornTo"] as const) {
    if (rule[key] === window[key]) continue;
    yield mistake(
      `${path}.${key}`,
      `기준일 ${rule.referenceDate}에 만 ${rule.min}~${rule.max}세인 사람의 생년월일과 맞지 않습니다. ${window[key]}로 고쳐 주십시오.`,
      `This does not agree with ages ${rule.min} to ${rule.max} on ${rule.referenceDate}. It must be ${window[key]}.`,
    );
  }
  if (rule.militaryExtension?.enabled === true)
    yield* extensionIsWhole(rule.militaryExtension, `${path}.militaryExtension`);
}

function* extensionIsWhole(extension: MilitaryExtension, path: string): Iterable<DefinitionMistake> {
  for (const key of ["maxYears", "table", "field"] as const) {
    if (extension[key] !== undefined) continue;
    yield mistake(
      `${path}.${key}`,
      "연령 상한 연장을 쓰려면 이 설정이 필요합니다. 적거나 enabled를 false로 고쳐 주십시오.",
      "The extension needs this setting. Add it, or set enabled to false.",
    );
  }
  let before = -1;
  for (const [index, row] of (extension.table ?? []).entries()) {
    const to = row.monthsTo ?? Infinity;
    if (row.monthsFrom <= before || to < row.monthsFrom) {
      yield mistake(
        `${path}.table[${index}].monthsFrom`,
        "복무 개월 구간이 겹치거나 거꾸로입니다. 작은 구간부터 겹치지 않게 적어 주십시오.",
        "The months overlap or run backwards. List them from the smallest, without overlap.",
      );
    }
    before = to;
    if (extension.maxYears !== undefined && row.years > extension.maxYears) {
      yield mistake(
        `${path}.table[${index}].years`,
        `연장 ${row.years}년이 최대 연장 ${extension.maxYears}년보다 깁니다.`,
        `${row.years} years are more than the longest extension of ${extension.maxYears} years.`,
      );
    }
  }
}

type Fields = Pick<ProgrammeDefinition, "eligibility" | "form" | "tracks" | "bonus">;

function* fieldsExist(definition: Fields): Iterable<DefinitionMistake> {
  const ids = fieldsOf(definition).map(({ id }) => id);
  for (const [index, rule] of definition.eligibility.entries()) {
    const path = `eligibility[${index}]`;
    if (rule.type === "lookup") {
      for (const [position, id] of rule.match.entries()) {
        if (!ids.includes(id)) yield unknownName(`${path}.match[${position}]`, id, ids);
      }
    }
    if (rule.type !== "age_range" && rule.type !== "field_in") continue;
    const field = fieldById(definition, rule.field);
    if (field === undefined) {
      yield unknownName(`${path}.field`, rule.field, ids);
      continue;
    }
    if (rule.type === "age_range" && field.type !== "date") yield wrongField(`${path}.field`, rule.field, "date");
    if (rule.type !== "field_in") continue;
    const known = optionsOf(definition, field).map(({ value }) => value);
    for (const [position, value] of rule.allowed.entries()) {
      if (!known.includes(value)) yield unknownName(`${path}.allowed[${position}]`, value, known);
    }
  }
}

function* extensionsPointSomewhere(
  definition: Pick<ProgrammeDefinition, "eligibility" | "form" | "documents">,
): Iterable<DefinitionMistake> {
  const documents = definition.documents.map(({ id }) => id);
  for (const [index, rule] of definition.eligibility.entries()) {
    if (rule.type !== "age_range" || rule.militaryExtension === undefined) continue;
    const { field, proof } = rule.militaryExtension;
    const path = `eligibility[${index}].militaryExtension`;
    if (field !== undefined && fieldById(definition, field)?.type !== "number") {
      yield wrongField(`${path}.field`, field, "number");
    }
    if (proof !== undefined && !documents.includes(proof)) yield unknownName(`${path}.proof`, proof, documents);
  }
}

function wrongField(path: string, fieldId: string, type: string): DefinitionMistake {
  return mistake(
    path,
    `${quoted(fieldId)} 항목이 지원서에 없거나 종류가 ${type}이(가) 아닙니다. 종류가 ${type}인 항목을 적어 주십시오.`,
    `${quoted(fieldId)} is not a field of type ${type}. Name a field of that type.`,
  );
}
