import { z } from "zod";

/** An e-mail address as it is stored and compared: trimmed, in small letters, at most 254 characters. */
export const emailAddress = z
  .string({ error: "account:errors.emailMissing" })
  .trim()
  .toLowerCase()
  .max(254, { error: "account:errors.email" })
  .pipe(z.email({ error: "account:errors.email" }));
