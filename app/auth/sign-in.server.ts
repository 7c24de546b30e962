import { passwordMatches } from "./password.server.ts";
import { endSession, startSession } from "./session.server.ts";
import { forgetAttempts, mayAttempt } from "./throttle.server.ts";
import type { Role } from "#app/domain/access/actor.ts";
import { maySignIn } from "#app/domain/account/may-sign-in.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import { db } from "#app/runtime.server.ts";
import { findAccountByEmail } from "#db/queries/accounts.ts";

export type SignInRefusal = "too-many-attempts" | "wrong-credentials" | "account-disabled" | "email-not-verified";
export type SignedIn = { readonly accountId: string; readonly role: Role; readonly cookie: string };

/** The one way into an account by its password, wherever the form stands. `address` is the visitor's. */
export async function signInWith(
  request: Request,
  { email, password, address }: { email: string; password: string; address: string },
): Promise<Result<SignedIn, SignInRefusal>> {
  if (!(await mayAttempt({ address, email }))) return refuse("too-many-attempts");
  const account = await findAccountByEmail(db, email);
  if (!(await passwordMatches(account?.passwordHash ?? null, password)) || !account) return refuse("wrong-credentials");
  const door = maySignIn(account);
  if (!door.ok) return door;

  await forgetAttempts({ address, email });
  // The session that this browser had, if any, ends: an id known before signing in is worth nothing after it.
  await endSession(request);
  return done({ accountId: account.id, role: account.role, cookie: await startSession(account.id) });
}
