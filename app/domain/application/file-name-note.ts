export const fileNameNotes = ["ownName", "school"] as const;
export type FileNameNote = (typeof fileNameNotes)[number];

// A school's short name ends in 대 or 고 (전남대, 광주여고); whole words such as 확대 or 최고 are no school.
const school =
  /대학교|대학원|고등학교|중학교|university|college|high ?school|(?<![가-힣])(?!(?:확|최|반|무|군|시|기|세|연|참|광고|보|재|사|경|신)[대고])[가-힣]{1,5}(?:대|여고|과고|외고)(?![가-힣])/iu;

/**
 * What a file's name gives away: the person's own name, or a school. Spaces and signs between syllables do not hide
 * it. A warning only: reviewers see the document's label instead of the name.
 */
export function fileNameNotesOf(fileName: string, ownNames: readonly string[]): readonly FileNameNote[] {
  const name = fileName.normalize("NFC").replace(/\.[A-Za-z0-9]{1,5}$/, "");
  const letters = lettersOf(name);
  const holds = (own: string) => lettersOf(own).length > 1 && letters.includes(lettersOf(own));
  return fileNameNotes.filter((note) =>
    note === "ownName" ? ownNames.some(holds) : school.test(name.replace(/_/g, " ")),
  );
}

function lettersOf(text: string): string {
  return text
    .normalize("NFC")
    .toLocaleLowerCase("en")
    .replace(/[^\p{L}]/gu, "");
}
