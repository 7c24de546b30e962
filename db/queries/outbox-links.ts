import type { Message } from "#app/domain/message/message.ts";
import type { Db } from "../connect.ts";

/** A link that opens an account is forgotten once it has been sent: a stolen copy of the database opens nothing. */
export async function forgetLink(db: Db, { id, message }: { id: string; message: Message }): Promise<void> {
  await db
    .updateTable("outbox")
    .set({ payload: JSON.stringify({ ...message, path: "/" }) })
    .where("id", "=", id)
    .execute();
}
