import { randomBytes } from "node:crypto";
import type { Selectable } from "kysely";
import { accountIdOf, type Actor } from "#app/domain/access/actor.ts";
import { canonicalJson, type Json } from "#app/domain/proof/canonical-json.ts";
import { chainHead, emptyChainHead } from "#app/domain/proof/hash-chain.ts";
import { sha256Hex } from "#app/domain/proof/sha256.ts";
import type { Db } from "../connect.ts";
import { newId } from "../id.ts";
import type { Database } from "../schema.ts";

export type AuditEvent = {
  readonly event: string;
  readonly actor: Actor;
  readonly cohortId?: string | null;
  readonly subjectKind: string;
  readonly subjectId: string;
  /** What changed. Stays outside the chain: only a salted commitment to it is chained, so it can be destroyed later. */
  readonly payload?: Readonly<Record<string, Json | undefined>>;
  readonly now: Date;
};

/**
 * Appends to the hash chain of the cohort (or of the portal). Updating the chain's row first makes writers queue,
 * so the sequence has no gap and no fork on either engine.
 */
export async function recordEvent(
  db: Db,
  { event, actor, cohortId = null, subjectKind, subjectId, payload = {}, now }: AuditEvent,
): Promise<void> {
  const chain = cohortId ?? "portal";
  await db
    .insertInto("auditChain")
    .values({ chain, size: 0, head: emptyChainHead })
    .onConflict((conflict) => conflict.column("chain").doNothing())
    .execute();
  const { size, head } = await db
    .updateTable("auditChain")
    .set((eb) => ({ size: eb("size", "+", 1) }))
    .where("chain", "=", chain)
    .returning(["size", "head"])
    .executeTakeFirstOrThrow();

  const salt = randomBytes(32).toString("hex");
  const payloadText = canonicalJson(payload);
  const entry = {
    sequence: size,
    at: now.toISOString(),
    actorId: accountIdOf(actor),
    actorRole: actor.kind === "account" ? actor.role : "system",
    event,
    subjectKind,
    subjectId,
    commitment: sha256Hex(salt + payloadText),
  };
  const hash = chainHead({ head, entry: chainedPart(entry) });
  await db.updateTable("auditChain").set({ head: hash }).where("chain", "=", chain).execute();
  await db
    .insertInto("auditEntry")
    .values({ id: newId(now), chain, cohortId, ...entry, payload: payloadText, salt, hash })
    .execute();
}

type Chained = Pick<
  Selectable<Database["auditEntry"]>,
  "sequence" | "at" | "actorId" | "actorRole" | "event" | "subjectKind" | "subjectId" | "commitment"
>;

/** What the hash of an entry is taken of, as canonical JSON: everything about it but the payload and its salt. */
function chainedPart({ sequence, at, actorId, actorRole, event, subjectKind, subjectId, commitment }: Chained) {
  const subject = `${subjectKind}:${subjectId}`;
  return { at, actor: actorId ?? "system", commitment, event, role: actorRole, sequence, subject };
}

export type AuditRow = {
  readonly sequence: number;
  readonly at: string;
  readonly actorName: string | null;
  readonly actorRole: string;
  readonly event: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly payload: string | null;
  readonly hash: string;
};

export async function listAuditEntries(
  db: Db,
  { chain, before, limit }: { chain: string; before?: number | undefined; limit: number },
): Promise<readonly AuditRow[]> {
  let query = db
    .selectFrom("auditEntry")
    .leftJoin("account", "account.id", "auditEntry.actorId")
    .select([
      "sequence",
      "at",
      "account.name as actorName",
      "actorRole",
      "event",
      "subjectKind",
      "subjectId",
      "payload",
      "hash",
    ])
    .where("chain", "=", chain);
  if (before !== undefined) query = query.where("sequence", "<", before);
  return query.orderBy("sequence", "desc").limit(limit).execute();
}

/** Recomputes a chain from its first entry; `brokenAt` is the first sequence that does not fit. */
export async function verifyChain(db: Db, chain: string): Promise<{ size: number; brokenAt: number | null }> {
  let head = emptyChainHead;
  let expected = 1;
  const known = await db.selectFrom("auditChain").selectAll().where("chain", "=", chain).executeTakeFirst();
  for (;;) {
    const entries = await db
      .selectFrom("auditEntry")
      .selectAll()
      .where("chain", "=", chain)
      .where("sequence", ">=", expected)
      .orderBy("sequence")
      .limit(1000)
      .execute();
    if (entries.length === 0) break;
    for (const entry of entries) {
      // A payload may be destroyed together with its salt; one that is there must be the one that was committed to.
      const kept =
        entry.payload === null || (entry.salt !== null && sha256Hex(entry.salt + entry.payload) === entry.commitment);
      head = chainHead({ head, entry: chainedPart(entry) });
      if (!kept || entry.sequence !== expected || head !== entry.hash)
        return { size: known?.size ?? 0, brokenAt: expected };
      expected += 1;
    }
  }
  const { size, head: recorded } = known ?? { size: 0, head: emptyChainHead };
  const whole = size === expected - 1 && recorded === head;
  return { size: known?.size ?? 0, brokenAt: whole ? null : expected };
}
