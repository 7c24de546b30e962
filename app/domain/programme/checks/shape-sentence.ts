import type { LocalText } from "../text.ts";
import { quoted } from "./mistake.ts";

/** Sentences for the words that the schema gives as `error`. */
export const sentenceOfWord: ReadonlyMap<string, LocalText> = new Map([
  ["blank", { ko: "비어 있습니다. 내용을 적어 주십시오.", en: "This is empty. Write something." }],
  [
    "identifier",
    {
      ko: "식별자는 영문자로 시작하고 영문자·숫자·밑줄·붙임표만 쓰며 40자 이하여야 합니다.",
      en: "An id begins with a Latin letter, has letters, digits, _ and - only, and at most 40 characters.",
    },
  ],
  [
    "slug",
    {
      ko: "영문 소문자와 숫자를 붙임표로 이어 적어 주십시오. 예) ai-academy-6",
      en: "Write lower-case letters and digits joined by hyphens, e.g. ai-academy-6.",
    },
  ],
  [
    "day",
    {
      ko: "달력에 없는 날짜입니다. YYYY-MM-DD 형식의 실제 날짜를 적어 주십시오.",
      en: "This is not a day of the calendar. Write a real day as YYYY-MM-DD.",
    },
  ],
  [
    "instant",
    {
      ko: "일시가 아닙니다. 2025-03-17T09:00:00+09:00과 같이 실제 일시를 적어 주십시오.",
      en: "This is not a date and time. Write a real one, like 2025-03-17T09:00:00+09:00.",
    },
  ],
  [
    "offset",
    {
      ko: "한국 시간이어야 합니다. 일시 끝에 +09:00을 적어 주십시오.",
      en: "Times are Korean. End the time with the offset +09:00.",
    },
  ],
  [
    "timeOfDay",
    { ko: "시각은 00:00부터 23:59까지 HH:MM으로 적어 주십시오.", en: "Write a time of day as HH:MM, 00:00 to 23:59." },
  ],
  ["period", { ko: "기간은 P30D, P6M, P5Y와 같이 적어 주십시오.", en: "Write a period like P30D, P6M or P5Y." }],
  [
    "decimal",
    {
      ko: "소수점 아래 여섯 자리까지의 십진수를 적어 주십시오.",
      en: "Write a plain decimal with at most six digits behind the point.",
    },
  ],
  [
    "trackCode",
    { ko: "모집분야 코드는 영문 대문자와 숫자 1~6자입니다.", en: "A track code is 1 to 6 capital letters or digits." },
  ],
]);

export const sentences = {
  missing: { ko: "빠져 있습니다. 이 항목을 적어 주십시오.", en: "This is missing. Add it." },
  missingKorean: {
    ko: "한국어 문장이 없습니다. 모든 문장은 한국어(ko)와 영어(en)로 적어 주십시오.",
    en: "The Korean text is missing. Every text needs both languages, ko and en.",
  },
  missingEnglish: {
    ko: "영어 문장이 없습니다. 모든 문장은 한국어(ko)와 영어(en)로 적어 주십시오.",
    en: "The English text is missing. Every text needs both languages, ko and en.",
  },
  unknownKey: {
    ko: "알 수 없는 항목입니다. 철자를 확인하거나 지워 주십시오.",
    en: "This key is unknown. Check its spelling or remove it.",
  },
  shape: {
    ko: "값의 모양이 맞지 않습니다. 견본 정의와 비교하여 고쳐 주십시오.",
    en: "The value does not have the right shape. Compare it with a sample definition.",
  },
  textForObject: {
    ko: "글자 하나로는 받을 수 없습니다. 객체 { }여야 하며, 문장이면 { ko: 한국어, en: 영어 }로 적어 주십시오.",
    en: "A plain text cannot stand here. This must be an object { }; a text is written { ko, en }.",
  },
  email: {
    ko: "전자우편 주소가 아닙니다. 예) apply@example.go.kr",
    en: "This is not an e-mail address, e.g. apply@example.go.kr.",
  },
  schemaVersion: {
    ko: "읽을 수 없는 정의 판입니다. 이 제품은 schemaVersion “1.0”을 읽습니다.",
    en: "This version of definitions is unknown. This product reads schemaVersion “1.0”.",
  },
  neverPublic: {
    ko: "false여야 합니다. 공개 명단에는 점수와 순위를 싣지 않습니다.",
    en: "This must be false: a public list never shows scores or ranks.",
  },
} as const satisfies Record<string, LocalText>;

const kinds: { readonly [expected: string]: LocalText } = {
  string: { ko: "글자(문자열)", en: "a text" },
  number: { ko: "숫자", en: "a number" },
  int: { ko: "정수", en: "a whole number" },
  boolean: { ko: "true 또는 false", en: "true or false" },
  object: { ko: "객체 { }", en: "an object { }" },
  record: { ko: "객체 { }", en: "an object { }" },
  array: { ko: "목록 [ ]", en: "a list [ ]" },
  tuple: { ko: "목록 [ ]", en: "a list [ ]" },
};

export function wrongType(expected: string): LocalText {
  const kind = kinds[expected] ?? { ko: expected, en: expected };
  return { ko: `종류가 다릅니다. 이 값은 ${kind.ko}입니다.`, en: `The type is wrong: this must be ${kind.en}.` };
}

export function oneOf(values: readonly unknown[]): LocalText {
  const list = values.map((value) => quoted(value)).join(", ");
  return {
    ko: `받을 수 없는 값입니다. 가능한 값: ${list}`,
    en: `This value is not accepted. Possible values: ${list}`,
  };
}

type Limit = { readonly origin: string; readonly limit: string; readonly inclusive: boolean; readonly exact: boolean };

export function tooSmall({ origin, limit, inclusive, exact }: Limit): LocalText {
  if (exact) return exactly(origin, limit);
  const than = inclusive ? { ko: "이상", en: "at least" } : { ko: "초과", en: "more than" };
  const [ko, en] = measured(origin, limit);
  return { ko: `너무 작습니다. ${ko} ${than.ko}이어야 합니다.`, en: `This is too small: it must be ${than.en} ${en}.` };
}

export function tooBig({ origin, limit, inclusive, exact }: Limit): LocalText {
  if (exact) return exactly(origin, limit);
  const than = inclusive ? { ko: "이하", en: "at most" } : { ko: "미만", en: "less than" };
  const [ko, en] = measured(origin, limit);
  return { ko: `너무 큽니다. ${ko} ${than.ko}여야 합니다.`, en: `This is too large: it must be ${than.en} ${en}.` };
}

function exactly(origin: string, limit: string): LocalText {
  const [ko, en] = measured(origin, limit);
  return { ko: `정확히 ${ko}여야 합니다.`, en: `This must be exactly ${en}.` };
}

function measured(origin: string, limit: string): readonly [string, string] {
  if (origin === "string") return [`${limit}자`, `${limit} characters`];
  if (origin === "array") return [`${limit}개`, `${limit} entries`];
  return [limit, limit];
}
