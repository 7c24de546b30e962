import { z } from "zod";

/** Letters of any script with the marks that names have. Nothing that a mail program would turn into a link. */
const namePattern = /^[\p{L}\p{M}][\p{L}\p{M}\p{N} .'’·()-]*$/u;
const linkPattern = /\.[\p{L}\p{N}]{2,}/u;

/**
 * A person's name, 1 to 60 characters. It is printed in mails to addresses that nobody has proved yet,
 * so an address or a sentence with a link is refused.
 */
export const personName = z
  .string({ error: "account:errors.nameMissing" })
  .trim()
  .normalize("NFC")
  .min(1, { error: "account:errors.nameMissing" })
  .max(60, { error: "account:errors.nameLong?max=60" })
  .refine((name) => namePattern.test(name) && !linkPattern.test(name), { error: "account:errors.name" });
