import { expect, test } from "vitest";
import gccSample from "#db/samples/gcc-academy.json" with { type: "json" };
import { definitionSchema } from "#app/domain/programme/definition.ts";
import { explainApplication } from "#app/domain/selection/explain.ts";
import { namesFromDefinition, type ExplanationNames } from "#app/domain/selection/explain-names.ts";
import { explanationTexts } from "#app/domain/selection/explain-text.ts";
import type { SelectionInput, SelectionRule } from "#app/domain/selection/selection.ts";
import { aPerson, aRule, scored, select } from "#tests/domain/selection/cohort.ts";

const [interview] = aRule().stages;

const rule: SelectionRule = aRule({
  tracks: [
    { id: "a", seats: 1 },
    { id: "b", seats: 1 },
  ],
  stages: [
    { ...interview!, id: "document", weightPercent: "40", minimum: "50" },
    { ...interview!, weightPercent: "60", minimum: "50", criteria: [{ id: "will", max: "30", minPercent: "40" }] },
  ],
  bonus: {
    cap: "5",
    items: [
      { id: "veteran", points: "5" },
      { id: "resident", points: "3" },
    ],
  },
  tieBreakers: [{ by: "claim", item: "veteran" }, { by: "committee_decision" }],
  reserve: { percentOfSeats: "100" },
});

function both(ko: string, en: string) {
  return { ko, en };
}

const names: ExplanationNames = {
  stages: { document: both("서류심사", "Document review"), interview: both("면접심사", "Interview") },
  criteria: { "interview.will": both("학습 의지", "Will to learn") },
  tracks: { a: both("게임", "Games"), b: both("웹툰", "Webtoon") },
  items: { veteran: both("취업지원대상자", "Veterans"), resident: both("지역 거주자", "Residents") },
  tieBreakers: [both("취업지원대상자", "Veterans"), both("위원회 의결", "Committee")],
  quotas: { half: both("광주", "Gwangju") },
  groups: { women: both("여성", "Women") },
};

function stages(document: string, score: string, will = "30") {
  return { document: scored(document), interview: scored(score, will) };
}

function told(input: SelectionInput, applicationNo: string, language: "ko" | "en" = "ko") {
  const person = input.people.find((each) => each.applicationNo === applicationNo)!;
  const lines = explainApplication({ rule: input.rule, person, result: select(input) });
  return explanationTexts(lines, language, names);
}

const input: SelectionInput = {
  rule,
  people: [
    aPerson("1", "0", { stages: stages("80", "80.55"), claims: ["veteran", "resident"] }),
    aPerson("2", "0", { stages: stages("85", "85.55"), claims: [], claimsAsked: ["resident"] }),
    aPerson("3", "0", { stages: stages("59.3", "60"), claims: ["veteran"] }),
    aPerson("4", "0", { stages: stages("90", "90", "35991/3000") }),
    aPerson("5", "0", { stages: { document: scored("90") } }),
  ],
};

test("a selected person reads one sentence per number, from the scores to the seat", () => {
  expect(told(input, "1")).toEqual([
    "서류심사: 80점에 가중치 40%를 적용하여 32점입니다.",
    "면접심사: 80.55점에 가중치 60%를 적용하여 48.33점입니다.",
    "모든 전형의 최저 점수를 충족하였습니다.",
    "가점 전 합계는 80.33점으로, 최저 총점 60점 이상입니다.",
    "가점 ‘취업지원대상자’ 5점은 증빙이 확인되었습니다.",
    "가점 ‘지역 거주자’ 3점은 증빙이 확인되었습니다.",
    "확인된 가점은 8점이나, 상한에 따라 5점을 더합니다.",
    "총점은 80.33점에 가점 5점을 더한 85.33점이며, 반올림 규칙을 적용하여 85.33점입니다.",
    "최저 기준을 모두 충족한 2명 가운데 전체 1위입니다.",
    "총점 85.33점인 사람은 모두 2명입니다.",
    "총점이 같은 사람 사이의 순서에는 동점자 처리기준 1번(취업지원대상자)을 적용하였습니다.",
    "1지망인 ‘게임’ 분야에 선발되었습니다.",
    "‘게임’ 분야(모집인원 1명)에 총점 순으로 선발된 사람의 가장 낮은 총점은 85.33점입니다.",
  ]);
});

