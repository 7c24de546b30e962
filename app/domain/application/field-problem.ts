import { fullYears } from "../programme/birth-window.ts";
import { isDay } from "../programme/day.ts";
import type { FormField, ProgrammeDefinition } from "../programme/definition.ts";
import { optionsOf } from "../programme/form.ts";
import { isAddress, isAnswered, isRows, textOf, type Answer, type Answers } from "./answers.ts";
import { countCharacters } from "./characters.ts";
import { containsResidentNumber } from "./resident-number.ts";

/** What is missing or wrong in one answer; `values` fill its sentence. */
export type FieldProblem = {
  readonly problem:
    | "required"
    | "residentNumber"
    | "tooShort"
    | "tooLong"
    | "tooShortWithoutSpaces"
    | "tooLongWithoutSpaces"
    | "pattern"
    | "notAnEmail"
    | "notALink"
    | "notASecureLink"
    | "notADay"
    | "inFuture"
    | "beforeOther"
    | "tooYoung"
    | "notANumber"
    | "tooSmall"
    | "tooLarge"
    | "notOffered"
    | "sameAsOther"
    | "incompleteAddress"
    | "tooManyRows"
    | "tooManyFiles";
  readonly values?: Readonly<Record<string, string | number>>;
  /** In a repeating group: which row, from 0, and which of its items. */
  readonly row?: number;
  readonly itemId?: string;
};

const LONGEST_EMAIL = 254;
const LONGEST_PATTERNED = 500;

export type Asked = {
  readonly definition: Pick<ProgrammeDefinition, "tracks" | "bonus" | "privacy">;
  readonly field: FormField;
  readonly answers: Answers;
  /** The day in Seoul, YYYY-MM-DD. */
  readonly today: string;
};

/**
 * The first thing wrong with the answer to `field`, or undefined. Whether the field is asked at all (`showIf`, consent)
 * is the caller's question, and so are the rows of a repeating group (`problemsOf`). Limits count characters
 * after NFC, with spaces unless `countSpaces` is false.
 */
export function problemOf({ definition, field, answers, today }: Asked): FieldProblem | undefined {
  const answer = Object.hasOwn(answers, field.id) ? answers[field.id] : undefined;
  if (!isAnswered(answer) || answer === undefined) return field.required ? { problem: "required" } : undefined;
  if (textsOf(answer).some(containsResidentNumber)) return { problem: "residentNumber" };
  if (isRows(answer)) return undefined;
  if (isAddress(answer)) return isWhole(answer) ? undefined : { problem: "incompleteAddress" };
  if (typeof answer !== "string" || field.type === "radio" || field.type === "select") {
    return choiceProblem(definition, field, answers, typeof answer === "string" ? [answer] : answer);
  }
  return lengthProblem(field, answer) ?? typedProblem({ definition, field, answers, today }, answer);
}

/** Every text inside an answer. */
export function textsOf(answer: Answer): readonly string[] {
  if (typeof answer === "string") return [answer];
  if (isRows(answer)) return answer.flatMap((row) => Object.values(row));
  return isAddress(answer) ? Object.values(answer) : answer;
}

function choiceProblem(
  definition: Asked["definition"],
  field: FormField,
  answers: Answers,
  chosen: readonly string[],
): FieldProblem | undefined {
  const offered = new Set(optionsOf(definition, field).map(({ value }) => value));
  if (!chosen.every((value) => offered.has(value))) return { problem: "notOffered" };
  const other = field.differentFrom;
  if (other !== undefined && chosen.includes(textOf(answers, other))) return { problem: "sameAsOther" };
  return undefined;
}

function lengthProblem(field: FormField, answer: string): FieldProblem | undefined {
  const { minLength, maxLength, countSpaces = true } = field;
  const length = countCharacters(answer, field);
  if (maxLength !== undefined && length > maxLength) {
    return {
      problem: countSpaces ? "tooLong" : "tooLongWithoutSpaces",
      values: { max: maxLength, over: length - maxLength },
    };
  }
  if (minLength !== undefined && length < minLength) {
    return {
      problem: countSpaces ? "tooShort" : "tooShortWithoutSpaces",
      values: { min: minLength, short: minLength - length },
    };
  }
  return undefined;
}

function typedProblem(asked: Asked, answer: string): FieldProblem | undefined {
  const { field } = asked;
  if (field.pattern !== undefined && !fits(field.pattern, answer)) return { problem: "pattern" };
  if (field.type === "email" && !isEmail(answer)) return { problem: "notAnEmail" };
  if ((field.type === "url" || field.type === "link") && !isLink(answer)) return { problem: "notALink" };
  if (field.type === "tel" && !/^\+?[\d\s().-]{7,20}$/.test(answer)) return { problem: "pattern" };
  if (field.type === "link" && !isSecureLink(answer)) return { problem: "notASecureLink" };
  if (field.type === "date") return dayProblem(asked, answer);
  return field.type === "number" ? numberProblem(field, answer) : undefined;
}

function dayProblem(
  { definition: { privacy }, field, answers, today }: Asked,
  answer: string,
): FieldProblem | undefined {
  if (!isDay(answer)) return { problem: "notADay" };
  const other = field.notBefore === undefined ? "" : textOf(answers, field.notBefore);
  if (isDay(other) && answer < other) return { problem: "beforeOther" };
  if (field.id !== "birthDate") return undefined;
  if (answer > today) return { problem: "inFuture" };
  if (fullYears(answer, today) < privacy.minimumAge) {
    return { problem: "tooYoung", values: { age: privacy.minimumAge } };
  }
  return undefined;
}

function numberProblem({ min, max }: FormField, answer: string): FieldProblem | undefined {
  if (!/^-?\d{1,9}$/.test(answer)) return { problem: "notANumber" };
  if (min !== undefined && Number(answer) < min) return { problem: "tooSmall", values: { min } };
  if (max !== undefined && Number(answer) > max) return { problem: "tooLarge", values: { max } };
  return undefined;
}

/** A pattern describes something short: on a long text one that was badly written could take hours. */
function fits(pattern: string, answer: string): boolean {
  return answer.length <= LONGEST_PATTERNED && new RegExp(`^(?:${pattern})$`).test(answer);
}

function isEmail(answer: string): boolean {
  return answer.length <= LONGEST_EMAIL && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(answer);
}

function isWhole({ sido, road, jibun }: Extract<Answer, { readonly sido: string }>): boolean {
  return sido !== "" && (road !== "" || jibun !== "");
}

function isLink(answer: string): boolean {
  return /^https?:\/\//i.test(answer) && URL.canParse(answer);
}

/** A public address: encrypted, a host with a dot, no name or password in it. */
function isSecureLink(answer: string): boolean {
  const { protocol, hostname, username, password } = new URL(answer);
  return protocol === "https:" && hostname.includes(".") && username === "" && password === "";
}
