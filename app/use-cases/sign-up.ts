import { formatInstant } from "#app/i18n/format.ts";
import { done, type Result } from "#app/domain/result.ts";
import { paths } from "#app/paths.ts";
import type { Db, Trx } from "#db/connect.ts";
import { isUniqueViolation } from "#db/dialect.ts";
import { insertAccountToken } from "#db/queries/account-tokens.ts";
import { findAccountByEmail, getAccount, insertAccount, actorOf, type Account } from "#db/queries/accounts.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { enqueueMessage } from "#db/queries/outbox.ts";
import { inTransaction } from "#db/transaction.ts";

export const VERIFY_WITHIN_MS = 24 * 60 * 60_000;

export type SignUp = {
  readonly email: string;
  readonly name: string;
  /** Hashed before: hashing takes long and must not hold a transaction. */
  readonly passwordHash: string;
  readonly language: "ko" | "en";
  /** Where to go after signing in for the first time. */
  readonly returnTo?: string | undefined;
  readonly now: Date;
};

/**
 * A new applicant's account, usable once the e-mail is verified. The answer is the same for an e-mail that has an
 * account: its owner is told by mail, nobody else learns it.
 */
export async function signUp(db: Db, input: SignUp): Promise<Result<null, never>> {
  try {
    return await signUpOnce(db, input);
  } catch (error) {
    // Sent twice at the same moment: the other one made the account.
    if (isUniqueViolation(error)) return signUpOnce(db, input);
    throw error;
  }
}

function signUpOnce(db: Db, input: SignUp): Promise<Result<null, never>> {
  return inTransaction(db, async (trx) => {
    const known = await findAccountByEmail(trx, input.email);
    if (known?.emailVerifiedAt) await tellOwner(trx, known, input.now);
    else await askToVerify(trx, known ?? (await createAccount(trx, input)), input);
    return done(null);
  });
}

async function createAccount(trx: Trx, { email, name, passwordHash, language, now }: SignUp): Promise<Account> {
  const id = await insertAccount(trx, {
    email,
    name,
    passwordHash,
    language,
    role: "applicant",
    academyId: null,
    emailVerifiedAt: null,
    now,
  });
  const account = await getAccount(trx, id);
  await recordEvent(trx, {
    event: "account_created",
    actor: actorOf(account),
    subjectKind: "account",
    subjectId: id,
    now,
  });
  return account;
}

/**
 * Name and password travel with the link and not with the account: whoever signs up with somebody else's e-mail
 * cannot replace what the owner typed.
 */
async function askToVerify(trx: Trx, account: Account, input: SignUp): Promise<void> {
  const { email, name, passwordHash, language, returnTo, now } = input;
  const expiresAt = new Date(now.getTime() + VERIFY_WITHIN_MS);
  const token = await insertAccountToken(trx, {
    kind: "verify_email",
    accountId: account.id,
    email,
    payload: { name, passwordHash, language, ...(returnTo ? { returnTo } : {}) },
    expiresAt,
    now,
  });
  await enqueueMessage(trx, {
    key: `verify_email:${account.id}:${now.toISOString()}`,
    message: {
      kind: "verify_email",
      name,
      path: paths.verifyEmail(token),
      expiresAt: formatInstant(expiresAt, language),
    },
    recipient: email,
    language,
    now,
  });
}

async function tellOwner(trx: Trx, account: Account, now: Date): Promise<void> {
  await enqueueMessage(trx, {
    // At most one an hour: nobody can fill a stranger's mailbox.
    key: `account_exists:${account.id}:${now.toISOString().slice(0, 13)}`,
    message: { kind: "account_exists", name: account.name, path: paths.signIn() },
    recipient: account.email,
    language: account.language,
    now,
  });
}
