import { carriesSecretLink, type Message } from "#app/domain/message/message.ts";
import type { Db } from "../connect.ts";

/** Until when somebody is signed in, and on how many devices; never the keys themselves. */
export async function listSessionEnds(db: Db, accountId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("session")
    .select("expiresAt")
    .where("accountId", "=", accountId)
    .orderBy("expiresAt")
    .execute();
  return rows.map(({ expiresAt }) => expiresAt);
}

export type OwnMessage = {
  readonly kind: string;
  readonly status: string;
  readonly recipient: string;
  readonly subject: string | null;
  /** Empty until it was sent, and where a link in it would open the account. */
  readonly text: string | null;
  readonly createdAt: string;
  readonly sentAt: string | null;
};

/** Messages about an application, or (without one) those about the account, oldest first. */
export async function listOwnMessages(
  db: Db,
  about: { readonly applicationId: string } | { readonly recipient: string },
): Promise<readonly OwnMessage[]> {
  const messages = db
    .selectFrom("outbox")
    .select(["kind", "status", "recipient", "subject", "bodyText", "payload", "createdAt", "sentAt"])
    .orderBy("createdAt")
    .limit(1000);
  const rows = await (
    "applicationId" in about
      ? messages.where("applicationId", "=", about.applicationId)
      : messages.where("applicationId", "is", null).where("recipient", "=", about.recipient)
  ).execute();
  return rows.map(({ payload, bodyText, ...row }) => {
    const isSecret = carriesSecretLink(JSON.parse(payload) as Message);
    return { ...row, text: isSecret ? null : bodyText };
  });
}
