/**
 * Characters as a Korean form counts them: code points after NFC, spaces included, a line break as one.
 * macOS types and uploads decomposed Hangul, which would otherwise count three for one syllable.
 */
export function countCharacters(text: string): number {
  return Array.from(text.normalize("NFC").replaceAll("\r\n", "\n")).length;
}
