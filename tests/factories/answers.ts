import type { Answer, Answers } from "#app/domain/application/answers.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { fieldsOf, optionsOf, type FormField } from "#app/domain/programme/form.ts";
import { isShown } from "#app/domain/programme/shown.ts";

/** Answers that leave nothing open: every required field, no bonus claim, nothing sensitive. `undefined` takes one out. */
export function completeAnswers(
  definition: ProgrammeDefinition,
  overrides: Readonly<Record<string, Answer | undefined>> = {},
): Answers {
  const answers: Record<string, Answer> = {};
  for (const field of fieldsOf(definition)) {
    if (field.required && isShown(field, answers)) answers[field.id] = aGoodAnswer(definition, field);
  }
  if (fieldsOf(definition).some(({ id }) => id === "portfolioUrl")) {
    answers.portfolioUrl = "https://portfolio.example/made-up";
  }
  const merged = Object.entries({ ...answers, ...overrides }).filter((entry): entry is [string, Answer] => {
    return entry[1] !== undefined;
  });
  return Object.fromEntries(merged);
}

function aGoodAnswer(definition: ProgrammeDefinition, field: FormField): Answer {
  const known: Readonly<Record<string, Answer>> = {
    name: "가상인",
    birthDate: "2000-01-31",
    phone: "010-0000-1234",
    email: "applicant@people.example",
    employment: "unemployed",
    educationStatus: "graduated",
    nationality: "kr",
    acceptOther: "yes",
    otherTraining: "no",
  };
  if (known[field.id] !== undefined) return known[field.id]!;
  const [first = { value: "" }] = optionsOf(definition, field);
  if (field.type === "radio" || field.type === "select") return first.value;
  if (field.type === "multiselect") return [first.value];
  if (field.type === "checkbox") return "yes";
  if (field.type === "date") return "2020-03-01";
  if (field.type === "number") return String(field.min ?? 0);
  if (field.type === "url") return "https://made-up.example/";
  if (field.type === "address") {
    return {
      zonecode: "61000",
      road: "가상로 12",
      jibun: "",
      detail: "101호",
      sido: "전남광주통합특별시",
      sigungu: "북구",
      bcode: "",
    };
  }
  return "가상의 답변 "
    .repeat(Math.ceil(Math.max(field.minLength ?? 1, 7) / 7))
    .trim()
    .padEnd(field.minLength ?? 0, "다");
}