test("a reserve reads the unverified claim, the number and the cut line, in English as well", () => {
  expect(told(input, "2", "en").slice(4)).toEqual([
    "Bonus “Residents”, 3 points: not recognised, because no proof was verified.",
    "Your bonus is 0 points.",
    "Your total is 85.33 plus a bonus of 0 = 85.33, which the rounding rule makes 85.33.",
    "You rank 2 of all 2 who met every minimum.",
    "2 people have the total 85.33.",
    "The order among equal totals was decided by tie-breaker 1 (Veterans).",
    "You are number 1 of 1 on the reserve list of Games.",
    "The lowest total selected by merit for Games (seats: 1) is 85.33.",
  ]);
});

test("a missed minimum shows the exact value, and that the bonus was not added", () => {
  expect(told(input, "3").slice(2)).toEqual([
    "가점 전 합계: 59.72점, 최저 기준 60점 미만입니다.",
    "가점 ‘취업지원대상자’ 5점은 증빙이 확인되었습니다.",
    "최저 점수 미달 또는 결시가 있어 가점을 더하지 않았습니다.",
    "이번 기수에는 선발되지 않았습니다.",
  ]);
  expect(told(input, "4").slice(2)).toEqual([
    "면접심사 ‘학습 의지’ 항목: 11.997점, 최저 기준 12점 미만입니다.",
    "이번 기수에는 선발되지 않았습니다.",
  ]);
  expect(told(input, "5", "en").slice(1)).toEqual([
    "You did not reach this stage: Interview.",
    "You were not selected for this cohort.",
  ]);
});

test("a value that no short decimal says is cut off, so that it never looks like the minimum", () => {
  const nearly = { ...input, people: [aPerson("6", "0", { stages: stages("90", "90", "35999999/3000000") })] };
  expect(told(nearly, "6", "en")[2]).toBe(
    "Interview, “Will to learn”: your value is 11.9999…, below the minimum of 12.",
  );
});

test("both sides of a regional swap are told why", () => {
  const quotas: SelectionRule["quotas"] = [{ id: "half", kind: "region_swap", tag: "gwangju", percent: "50" }];
  const people = [
    aPerson("1", "0", { stages: stages("90", "90") }),
    aPerson("2", "0", { stages: stages("80", "80"), tags: ["gwangju"] }),
  ];
  const swapped = { rule: { ...rule, quotas }, people };
  expect(told(swapped, "2").at(-1)).toBe("지역 거주자 선발 비율(광주)에 따라 1지망인 ‘게임’ 분야에 선발되었습니다.");
  expect(told(swapped, "1", "en").slice(-2)).toEqual([
    "By total you were within the seats, but the regional share (Gwangju) moved you to the reserve list.",
    "You are number 1 of 1 on the reserve list of Games.",
  ]);
});

test("where ranks are per track, the rank is told among those who named the track first", () => {
  const perTrack = { ...input, rule: { ...rule, rankingPerTrack: true } };
  expect(told(perTrack, "2", "en")).toContain("You rank 2 of the 2 who met every minimum and named Games first.");
});

test("asked with the run's input, a person without a seat also reads the total that would have been selected", () => {
  const found = (applicationNo: string) => input.people.find((each) => each.applicationNo === applicationNo)!;
  const linesOf = (applicationNo: string) =>
    explainApplication({ rule, result: select(input), person: found(applicationNo), input });
  expect(explanationTexts(linesOf("2"), "ko", names).at(-1)).toBe(
    "다른 조건이 모두 같을 때 선발되었을 가장 낮은 총점은 85.34점(‘게임’ 분야)입니다.",
  );
  expect(explanationTexts(linesOf("2"), "en", names).at(-1)).toBe(
    "With all else equal, the lowest total that would have been selected is 85.34 (for Games).",
  );
  for (const applicationNo of ["1", "3"]) {
    expect(linesOf(applicationNo).map(({ code }) => code)).not.toContain("needed_total");
  }
});

test("names come from the definition", () => {
  const gcc = namesFromDefinition(definitionSchema.parse(gccSample));
  expect(gcc.tracks["game"]).toEqual({ ko: "게임", en: "Games" });
  expect(gcc.criteria["document.portfolio"]?.en).toBe("Quality of the portfolio");
  expect(gcc.tieBreakers).toHaveLength(5);
});
