import { describe, expect, test } from "vitest";
import { accountNumbers } from "#app/domain/application/account-number.ts";
import { hintsOf } from "#app/domain/application/answer-hints.ts";
import { blindHints } from "#app/domain/application/blind-hints.ts";
import { problemOf } from "#app/domain/application/field-problem.ts";
import { fieldById } from "#app/domain/programme/form.ts";
import { aDefinition } from "#tests/factories/cohort.ts";

const definition = aDefinition({ sample: "ai-academy" });
const told = (q1: string, more: Readonly<Record<string, string>> = {}) =>
  blindHints({ definition, answers: { name: "가상인", q1, ...more } }).map(({ kind, words }) => [kind, words]);

describe("KOREA 7.10: an essay that says who wrote it", () => {
  test.each([
    ["저는 가상대학교에서 배웠습니다.", "가상대학교"],
    ["가상대 컴퓨터공학과를 나왔습니다.", "가상대"],
    ["전남대에서 공부했습니다.", "전남대"],
    ["가상고등학교를 졸업했습니다.", "가상고등학교"],
    ["가상고 재학 중에 시작했습니다.", "가상고"],
    ["카이스트에서 여름을 보냈습니다.", "카이스트"],
    ["I studied at Made-Up National University.", "Made-Up National University"],
    ["I went to the University of Nowhere.", "University of Nowhere"],
  ])("names a school: %s", (essay, school) => {
    expect(told(essay)).toEqual([["school", [school]]]);
    expect(told(essay.normalize("NFD"))).toEqual([["school", [school]]]);
  });

  test.each([
    ["저희 아버지께서 가르쳐 주셨습니다.", "아버지"],
    ["어머니의 말씀이 남았습니다.", "어머니"],
    ["부모님과 형제가 도왔습니다.", "부모님", "형제"],
    ["It was my father who taught me.", "my father"],
  ])("speaks of the family: %s", (essay, ...words) => {
    expect(told(essay)).toEqual([["family", words]]);
  });

  test.each([
    ["저는 가상인입니다.", "가상인"],
    ["친구들은 저를 상인이라고 부릅니다.", "상인"],
    ["가 상 인 드림", "가 상 인"],
  ])("holds the writer's own name, with or without the surname: %s", (essay, name) => {
    expect(told(essay)).toEqual([["ownName", [name]]]);
  });

  test("holds an English name, in any case", () => {
    expect(told("signed, gildong", { nameEn: "Gildong Hong" })).toEqual([["ownName", ["gildong"]]]);
  });

  test.each([
    "기대와 최대 효과를 얻고 배우고 만들고 싶습니다. 시대가 바뀌고 있고 광고를 보고 사고가 났습니다.",
    "기성세대와 연대하여 무한대로 성장하고 싶고, 반대 의견도 듣고 자원봉사대에 갔습니다.",
    "대학교에 다니며 이모티콘을 만들고 딸기를 팔았습니다. 전문대학을 알아보았습니다.",
    "I learned a lot at a college and finished high school.",
  ])("is left alone where it says nothing of the kind: %s", (essay) => {
    expect(told(essay)).toEqual([]);
  });

  test("is asked about only where reviewers read and the definition wants it", () => {
    const answers = { name: "가상인", employmentNote: "가상대학교 조교", nameEn: "GASANG IN" };
    expect(blindHints({ definition, answers })).toEqual([]);
    const link = { name: "가상인", link: "https://blog.example/가상대학교" };
    expect(blindHints({ definition, answers: link })).toMatchObject([{ fieldId: "link", target: "link" }]);
  });
});

describe("an account number", () => {
  test.each(["국민은행 123456-04-123456", "입금 계좌: 110 123 456789", "my bank account 3020012345671"])(
    "is hinted at beside a bank's name or 계좌: %s",
    (text) => {
      expect(accountNumbers(text)).toHaveLength(1);
      const hints = hintsOf({ definition, answers: { employmentNote: text } });
      expect(hints).toMatchObject([{ kind: "accountNumber", fieldId: "employmentNote" }]);
    },
  );

  test.each(["국민은행 010-1234-5678", "일련번호 1234567890123", "은행에서 3년 일했습니다. 2020-2023", "계좌 12345"])(
    "is none: %s",
    (text) => expect(accountNumbers(text)).toEqual([]),
  );

  test("is only hinted at: nothing is refused", () => {
    const field = fieldById(definition, "employmentNote")!;
    const answers = { employmentNote: "국민은행 123456-04-123456" };
    expect(problemOf({ definition, field, answers, today: "2026-11-25" })).toBeUndefined();
  });
});
