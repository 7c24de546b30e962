/** How a form's characters are counted: `countSpaces` false leaves blanks and line breaks out. */
export type Counting = { readonly countSpaces?: boolean | undefined };

/**
 * Length of an answer in characters: code points after NFC, a line break as one; spaces included unless the form says
 * otherwise. A Mac sends decomposed syllables, which would otherwise count three times. Source: 공백 포함·공백 제외 글자 수.
 */
export function countCharacters(text: string, { countSpaces = true }: Counting = {}): number {
  const composed = text.normalize("NFC").replaceAll("\r\n", "\n");
  return Array.from(countSpaces ? composed : composed.replace(/\s/g, "")).length;
}
