import { z } from "zod";

export const PASSWORD_MIN = 10;
const PASSWORD_MAX = 200;
const DIFFERENT_CHARACTERS = 5;

/** Whether at least five different characters are in it; "aaaaaaaaaa" and "1212121212" are refused. */
function isVaried(password: string): boolean {
  return new Set(password.normalize("NFC")).size >= DIFFERENT_CHARACTERS;
}

/** A new password: 10 to 200 characters, five of them different. Any character counts, spaces and Hangul too. */
export const newPassword = z
  .string({ error: "account:errors.passwordMissing" })
  // First: nothing is counted in a text of megabytes.
  .max(PASSWORD_MAX, { error: `account:errors.passwordLong?max=${PASSWORD_MAX}`, abort: true })
  .refine((value) => [...value.normalize("NFC")].length >= PASSWORD_MIN, {
    error: `account:errors.passwordShort?min=${PASSWORD_MIN}`,
    abort: true,
  })
  .refine(isVaried, { error: `account:errors.passwordPlain?different=${DIFFERENT_CHARACTERS}` });

/** A password that is only compared: an old one may be shorter than today's rule. */
export const currentPassword = z
  .string({ error: "account:errors.passwordMissing" })
  .max(PASSWORD_MAX, { error: `account:errors.passwordLong?max=${PASSWORD_MAX}` });
