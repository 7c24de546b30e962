import { createHash } from "node:crypto";
import type { Adapter } from "lucia";

/** The database keeps only a hash of what the cookie holds: a stolen copy of it signs nobody in. */
export function withHashedIds(adapter: Adapter): Adapter {
  return {
    async getSessionAndUser(sessionId) {
      const [session, user] = await adapter.getSessionAndUser(hashed(sessionId));
      return [session && { ...session, id: sessionId }, user];
    },
    getUserSessions: (userId) => adapter.getUserSessions(userId),
    setSession: (session) => adapter.setSession({ ...session, id: hashed(session.id) }),
    updateSessionExpiration: (sessionId, expiresAt) => adapter.updateSessionExpiration(hashed(sessionId), expiresAt),
    deleteSession: (sessionId) => adapter.deleteSession(hashed(sessionId)),
    deleteUserSessions: (userId) => adapter.deleteUserSessions(userId),
    deleteExpiredSessions: () => adapter.deleteExpiredSessions(),
  };
}

function hashed(sessionId: string): string {
  return createHash("sha256").update(sessionId).digest("hex");
}
