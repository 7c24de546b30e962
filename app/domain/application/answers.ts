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
const row = z.record(z.string(), z.string());
const answer = z.union([z.string(), z.array(z.string()), addressAnswer, z.array(row)]);
const answersSchema = z.record(z.string(), answer);

export type AddressAnswer = Readonly<z.output<typeof addressAnswer>>;
/** One row of a repeating group: its answers by item id; what was not answered is absent. */
export type AnswerRow = { readonly [itemId: string]: string };
export type Answer = string | readonly string[] | AddressAnswer | readonly AnswerRow[];
/** All answers of a form by field id; what was not answered is absent. */
export type Answers = { readonly [fieldId: string]: Answer };

export const addressParts = ["zonecode", "road", "jibun", "detail", "sido", "sigungu", "bcode"] as const;

/** No single answer is longer, whatever was sent; the longest limits of forms stay far below. */
export const MAX_ANSWER_CHARACTERS = 20_000;
const MAX_CHOICES = 200;
/** No repeating group holds more rows, whatever was sent; `maxItems` says sooner that there are too many. */
export const MAX_ROWS = 100;

/** Half a surrogate pair has no canonical form and could not be hashed later. */
const halfCharacter = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Answers as they are stored. Throws on JSON that is none: only this program writes it. */
export function parseAnswers(json: string): Answers {
  return answersSchema.parse(JSON.parse(json));
}

export function isAddress(value: Answer | undefined): value is AddressAnswer {
  return typeof value === "object" && !Array.isArray(value);
}

export function isRows(value: Answer | undefined): value is readonly AnswerRow[] {
  return Array.isArray(value) && typeof value[0] === "object";
}

/** The rows of a repeating group; none for anything else. */
export function rowsOf(answers: Answers, fieldId: string): readonly AnswerRow[] {
  const value = Object.hasOwn(answers, fieldId) ? answers[fieldId] : undefined;
  return isRows(value) ? value : [];
}

/** Whether something was written in a row. */
export function isRowFilled(row: AnswerRow): boolean {
  return Object.values(row).some((value) => value !== "");
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
  return isRows(value) ? value.some(isRowFilled) : value.length > 0;
}

/** What shapes an answer: the type, and of a repeating group what each row asks. */
export type AnswerShape = Pick<FormField, "type"> & { readonly items?: FormField["items"] };

/**
 * A value as it came from a form, in the shape that the field stores: NFC, line ends as \n, blanks at both ends cut,
 * bounded to 20,000 characters, days written "2000. 1. 31." as 2000-01-31, mobile numbers as 010-1234-5678, a link without
 * its https:// with it, rows of a repeating group without the empty ones. Nothing else is changed and nothing refused.
 * `undefined` when nothing was typed or chosen.
 */
export function tidyAnswer(field: AnswerShape, value: unknown): Answer | undefined {
  const tidied = field.type === "repeat" ? tidyRows(field, value).filter(isRowFilled) : tidyByType(field.type, value);
  return isAnswered(tidied) ? tidied : undefined;
}

/** The rows of a repeating group as they were sent, each value tidied, the empty rows too; at most 100. */
export function tidyRows({ items = [] }: Pick<AnswerShape, "items">, value: unknown): readonly AnswerRow[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, MAX_ROWS).map((sent: unknown): AnswerRow => {
    const parts = typeof sent === "object" && sent !== null ? new Map(Object.entries(sent)) : new Map();
    return Object.fromEntries(
      items.flatMap(({ id, type }): readonly [string, string][] => {
        const tidied = tidyByType(type, parts.get(id));
        return typeof tidied === "string" && tidied !== "" ? [[id, tidied]] : [];
      }),
    );
  });
}

function tidyByType(type: FormField["type"], value: unknown): Answer | undefined {
  if (type === "multiselect") return tidyChoices(value);
  if (type === "address") return tidyAddress(value);
  const written = tidyText(Array.isArray(value) ? value[0] : value);
  if (type === "checkbox") return written === "" ? undefined : "yes";
  if (type === "date") return tidyDay(written);
  if (type === "tel") return tidyPhone(written);
  if (type === "link") return tidyLink(written);
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

/** 01012345678, 010 1234 5678 and +82 10 1234 5678 mean 010-1234-5678; any other number stays as typed. */
function tidyPhone(written: string): string {
  const plain = written.normalize("NFKC").replace(/[\s().-]/g, "");
  const match = /^(?:\+?820?|0)(1[016789])(\d{3,4})(\d{4})$/.exec(plain);
  return match === null ? written.replaceAll("\n", " ") : `0${match[1]}-${match[2]}-${match[3]}`;
}

/** "github.example/me" means https://github.example/me. */
function tidyLink(written: string): string {
  return /^[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?$/.test(written) ? `https://${written}` : written.replaceAll("\n", " ");
}
