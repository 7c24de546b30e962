import type { SeededRandom } from "#app/domain/draw/seeded-random.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";

export type SyntheticPerson = {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly birthDate: string;
  readonly address: {
    readonly zonecode: string;
    readonly road: string;
    readonly jibun: string;
    readonly detail: string;
    readonly sido: string;
    readonly sigungu: string;
    readonly bcode: string;
  };
  readonly isLocal: boolean;
};

/** Family names in the order of the alphabet, so that nobody takes a list of these people for real ones. */
const families = ["가", "나", "다", "라", "마", "바", "사", "아", "자", "차", "카", "타", "파", "하"] as const;
const givens = [
  "가람",
  "겨울",
  "고요",
  "구름",
  "그루",
  "나래",
  "나무",
  "노을",
  "누리",
  "다솜",
  "단비",
  "도담",
  "두리",
  "라온",
  "마루",
  "모아",
  "물결",
  "미리",
  "바다",
  "바람",
  "버들",
  "별님",
  "보람",
  "봄비",
  "빛나",
  "새봄",
  "샘물",
  "소리",
  "솔잎",
  "슬기",
  "시내",
  "아라",
  "아침",
  "여울",
  "예시",
  "온새",
  "우주",
  "윤슬",
  "은하",
  "이슬",
  "잎새",
  "재미",
  "조약",
  "지평",
  "찬솔",
  "초롱",
  "큰별",
  "텃밭",
  "파랑",
  "푸름",
  "하늘",
  "한결",
  "한별",
  "햇살",
  "호수",
  "희망",
] as const;
const elsewhere = [
  ["서울특별시", "견본구"],
  ["경기도", "견본시"],
  ["부산광역시", "견본구"],
  ["대구광역시", "견본구"],
  ["충청남도", "견본시"],
  ["경상남도", "견본군"],
  ["제주특별자치도", "견본시"],
  ["인천광역시", "견본구"],
] as const;
/** Born so that every age rule of the samples holds for years to come. */
const FIRST_BIRTH_YEAR = 1994;
const BIRTH_YEARS = 12;
const LOCAL_PERCENT = 46;

type Of = {
  readonly random: SeededRandom;
  readonly definition: ProgrammeDefinition;
  readonly index: number;
  readonly noticeDay: string;
};

/**
 * Somebody who does not exist: reserved mail domain, a telephone block that is never given out, a made-up street.
 * `noticeDay` (YYYY-MM-DD) decides which name of a region is used, because names of regions change by law.
 */
export function syntheticPerson({ random, definition, index, noticeDay }: Of): SyntheticPerson {
  const isLocal = random.integerBelow(100) < LOCAL_PERCENT;
  const family = families[index % families.length] ?? "가";
  // Walking both lists with steps that share no divisor gives each pair once before any comes again.
  const given = givens[Math.floor(index / families.length) % givens.length] ?? "예시";
  const day = (limit: number) => String(1 + random.integerBelow(limit)).padStart(2, "0");
  return {
    name: `${family}${given}`,
    email: `${definition.slug}-${String(index + 1).padStart(4, "0")}@applicant.example`,
    phone: `010-${String(definition.cohort.number).padStart(4, "0")}-${String(index + 1).padStart(4, "0")}`,
    birthDate: `${FIRST_BIRTH_YEAR + random.integerBelow(BIRTH_YEARS)}-${day(12)}-${day(28)}`,
    address: syntheticAddress({ random, definition, index, noticeDay }, isLocal),
    isLocal,
  };
}

function syntheticAddress({ random, definition, index, noticeDay }: Of, isLocal: boolean): SyntheticPerson["address"] {
  const [sido, sigungu] = isLocal
    ? localPlace(definition, noticeDay, random)
    : (elsewhere[random.integerBelow(elsewhere.length)] ?? elsewhere[0]);
  return {
    zonecode: String(99000 + (index % 1000)),
    road: `${sido} ${sigungu} 가상로 ${index + 1}`,
    jibun: "",
    detail: `${1 + random.integerBelow(30)}동 ${100 + random.integerBelow(900)}호`,
    sido,
    sigungu,
    bcode: "",
  };
}

const districts = ["동구", "서구", "남구", "북구", "광산구"] as const;

/** The name that the first region of the definition bears on the notice day. */
function localPlace(
  definition: ProgrammeDefinition,
  noticeDay: string,
  random: SeededRandom,
): readonly [string, string] {
  const [region] = Object.values(definition.regions);
  const alias = region?.match.find(
    ({ from, until }) => (from ?? "") <= noticeDay && noticeDay <= (until ?? "9999-12-31"),
  );
  const names = alias?.sigungu ?? districts;
  return [alias?.sido ?? "광주광역시", names[random.integerBelow(names.length)] ?? "동구"];
}
