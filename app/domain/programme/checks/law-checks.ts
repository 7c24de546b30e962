import type { PrivacyDefinition } from "../privacy.ts";
import { compiled } from "./form-checks.ts";
import { placedFields, type PlacedField } from "./form-walk.ts";
import { check, duplicates, mistake, type DefinitionMistake } from "./mistake.ts";

const residentNumberWords =
  /주민\s*(등록)?\s*번호|외국인\s*등록\s*번호|resident\s*(registration)?\s*(number|no\b)|social security|\bRRN\b/i;
/** Ids are compared without their hyphens and underscores. */
const residentNumberIds =
  /resident(reg|registration)?(no|num|number|id)$|^jumin\d*$|jumin(no|num|number|beonho)|^rrn|rrn$|^ssn$|alienregistration(no|number)/i;
const accountWords = /계좌\s*번호|bank account/i;
const accountIds = /bankaccount|accountnumber|accountno$/i;

/** What the law forbids, whatever the academy wishes. */
export const lawChecks = [
  check(["form"], function* ({ form }) {
    for (const placed of placedFields(form)) {
      if (asksForResidentNumber(placed)) yield residentNumber(`${placed.path}.${suspect(placed)}`);
      if (
        accountIds.test(plain(placed.field.id)) ||
        accountWords.test(`${placed.field.label.ko} ${placed.field.label.en}`)
      ) {
        yield mistake(
          `${placed.path}.id`,
          "계좌번호는 이 시스템에서 받지 않습니다. 항목을 지워 주십시오.",
          "Account numbers are not collected in this system. Remove the field.",
        );
      }
    }
  }),
  check(["consents"], function* ({ consents }) {
    for (const [index, { items }] of consents.entries()) {
      for (const [position, item] of (items ?? []).entries()) {
        if (residentNumberWords.test(item)) yield residentNumber(`consents[${index}].items[${position}]`);
      }
    }
  }),
  check(["privacy"], function* ({ privacy }) {
    if (privacy.collectsResidentNumber) yield residentNumber("privacy.collectsResidentNumber");
    if (privacy.minimumAge < 14) yield tooYoung("privacy.minimumAge");
    yield* duplicates(
      privacy.retention.map(({ scope }) => scope),
      (index) => `privacy.retention[${index}].scope`,
    );
    yield* logsAreKept(privacy);
  }),
  check(["eligibility"], function* ({ eligibility }) {
    for (const [index, rule] of eligibility.entries()) {
      if (rule.type === "age_range" && rule.min < 14) yield tooYoung(`eligibility[${index}].min`);
    }
  }),
];

function asksForResidentNumber({ field }: PlacedField): boolean {
  return (
    residentNumberIds.test(plain(field.id)) ||
    residentNumberWords.test(`${field.label.ko} / ${field.label.en}`) ||
    matchesResidentNumbersOnly(field.pattern)
  );
}

function suspect({ field }: PlacedField): "id" | "label" | "pattern" {
  if (residentNumberIds.test(plain(field.id))) return "id";
  return residentNumberWords.test(`${field.label.ko} / ${field.label.en}`) ? "label" : "pattern";
}

function plain(id: string): string {
  return id.replace(/[_-]/g, "");
}

function matchesResidentNumbersOnly(pattern: string | undefined): boolean {
  const expression = pattern === undefined ? undefined : compiled(pattern);
  if (expression === undefined) return false;
  const numbers = ["900101-1234567", "9001011234567", "010101-4234567"];
  const others = ["", "7", "가", "홍길동", "010-1234-5678", "01012345678", "12345", "2025-03-17"];
  return numbers.some((number) => expression.test(number)) && !others.some((other) => expression.test(other));
}

function* logsAreKept({ retention }: PrivacyDefinition): Iterable<DefinitionMistake> {
  const least = { access_logs: 365, permission_changes: 3 * 365 };
  for (const [index, { scope, period }] of retention.entries()) {
    if (scope !== "access_logs" && scope !== "permission_changes") continue;
    if (daysOf(period) >= least[scope]) continue;
    const years = least[scope] / 365;
    yield mistake(
      `privacy.retention[${index}].period`,
      `안전성 확보조치 기준에 따라 ${years}년 이상 보관하여야 합니다. P${years}Y 이상으로 고쳐 주십시오.`,
      `The safety standard asks to keep this for at least ${years} year(s). Use P${years}Y or longer.`,
    );
  }
}

function daysOf(period: string): number {
  const [, amount, unit] = /^P(\d+)([DWMY])$/.exec(period) ?? [];
  const days = { D: 1, W: 7, M: 365 / 12, Y: 365 }[unit as "D" | "W" | "M" | "Y"];
  return Number(amount) * days;
}

function residentNumber(path: string): DefinitionMistake {
  return mistake(
    path,
    "주민등록번호(외국인등록번호)는 법률에 근거가 없으면 동의를 받아도 수집할 수 없습니다(개인정보 보호법 제24조의2). 지우고 생년월일을 받으십시오.",
    "Resident registration numbers must not be collected, not even with consent (PIPA art. 24-2). Remove this and ask for the date of birth.",
  );
}

function tooYoung(path: string): DefinitionMistake {
  return mistake(
    path,
    "만 14세 미만은 법정대리인의 동의가 필요하여 받지 않습니다(개인정보 보호법 제22조의2). 14 이상으로 고쳐 주십시오.",
    "Under 14 a guardian's consent would be needed (PIPA art. 22-2). Use 14 or more.",
  );
}
