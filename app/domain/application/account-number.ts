/** Ten to sixteen digits, perhaps in groups: as long as Korean account numbers are. */
const number = /(?<![\d-])\d(?:[\s-]?\d){9,15}(?![\d-]|\s\d)/g;
const beside =
  /계좌|입금|예금주|은행|농협|수협|신협|새마을금고|우체국|뱅크|증권|국민|신한|하나|우리|기업|\bbank\b|\baccount\b|\bKB\b|\bNH\b|\bIBK\b/iu;
/** Mobile and area numbers stand beside a bank's name too, and are none. */
const phone = /^0(?:1[016789]|2|[3-6]\d|70|50\d?)\d{7,8}$/;
const NEAR = 20;

/**
 * Digits that look like a bank account's number: 10 to 16 of them within 20 characters of a bank's name or 계좌. Only a
 * reason to look again, never to refuse: any long number may stand beside those words. The digits as they were typed.
 */
export function accountNumbers(text: string): readonly string[] {
  const plain = text.normalize("NFKC");
  return [...plain.matchAll(number)].flatMap(({ 0: found, index }) => {
    if (phone.test(found.replaceAll(/\D/g, ""))) return [];
    const around = `${plain.slice(Math.max(0, index - NEAR), index)} ${plain.slice(index + found.length, index + found.length + NEAR)}`;
    return beside.test(around) ? [found] : [];
  });
}
