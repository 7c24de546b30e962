import { Lucia, TimeSpan } from "lucia";
import { withHashedIds } from "./hashed-ids.server.ts";
import type { AccountActor, Role } from "#app/domain/access/actor.ts";
import { env } from "#app/env.server.ts";
import { db } from "#app/runtime.server.ts";
import { sessionAdapter } from "#db/session-adapter.ts";

declare module "lucia" {
  interface Register {
    Lucia: typeof lucia;
    DatabaseUserAttributes: {
      email: string;
      name: string;
      role: Role;
      academyId: string | null;
      language: "ko" | "en";
    };
  }
}

const lasts = new TimeSpan(12, "h");
const sessions = withHashedIds(sessionAdapter(db));

/**
 * Lucia v3 is no longer developed: only this file and db/session-adapter.ts know it. It may not lengthen a session by
 * itself: the cookie would still end at its time, and the pages would tell a later one.
 */
const lucia = new Lucia(
  { ...sessions, updateSessionExpiration: async () => {} },
  {
    sessionExpiresIn: lasts,
    sessionCookie: {
      name: "session",
      attributes: { secure: env.publicUrl.startsWith("https:"), sameSite: "lax", path: "/" },
    },
    getUserAttributes: (attributes) => attributes,
  },
);

export async function findActor(request: Request): Promise<AccountActor | undefined> {
  const sessionId = lucia.readSessionCookie(request.headers.get("Cookie") ?? "");
  if (!sessionId) return undefined;
  const { user } = await lucia.validateSession(sessionId);
  if (!user) return undefined;
  const { id, email, name, role, academyId, language } = user;
  return { kind: "account", accountId: id, email, name, role, academyId, language };
}

/** A new session at every sign-in: the old one's id is worth nothing afterwards. */
export async function startSession(accountId: string): Promise<string> {
  await lucia.deleteExpiredSessions();
  const session = await lucia.createSession(accountId, {});
  return lucia.createSessionCookie(session.id).serialize();
}

export async function endSession(request: Request): Promise<string> {
  const sessionId = lucia.readSessionCookie(request.headers.get("Cookie") ?? "");
  if (sessionId) await lucia.invalidateSession(sessionId);
  return lucia.createBlankSessionCookie().serialize();
}

/** When the session of this request ends, if it has one. */
export async function sessionEnd(request: Request): Promise<Date | undefined> {
  const sessionId = lucia.readSessionCookie(request.headers.get("Cookie") ?? "");
  if (!sessionId) return undefined;
  const [session, user] = await sessions.getSessionAndUser(sessionId);
  return session && user && session.expiresAt > new Date() ? session.expiresAt : undefined;
}

export type Extended = { readonly cookie: string; readonly expiresAt: Date };

/** The whole time again from now on; nothing for a session that has ended. */
export async function extendSession(request: Request): Promise<Extended | undefined> {
  const sessionId = lucia.readSessionCookie(request.headers.get("Cookie") ?? "");
  if (!sessionId || !(await sessionEnd(request))) return undefined;
  const expiresAt = new Date(Date.now() + lasts.milliseconds());
  await sessions.updateSessionExpiration(sessionId, expiresAt);
  return { cookie: lucia.createSessionCookie(sessionId).serialize(), expiresAt };
}

/** For acts that show that somebody is there: extends a session of which less than half is left. */
export async function keepSession(request: Request): Promise<Extended | undefined> {
  const end = await sessionEnd(request);
  return end && end.getTime() - Date.now() < lasts.milliseconds() / 2 ? extendSession(request) : undefined;
}
