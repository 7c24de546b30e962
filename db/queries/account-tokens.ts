import { createHash, randomBytes } from "node:crypto";
import type { Selectable } from "kysely";
import type { Db } from "../connect.ts";
import type { Database } from "../schema.ts";

type Kind = Database["accountToken"]["kind"];

export type AccountToken = Omit<Selectable<Database["accountToken"]>, "payload"> & {
  /** What the link carries besides itself; each use case reads its own part. */
  readonly payload: unknown;
};

export type NewAccountToken = {
  readonly kind: Kind;
  readonly accountId?: string | null;
  readonly academyId?: string | null;
  readonly email: string;
  readonly payload?: unknown;
  readonly expiresAt: Date;
  readonly now: Date;
};

/** Makes the token that a link carries. The database keeps only its hash: a stolen copy of it opens nothing. */
export async function insertAccountToken(
  db: Db,
  { kind, accountId = null, academyId = null, email, payload = {}, expiresAt, now }: NewAccountToken,
): Promise<string> {
  const token = randomBytes(24).toString("base64url");
  await db
    .insertInto("accountToken")
    .values({
      id: tokenId(token),
      accountId,
      academyId,
      kind,
      email,
      payload: JSON.stringify(payload),
      createdAt: now.toISOString(),
      expiresAt: expiresAt.toISOString(),
      usedAt: null,
    })
    .execute();
  return token;
}

type Presented = { readonly kind: Kind; readonly token: string; readonly now: Date };

/** Looks without using up: for showing a page. */
export async function findAccountToken(db: Db, { kind, token, now }: Presented): Promise<AccountToken | undefined> {
  const row = await db
    .selectFrom("accountToken")
    .selectAll()
    .where("id", "=", tokenId(token))
    .where("kind", "=", kind)
    .where("usedAt", "is", null)
    .where("expiresAt", ">", now.toISOString())
    .executeTakeFirst();
  return row && toToken(row);
}

/** Uses it up in one statement, so that of two requests with the same link only one gets it. */
export async function takeAccountToken(db: Db, { kind, token, now }: Presented): Promise<AccountToken | undefined> {
  const row = await db
    .updateTable("accountToken")
    .set({ usedAt: now.toISOString() })
    .where("id", "=", tokenId(token))
    .where("kind", "=", kind)
    .where("usedAt", "is", null)
    .where("expiresAt", ">", now.toISOString())
    .returningAll()
    .executeTakeFirst();
  return row && toToken(row);
}

/** Links sent earlier open nothing any more. Without `academyId`: those of no academy. */
export async function endAccountTokens(
  db: Db,
  { kind, email, academyId = null, now }: { kind: Kind; email: string; academyId?: string | null; now: Date },
): Promise<void> {
  await db
    .updateTable("accountToken")
    .set({ usedAt: now.toISOString() })
    .where("email", "=", email)
    .where("kind", "=", kind)
    .where("academyId", academyId === null ? "is" : "=", academyId)
    .where("usedAt", "is", null)
    .execute();
}

/** Invitations that nobody has accepted yet, expired ones too: they can be sent again. */
export async function listOpenInvitations(db: Db, academyId: string): Promise<readonly AccountToken[]> {
  const rows = await db
    .selectFrom("accountToken")
    .selectAll()
    .where("academyId", "=", academyId)
    .where("kind", "=", "staff_invitation")
    .where("usedAt", "is", null)
    .orderBy("createdAt", "desc")
    .limit(500)
    .execute();
  return rows.map(toToken);
}

export async function findOpenInvitation(
  db: Db,
  { academyId, id }: { academyId: string; id: string },
): Promise<AccountToken | undefined> {
  const row = await db
    .selectFrom("accountToken")
    .selectAll()
    .where("id", "=", id)
    .where("academyId", "=", academyId)
    .where("kind", "=", "staff_invitation")
    .where("usedAt", "is", null)
    .executeTakeFirst();
  return row && toToken(row);
}

function tokenId(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

function toToken(row: Selectable<Database["accountToken"]>): AccountToken {
  return { ...row, payload: JSON.parse(row.payload) as unknown };
}
