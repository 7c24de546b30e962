import type { Language } from "#app/i18n/language.ts";

type Sido = Readonly<Record<Language, string>>;

/** Provinces and metropolitan cities by their official names since 1 July 2026; the Korean name is what is stored. */
export const sidos: readonly Sido[] = [
  { ko: "서울특별시", en: "Seoul" },
  { ko: "부산광역시", en: "Busan" },
  { ko: "대구광역시", en: "Daegu" },
  { ko: "인천광역시", en: "Incheon" },
  { ko: "대전광역시", en: "Daejeon" },
  { ko: "울산광역시", en: "Ulsan" },
  { ko: "세종특별자치시", en: "Sejong" },
  { ko: "전남광주통합특별시", en: "Jeonnam-Gwangju" },
  { ko: "경기도", en: "Gyeonggi" },
  { ko: "강원특별자치도", en: "Gangwon" },
  { ko: "충청북도", en: "North Chungcheong" },
  { ko: "충청남도", en: "South Chungcheong" },
  { ko: "전북특별자치도", en: "Jeonbuk" },
  { ko: "경상북도", en: "North Gyeongsang" },
  { ko: "경상남도", en: "South Gyeongsang" },
  { ko: "제주특별자치도", en: "Jeju" },
];

/** An address registered before that day may still be written with the old name. */
export const formerSidos: readonly Sido[] = [
  { ko: "광주광역시", en: "Gwangju (Metropolitan City)" },
  { ko: "전라남도", en: "South Jeolla (Jeonnam)" },
];
