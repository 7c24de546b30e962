import { textOf, type Answers } from "./answers.ts";

/** Answers by which applications are searched, told and selected; copied out at final submission. */
export type AnswerCopies = {
  readonly name: string;
  readonly birthDate: string | null;
  /** E.164, +821012345678, where a Korean number was typed; else as typed. */
  readonly phone: string | null;
  readonly email: string | null;
  readonly firstChoice: string | null;
  readonly secondChoice: string | null;
  readonly acceptOther: "yes" | "no" | null;
};

export function copiesOf(answers: Answers): AnswerCopies {
  const copy = (fieldId: string) => textOf(answers, fieldId) || null;
  const acceptOther = textOf(answers, "acceptOther");
  const phone = copy("phone");
  return {
    name: textOf(answers, "name"),
    birthDate: copy("birthDate"),
    phone: phone && internationalPhone(phone),
    email: copy("email"),
    firstChoice: copy("firstChoice"),
    secondChoice: copy("secondChoice"),
    acceptOther: acceptOther === "yes" || acceptOther === "no" ? acceptOther : null,
  };
}

function internationalPhone(typed: string): string {
  const digits = typed.replace(/[\s().-]/g, "");
  return /^0\d{8,10}$/.test(digits) ? `+82${digits.slice(1)}` : typed;
}
