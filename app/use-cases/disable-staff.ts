import type { Actor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import type { Db, Trx } from "#db/connect.ts";
import {
  countOtherAdministrators,
  deleteSessionsOf,
  findAccount,
  lockAcademy,
  saveDisabledAt,
  type Account,
} from "#db/queries/accounts.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { inTransaction } from "#db/transaction.ts";

type Target = { readonly academyId: string; readonly accountId: string; readonly now: Date };
export type DisableRefusal = "not-yours" | "not-oneself" | "last-administrator";

/** Ends somebody's access at once. Nobody shuts themselves out, and an academy keeps an administrator. */
export async function disableStaff(db: Db, actor: Actor, target: Target): Promise<Result<null, DisableRefusal>> {
  const { academyId, accountId, now } = target;
  return inTransaction(db, async (trx) => {
    await lockAcademy(trx, academyId);
    const member = await findStaffMember(trx, actor, target);
    if (!member) return refuse("not-yours");
    if (actor.kind === "account" && actor.accountId === accountId) return refuse("not-oneself");
    if (member.disabledAt) return done(null);
    // Two administrators may disable each other at the same time: the second one is stopped here.
    if (member.role === "administrator" && (await countOtherAdministrators(trx, target)) === 0)
      return refuse("last-administrator");

    await saveDisabledAt(trx, { accountId, disabledAt: now });
    await deleteSessionsOf(trx, accountId);
    await recordEvent(trx, { event: "staff_disabled", actor, subjectKind: "account", subjectId: accountId, now });
    return done(null);
  });
}

export async function enableStaff(db: Db, actor: Actor, target: Target): Promise<Result<null, DisableRefusal>> {
  const { accountId, now } = target;
  return inTransaction(db, async (trx) => {
    const member = await findStaffMember(trx, actor, target);
    if (!member) return refuse("not-yours");
    if (!member.disabledAt) return done(null);

    await saveDisabledAt(trx, { accountId, disabledAt: null });
    await recordEvent(trx, { event: "staff_enabled", actor, subjectKind: "account", subjectId: accountId, now });
    return done(null);
  });
}

async function findStaffMember(trx: Trx, actor: Actor, { academyId, accountId }: Target): Promise<Account | undefined> {
  if (!can(actor, "people:manage", { academyId })) return undefined;
  const member = await findAccount(trx, accountId);
  return member?.academyId === academyId ? member : undefined;
}
