const covered = "●●●";
/** Shorter names are also everyday words, and hiding those would make an essay unreadable. */
const SHORTEST_NAME = 3;

/** A person's own details that would tell a reviewer who wrote a text. */
export type OwnDetails = {
  readonly names: readonly string[];
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  /** Birth date, street, application number: hidden wherever they stand as they were given. */
  readonly others: readonly string[];
};

/** The text with the writer's own details covered, in whatever spacing or hyphens they were written. */
export function coverOwnDetails(text: string, details: OwnDetails): string {
  const patterns = [
    ...details.names
      .filter((name) => letters(name).length >= SHORTEST_NAME)
      .map((name) => spelled(letters(name), "\\s*")),
    ...details.emails.filter((email) => email.includes("@")).map((email) => escaped(email)),
    ...details.phones
      .map(digitsOf)
      .filter((digits) => digits.length >= 8)
      .map(phonePattern),
    ...details.others.filter((other) => other.trim().length >= 5).map((other) => escaped(other.trim())),
  ];
  return patterns.reduce(
    (covering, pattern) => covering.replaceAll(new RegExp(pattern, "giu"), covered),
    text.normalize("NFC"),
  );
}

export function isCovered(text: string): boolean {
  return text.includes(covered);
}

function phonePattern(digits: string): string {
  // +82 10 … and 010 … are the same number.
  const national = digits.startsWith("82") ? digits.slice(2) : digits.replace(/^0/, "");
  return `(?:\\+?82[\\s.-]*0?|0)?${spelled([...national], "[\\s.\\-)]*")}`;
}

function letters(name: string): readonly string[] {
  return [...name.normalize("NFC").replaceAll(/\s+/g, "")];
}

function spelled(characters: readonly string[], between: string): string {
  return characters.map(escaped).join(between);
}

function digitsOf(phone: string): string {
  return phone.replaceAll(/\D/g, "");
}

function escaped(text: string): string {
  return text.normalize("NFC").replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
