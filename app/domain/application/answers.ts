import { z } from "zod";
import type { FormField } from "../programme/definition.ts";

/** An address in its parts; `sido` and `sigungu` decide regions, the others are for letters. */
const addressAnswer = z.strictObject({
  zonecode: z.string(),
  road: z.string(),
  jibun: z.string(),
  detail: z.string(),
  sido: z.string(),
  sigungu: z.string(),
  bcode: z.string(),
});
const answer = z.union([z.string(), z.array(z.string()), addressAnswer]);
const answersSchema = z.record(z.string(), answer);

export type AddressAnswer = Readonly<z.output<typeof addressAnswer>>;
export type Answer = string | readonly string[] | AddressAnswer;
/** All answers of a form by field id; what was not answered is absent. */
export type Answers = { readonly [fieldId: string]: Answer };

export const addressParts = ["zonecode", "road", "jibun", "detail", "sido", "sigungu", "bcode"] as const;

/** No single answer is longer, whatever was sent; the longest limits of forms stay far below. */
export const MAX_ANSWER_CHARACTERS = 20_000;
const MAX_CHOICES = 200;

/** Half a surrogate pair has no canonical form and could not be hashed later. */
const halfCharacter = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Answers as they are stored. Throws on JSON that is none: only this program writes it. */
export function parseAnswers(json: string): Answers {
  return answersSchema.parse(JSON.parse(json));
}

export function isAddress(value: Answer | undefined): value is AddressAnswer {
  return typeof value === "object" && !Array.isArray(value);
}

/** The one text of an answer that is a text; "" for anything else. */
export function textOf(answers: Answers, fieldId: string): string {
  const value = Object.hasOwn(answers, fieldId) ? answers[fieldId] : undefined;
  return typeof value === "string" ? value : "";
}

/** The choices of an answer that is a list; none for anything else. */
export function choicesOf(answers: Answers, fieldId: string): readonly string[] {
  const value = Object.hasOwn(answers, fieldId) ? answers[fieldId] : undefined;
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}

/** Whether an answer says something. */
export function isAnswered(value: Answer | undefined): boolean {
  if (value === undefined) return false;
  if (typeof value === "string") return value !== "";
  if (isAddress(value)) return Object.values(value).some((part) => part !== "");
  return value.length > 0;
}

/**
 * A value as it came from a form, in the shape that the field stores: NFC, line ends as \n, blanks at both ends cut,
 * bounded to 20,000 characters, days written "2000. 1. 31." as 2000-01-31. Nothing else is changed and nothing refused.
 * `undefined` when nothing was typed or chosen.
 */
export function tidyAnswer(field: Pick<FormField, "type">, value: unknown): Answer | undefined {
  const tidied = tidyByType(field.type, value);
  return isAnswered(tidied) ? tidied : undefined;
}

function tidyByType(type: FormField["type"], value: unknown): Answer | undefined {
  if (type === "multiselect") return tidyChoices(value);
  if (type === "address") return tidyAddress(value);
  const written = tidyText(Array.isArray(value) ? value[0] : value);
  if (type === "checkbox") return written === "" ? undefined : "yes";
  if (type === "date") return tidyDay(written);
  return type === "textarea" ? written : written.replaceAll("\n", " ");
}

function tidyChoices(value: unknown): readonly string[] {
  const list = Array.isArray(value) ? value : [value];
  const texts = list.slice(0, MAX_CHOICES).map(tidyText);
  return [...new Set(texts.filter((text) => text !== ""))];
}

function tidyAddress(value: unknown): AddressAnswer {
  const parts = typeof value === "object" && value !== null ? new Map(Object.entries(value)) : new Map();
  const entries = addressParts.map((part) => [part, tidyText(parts.get(part)).replaceAll("\n", " ")]);
  return Object.fromEntries(entries) as AddressAnswer;
}

function tidyText(value: unknown): string {
  if (typeof value !== "string") return "";
  // Four times as long as what is kept: composing letters makes a text shorter, and nothing is done to megabytes.
  const whole = value.slice(0, 4 * MAX_ANSWER_CHARACTERS).replace(halfCharacter, "\uFFFD");
  const text = whole.normalize("NFC").replace(/\r\n?/g, "\n").replaceAll("\0", "").trim();
  return text.length <= MAX_ANSWER_CHARACTERS ? text : Array.from(text).slice(0, MAX_ANSWER_CHARACTERS).join("");
}

/** "2000. 1. 31.", "2000/1/31" and "20000131" mean 2000-01-31; anything else stays as typed. */
function tidyDay(written: string): string {
  const match = /^(\d{4})\s*[-./년]\s*(\d{1,2})\s*[-./월]\s*(\d{1,2})\s*[.일]?$|^(\d{4})(\d{2})(\d{2})$/.exec(written);
  if (match === null) return written;
  const [, year = match[4], month = match[5], day = match[6]] = match;
  return `${year}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}`;
}
