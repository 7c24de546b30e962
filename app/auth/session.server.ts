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

/** Lucia v3 is no longer developed: only this file and db/session-adapter.ts know it. */
const lucia = new Lucia(withHashedIds(sessionAdapter(db)), {
  sessionExpiresIn: new TimeSpan(12, "h"),
  sessionCookie: {
    name: "session",
    attributes: { secure: env.publicUrl.startsWith("https:"), sameSite: "lax", path: "/" },
  },
  getUserAttributes: (attributes) => attributes,
});

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
