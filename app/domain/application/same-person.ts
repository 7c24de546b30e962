/** By what a person is known again in another application: what was handed in. */
export type PersonMarks = {
  readonly name: string;
  readonly birthDate: string | null;
  readonly phone: string | null;
};

/** Key of the built-in rule under which staff are told; a definition's own rules have other keys. */
export const SAME_PERSON = "same-person";

/**
 * Whether two applications seem to be of one person: the same name (spaces, capitals and decomposed letters do not
 * count), birth date and mobile phone. Whoever left one of them empty is nobody's double. It is for a person to judge:
 * twins share two of the three, families a phone.
 */
export function isSamePerson(one: PersonMarks, other: PersonMarks): boolean {
  const mine = marksOf(one);
  return mine !== undefined && mine === marksOf(other);
}

function marksOf({ name, birthDate, phone }: PersonMarks): string | undefined {
  const letters = name.normalize("NFKC").replaceAll(/\s/g, "").toLowerCase();
  const digits = (phone ?? "").replaceAll(/\D/g, "");
  return letters === "" || !birthDate || digits === "" ? undefined : `${letters} ${birthDate} ${digits}`;
}
