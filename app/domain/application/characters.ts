/**
 * Length of an answer in characters: code points after NFC, spaces included, a line break as one. A Mac sends
 * decomposed syllables, which would otherwise count three times. Source: 공백 포함 글자 수.
 */
export function countCharacters(text: string): number {
  return Array.from(text.normalize("NFC").replaceAll("\r\n", "\n")).length;
}
