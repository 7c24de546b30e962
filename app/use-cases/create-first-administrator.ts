import { done, refuse, type Result } from "#app/domain/result.ts";
import type { Db } from "#db/connect.ts";
import { countAcademies, insertAcademy } from "#db/queries/academies.ts";
import { endAccountTokens, insertAccountToken, takeAccountToken } from "#db/queries/account-tokens.ts";
import { actorOf, findAccountByEmail, getAccount, insertAccount, saveVerifiedAccount } from "#db/queries/accounts.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { isDemo } from "#db/queries/settings.ts";
import { inTransaction } from "#db/transaction.ts";

const VALID_FOR_MS = 24 * 60 * 60_000;

/**
 * The token of the one-time link that start prints for an empty database; nothing when the portal has an academy
 * or is a demo. Each start makes a new one and ends the one before.
 */
export async function createFirstAdministratorToken(db: Db, now: Date): Promise<string | undefined> {
  return inTransaction(db, async (trx) => {
    if (!(await isEmpty(trx))) return undefined;
    await endAccountTokens(trx, { kind: "first_administrator", email: "", now });
    const expiresAt = new Date(now.getTime() + VALID_FOR_MS);
    return insertAccountToken(trx, { kind: "first_administrator", email: "", expiresAt, now });
  });
}

export type FirstAdministrator = {
  readonly token: string;
  readonly academyNameKo: string;
  readonly academyNameEn: string;
  readonly name: string;
  readonly email: string;
  readonly passwordHash: string;
  readonly language: "ko" | "en";
  readonly now: Date;
};

/** The academy and its first administrator. Whoever reads the machine's console is trusted with the e-mail too. */
export async function createFirstAdministrator(
  db: Db,
  input: FirstAdministrator,
): Promise<Result<{ accountId: string }, "link-invalid" | "email-taken">> {
  const { token, academyNameKo, academyNameEn, name, email, passwordHash, language, now } = input;
  return inTransaction(db, async (trx) => {
    const known = await findAccountByEmail(trx, email);
    if (known?.emailVerifiedAt) return refuse("email-taken");
    const taken = await takeAccountToken(trx, { kind: "first_administrator", token, now });
    if (!taken || !(await isEmpty(trx))) return refuse("link-invalid");

    const academyId = await insertAcademy(trx, {
      slug: slugOf(academyNameEn),
      nameKo: academyNameKo,
      nameEn: academyNameEn,
      now,
    });
    const values = { name, passwordHash, language, role: "administrator" as const, academyId };
    const accountId = known?.id ?? (await insertAccount(trx, { ...values, email, emailVerifiedAt: now, now }));
    if (known) await saveVerifiedAccount(trx, { id: known.id, ...values, now });
    await recordEvent(trx, {
      event: "academy_created",
      actor: actorOf(await getAccount(trx, accountId)),
      subjectKind: "academy",
      subjectId: academyId,
      payload: { nameKo: academyNameKo, nameEn: academyNameEn },
      now,
    });
    return done({ accountId });
  });
}

async function isEmpty(db: Db): Promise<boolean> {
  return (await countAcademies(db)) === 0 && !(await isDemo(db));
}

/** "GCC Academy" becomes "gcc-academy". */
function slugOf(name: string): string {
  const slug = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
  return slug.slice(0, 60) || "academy";
}
