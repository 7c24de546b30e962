import { isConsent, type ConsentDefinition } from "../consents.ts";
import type { ProgrammeDefinition } from "../definition.ts";
import { fieldById, fieldsOf, optionsOf } from "../form.ts";
import { check, duplicates, mistake, unknownName, type DefinitionMistake } from "./mistake.ts";

type WithConsents = { readonly consents: readonly ConsentDefinition[] };
type WithOptions = Pick<ProgrammeDefinition, "consents" | "form" | "tracks" | "bonus">;

const parts = {
  purpose: { ko: "수집·이용 목적", en: "purpose" },
  items: { ko: "수집 항목", en: "items" },
  retention: { ko: "보유·이용 기간", en: "retention" },
  refusal: { ko: "동의를 거부할 권리와 불이익", en: "right to refuse" },
} as const;

export const consentChecks = [
  check(["consents"], collectIsAsked),
  check(["consents"], everyPartIsTold),
  check(["consents", "form", "tracks", "bonus"], conditionsExist),
  check(["consents", "bonus"], function* ({ consents, bonus }) {
    if (consents.some((consent) => consent.id === "sensitive" && isConsent(consent))) return;
    const index = bonus.items.findIndex((item) => item.sensitive);
    if (index < 0) return;
    yield mistake(
      `bonus.items[${index}].sensitive`,
      "민감정보 가점인데 별도 동의(consents의 sensitive)가 없습니다. 그 동의를 넣어 주십시오.",
      "This bonus is sensitive data, but there is no consent ‘sensitive’ for it. Add that consent.",
    );
  }),
];

function* collectIsAsked({ consents }: WithConsents): Iterable<DefinitionMistake> {
  yield* duplicates(
    consents.map(({ id }) => id),
    (index) => `consents[${index}].id`,
  );
  const index = consents.findIndex((consent) => consent.id === "collect");
  if (index < 0) {
    yield mistake(
      "consents",
      "개인정보 수집·이용 동의(collect)가 없습니다. 첫 저장 전에 받아야 하므로 넣어 주십시오.",
      "The consent ‘collect’ is missing. It comes before anything is saved: add it.",
    );
  } else if (consents[index]?.required !== true) {
    yield mistake(
      `consents[${index}].required`,
      "수집·이용 동의(collect)는 필수여야 합니다. true로 고쳐 주십시오.",
      "The consent ‘collect’ must be required. Set it to true.",
    );
  }
  const promotion = consents.findIndex((consent) => consent.id === "promotion" && consent.required);
  if (promotion >= 0) {
    yield mistake(
      `consents[${promotion}].required`,
      "홍보 동의는 강제할 수 없습니다(개인정보 보호법 제22조제5항). false로 고쳐 주십시오.",
      "Consent to promotion cannot be forced (PIPA art. 22(5)). Set it to false.",
    );
  }
}

function* everyPartIsTold({ consents }: WithConsents): Iterable<DefinitionMistake> {
  for (const [index, consent] of consents.entries()) {
    const path = `consents[${index}]`;
    if (!isConsent(consent)) {
      yield* noticeOrPledgeSaysSomething(consent, path);
      continue;
    }
    if (consent.basis === undefined) yield missing(`${path}.basis`, { ko: "처리 근거(basis)", en: "basis" });
    for (const key of ["purpose", "items", "retention", "refusal"] as const) {
      if (consent[key] === undefined) yield missing(`${path}.${key}`, parts[key]);
    }
    const goesToOthers = consent.id === "thirdParty" || consent.appliesTo !== undefined;
    if (goesToOthers && consent.recipients === undefined) {
      yield missing(`${path}.recipients`, { ko: "제공받는 자와 그 이용 목적", en: "recipients and their purpose" });
    }
  }
}

function* noticeOrPledgeSaysSomething(consent: ConsentDefinition, path: string): Iterable<DefinitionMistake> {
  if (consent.text === undefined && (consent.kind === "pledge" || consent.rows === undefined)) {
    yield missing(`${path}.text`, { ko: "알리는 문장(text)", en: "text" });
  }
  if (consent.kind === "notice" && consent.required) {
    yield mistake(
      `${path}.required`,
      "고지는 동의를 받는 것이 아닙니다. required를 false로 고치거나 kind를 바꾸어 주십시오.",
      "A notice is not agreed to. Set required to false or change its kind.",
    );
  }
}

function* conditionsExist({ consents, ...definition }: WithOptions): Iterable<DefinitionMistake> {
  const fields = fieldsOf(definition);
  for (const [index, consent] of consents.entries()) {
    for (const [position, line] of (consent.showIf?.any ?? []).entries()) {
      const path = `consents[${index}].showIf.any[${position}]`;
      const [fieldId = "", value] = line.split(":", 2);
      const field = fieldById(definition, fieldId);
      if (field === undefined) {
        yield unknownName(
          path,
          fieldId,
          fields.map(({ id }) => id),
        );
        continue;
      }
      const known = optionsOf(definition, field).map((option) => option.value);
      if (value !== undefined && !known.includes(value)) yield unknownName(path, value, known);
    }
  }
}

function missing(path: string, part: { readonly ko: string; readonly en: string }): DefinitionMistake {
  return mistake(
    path,
    `동의에 꼭 있어야 할 내용이 빠져 있습니다: ${part.ko}. 동의를 받으려면 목적·항목·기간·거부권(제3자 제공은 받는 자)을 모두 알려야 합니다.`,
    `A part that the law asks for is missing: ${part.en}. A consent tells purpose, items, retention, refusal and, for third parties, the recipients.`,
  );
}
