import type { FormField, ProgrammeDefinition } from "../programme/definition.ts";
import { fieldsOf } from "../programme/form.ts";
import { isRows, textOf, type Answers } from "./answers.ts";
import { textsOf } from "./field-problem.ts";

/** Words in a text for reviewers that may tell who wrote it. */
export type BlindHint = {
  /** The control: a field's id, or `works.0.title` for an item of a row. */
  readonly target: string;
  readonly fieldId: string;
  readonly kind: "school" | "family" | "ownName";
  /** As they were written, each once, in their order. */
  readonly words: readonly string[];
};

/** What may follow a word and still leave it that word: nothing, or a particle. */
const ends =
  "(?=$|[^가-힣]|(?:께서|께|에서|에게|한테|이나|이랑|으로|까지|부터|처럼|이|가|은|는|을|를|의|와|과|도|에|로|만|랑|님|들|생|인)(?![가-힣]{3}))";
const schools = [
  new RegExp(`[가-힣A-Za-z0-9]+(?:대학교|대학원|대학|고등학교|과학고|국제고|정보고|마이스터고|외고|여고)${ends}`, "gu"),
  // 가상대 stands alone or before a particle; a word that ends in 고 is mostly a verb, so it needs what schools have.
  new RegExp(`(?<![가-힣])[가-힣]{2,6}대${ends}`, "gu"),
  /(?<![가-힣])[가-힣]{2,6}고(?=(?:를|에|에서)?\s?(?:졸업|출신|재학|입학|자퇴|다니|다녔|나와|나온|나왔))/gu,
  /(?:카이스트|포스텍|유니스트|디지스트|지스트)|\b(?:KAIST|POSTECH|UNIST|DGIST|GIST)\b/gu,
  /\b(?:University|College)\s+of\s+[A-Z]\w+/gu,
  /\b(?:[A-Z][\w-]*\s+)+(?:University|College|High\s+School)\b/gu,
];
/** Words that end like the short name of a university, and schools that are none in particular. */
const noSchool = new RegExp(
  "(?:세대|시대|지대|부대|군대|봉사대|탐험대|소방대|해병대|공감대|유대|시간대|가격대|연령대|주파수대|무한대|판매대|진열대|계산대|" +
    "최대|극대|확대|기대|(?:경쟁|대화|결혼|토론|거래|적)상대|반대|증대|절대|무대|토대|연대|초대|그대|막대|중대|우대|학대|접대|휴대|후대|당대|현대|근대|고대)$|" +
    "^(?:전문|일반|사이버|종합|국립|사립|명문|지방|우리|한|여러|다른|각|해외|국내|모든|4년제|2년제)?(?:대학교|대학원|대학|고등학교)$",
  "u",
);

const relatives =
  "아버지|어머니|아버님|어머님|아빠|엄마|부모님|부모|부친|모친|할아버지|할머니|외할머니|외할아버지|외삼촌|삼촌|이모|고모|" +
  "형제|자매|남매|남동생|여동생|동생|친형|누나|오빠|언니|아내|남편|배우자|아들|딸|자녀|가족";
const families = [
  new RegExp(`(?<![가-힣])(?:${relatives})${ends}`, "gu"),
  /\b[Mm]y\s+(?:father|mother|dad|mom|mum|parents?|(?:older |younger )?(?:brother|sister)s?|grand(?:father|mother|parents)|uncle|aunt|wife|husband|son|daughter|family)\b/gu,
];

type Written = { readonly definition: Pick<ProgrammeDefinition, "form">; readonly answers: Answers };

/**
 * Words that may tell reviewers who wrote a text, in the fields that ask for it (`blindCheck`, `blindWarning`) and are
 * read by them: a school, a member of the family, the person's own name with or without the surname (answers `name` and
 * `nameEn`). A reason to look again, never to refuse: words have other meanings.
 */
export function blindHints({ definition, answers }: Written): readonly BlindHint[] {
  const names = ownNames(answers);
  return checkedTexts(definition, answers).flatMap(({ target, fieldId, text }) => {
    const plain = text.normalize("NFC");
    const found = (kind: BlindHint["kind"], words: readonly string[]): readonly BlindHint[] =>
      words.length === 0 ? [] : [{ target, fieldId, kind, words: [...new Set(words)] }];
    return [
      ...found("school", matches(plain, schools).filter(isSchool)),
      ...found("family", matches(plain, families)),
      ...found("ownName", matches(plain, names)),
    ];
  });
}

type CheckedText = { readonly target: string; readonly fieldId: string; readonly text: string };

function checkedTexts(definition: Written["definition"], answers: Answers): readonly CheckedText[] {
  return fieldsOf(definition).flatMap((field) => {
    const answer = Object.hasOwn(answers, field.id) ? answers[field.id] : undefined;
    if (answer === undefined || isUnread(field)) return [];
    if (isRows(answer)) {
      const items = (field.items ?? []).filter((item) => !isUnread(item) && (isChecked(item) || isChecked(field)));
      return answer.flatMap((row, index) =>
        items.map(({ id }) => ({ target: `${field.id}.${index}.${id}`, fieldId: field.id, text: row[id] ?? "" })),
      );
    }
    return isChecked(field) ? textsOf(answer).map((text) => ({ target: field.id, fieldId: field.id, text })) : [];
  });
}

function isChecked({ blindCheck, blindWarning }: FormField): boolean {
  return blindCheck === true || blindWarning === true;
}

function isUnread({ blind, statisticsOnly }: FormField): boolean {
  return blind === true || statisticsOnly === true;
}

function matches(text: string, patterns: readonly RegExp[]): readonly string[] {
  return patterns.flatMap((pattern) => Array.from(text.matchAll(pattern), ([found]) => found.trim()));
}

function isSchool(word: string): boolean {
  return !noSchool.test(word);
}

/** 홍길동 also as 길동; Gildong Hong also as Gildong. Names of one letter are everyday words. */
function ownNames(answers: Answers): readonly RegExp[] {
  const korean = textOf(answers, "name").normalize("NFC").replaceAll(/\s/g, "");
  const given = /^[가-힣]{3,4}$/u.test(korean) ? [korean.slice(korean.length === 4 ? 2 : 1)] : [];
  const foreign = [textOf(answers, "nameEn"), /[A-Za-z]/.test(korean) ? textOf(answers, "name") : ""]
    .flatMap((name) => [name.trim(), ...name.trim().split(/[\s,]+/)])
    .filter((name) => name.length >= 3);
  const hangul = [korean, ...given].filter((name) => /^[가-힣]{2,}$/u.test(name));
  return [
    // The whole name first: its own part is then not told a second time.
    ...(hangul.length > 0 ? [new RegExp(`(?:${hangul.map(spaced).join("|")})`, "gu")] : []),
    ...(foreign.length > 0 ? [new RegExp(`\\b(?:${foreign.map(escaped).join("|")})\\b`, "giu")] : []),
  ];
}

function spaced(name: string): string {
  return [...name].map(escaped).join("\\s?");
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
