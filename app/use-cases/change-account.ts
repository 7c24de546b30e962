import { personName } from "#app/domain/account/person-name.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import type { Db } from "#db/connect.ts";
import { saveAccountDetails } from "#db/queries/accounts.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { inTransaction } from "#db/transaction.ts";

type ChangeAccount = { readonly name: string; readonly language: string; readonly now: Date };
/** A message key of the account's words, for what is wrong with the name. */
export type AccountRefusal = "not-yours" | "language-needed" | { readonly kind: "name"; readonly message: string };

/** One's own name and the language of messages. What was submitted keeps the name it was submitted under. */
export async function changeAccount(
  db: Db,
  actor: Actor,
  { now, ...given }: ChangeAccount,
): Promise<Result<null, AccountRefusal>> {
  if (actor.kind !== "account") return refuse("not-yours");
  const { accountId } = actor;
  if (!can(actor, "account:change", { accountId })) return refuse("not-yours");
  const name = personName.safeParse(given.name);
  if (!name.success) return refuse({ kind: "name", message: name.error.issues[0]?.message ?? "account:errors.name" });
  const language = (["ko", "en"] as const).find((each) => each === given.language);
  if (language === undefined) return refuse("language-needed");
  return inTransaction(db, async (trx) => {
    await saveAccountDetails(trx, { id: accountId, name: name.data, language });
    const changed = [
      ...(name.data === actor.name ? [] : ["name"]),
      ...(language === actor.language ? [] : ["language"]),
    ];
    await recordEvent(trx, {
      event: "account_changed",
      actor,
      subjectKind: "account",
      subjectId: accountId,
      payload: { changed },
      now,
    });
    return done(null);
  });
}
