import { done, refuse, type Result } from "../result.ts";

type Door = { readonly emailVerifiedAt: string | null; readonly disabledAt: string | null };

/** Asked only after the password matched, so the answer tells nobody else anything. */
export function maySignIn(account: Door): Result<null, "account-disabled" | "email-not-verified"> {
  if (account.disabledAt !== null) return refuse("account-disabled");
  if (account.emailVerifiedAt === null) return refuse("email-not-verified");
  return done(null);
}
