import type { Adapter, DatabaseSession, DatabaseUser } from "lucia";
import type { Db } from "./connect.ts";

/** Lucia's seven functions over our own tables, so that an instant has one format on both engines. */
export function sessionAdapter(db: Db): Adapter {
  return {
    async getSessionAndUser(sessionId) {
      const row = await db
        .selectFrom("session")
        .innerJoin("account", "account.id", "session.accountId")
        .select(["session.id", "session.accountId", "session.expiresAt"])
        .select(["account.email", "account.name", "account.role", "account.academyId", "account.language"])
        .where("session.id", "=", sessionId)
        .where("account.disabledAt", "is", null)
        .executeTakeFirst();
      if (!row) return [null, null];
      const { email, name, role, academyId, language } = row;
      const user: DatabaseUser = { id: row.accountId, attributes: { email, name, role, academyId, language } };
      return [toSession(row), user];
    },
    async getUserSessions(accountId) {
      const rows = await db.selectFrom("session").selectAll().where("accountId", "=", accountId).limit(500).execute();
      return rows.map(toSession);
    },
    async setSession({ id, userId, expiresAt }) {
      await db.insertInto("session").values({ id, accountId: userId, expiresAt: expiresAt.toISOString() }).execute();
    },
    async updateSessionExpiration(sessionId, expiresAt) {
      await db.updateTable("session").set({ expiresAt: expiresAt.toISOString() }).where("id", "=", sessionId).execute();
    },
    async deleteSession(sessionId) {
      await db.deleteFrom("session").where("id", "=", sessionId).execute();
    },
    async deleteUserSessions(accountId) {
      await db.deleteFrom("session").where("accountId", "=", accountId).execute();
    },
    async deleteExpiredSessions() {
      await db.deleteFrom("session").where("expiresAt", "<=", new Date().toISOString()).execute();
    },
  };
}

function toSession(row: { id: string; accountId: string; expiresAt: string }): DatabaseSession {
  return { id: row.id, userId: row.accountId, expiresAt: new Date(row.expiresAt), attributes: {} };
}
