import { isDay } from "../programme/day.ts";

// Six digits of a birth date, at most a dash or blanks, then 1 to 8 and six more; never inside a longer number.
const shape = /(?<!\d)(\d{2})(\d{2})(\d{2})\s?[-‐‑‒–—−~_]?\s?([1-8])\d{6}(?!\d)/g;

/**
 * Whether a text holds a resident registration number, with or without its dash: a valid birth date and a seventh digit
 * of 1 to 8 (1, 2, 5, 6: born 19xx; 3, 4, 7, 8: born 20xx). The check digit is not asked: numbers given since October
 * 2020 have none. Source: 개인정보 보호법 제24조의2; only a statute may allow collecting one.
 */
export function containsResidentNumber(text: string): boolean {
  return [...text.normalize("NFKC").matchAll(shape)].some(([, year, month, day, seventh]) => {
    const century = "1256".includes(seventh ?? "") ? "19" : "20";
    return isDay(`${century}${year}-${month}-${day}`);
  });
}
