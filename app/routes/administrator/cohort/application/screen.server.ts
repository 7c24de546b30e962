import type { z } from "zod";
import type { Actor } from "#app/domain/access/actor.ts";
import { claimForm, flagForm, reasonForm } from "#app/domain/cohort/form.ts";
import { refuse } from "#app/domain/result.ts";
import { db } from "#app/runtime.server.ts";
import { decideClaim } from "#app/use-cases/decide-claim.ts";
import { decideFlag } from "#app/use-cases/decide-flag.ts";
import { excludeApplication } from "#app/use-cases/exclude-application.ts";
import { restoreApplication } from "#app/use-cases/restore-application.ts";
import type { FailedForm } from "./failed-form.ts";

type Input = {
  readonly cohortId: string;
  readonly applicationId: string;
  readonly formData: FormData;
  readonly now: Date;
};

/** One of the page's forms, told apart by its intent; each ends in one use case. */
export async function screen(actor: Actor, { cohortId, applicationId, formData, now }: Input) {
  const typed = Object.fromEntries(formData);
  const intent = formData.get("intent");
  if (intent === "flag") {
    const read = flagForm.safeParse(typed);
    return read.success
      ? decideFlag(db, actor, { ...read.data, cohortId, now })
      : failed(formData, "flagId", read.error);
  }
  if (intent === "claim") {
    const read = claimForm.safeParse(typed);
    if (!read.success) return failed(formData, "claimId", read.error);
    const { reason, ...claim } = read.data;
    return decideClaim(db, actor, { ...claim, ...(reason === undefined ? {} : { reason }), cohortId, now });
  }
  const read = reasonForm.safeParse(typed);
  if (!read.success) return failed(formData, "intent", read.error);
  const act = { cohortId, applicationId, reason: read.data.reason, now };
  return intent === "restore" ? restoreApplication(db, actor, act) : excludeApplication(db, actor, act);
}

/** What was typed comes back with its errors, to the form it belongs to. */
function failed(formData: FormData, key: string, error: z.ZodError) {
  return refuse<FailedForm>({
    at: String(formData.get(key) ?? ""),
    verdict: String(formData.get("verdict") ?? ""),
    reason: String(formData.get("reason") ?? ""),
    errors: error.issues.map(({ message }) =>
      message.startsWith("administrator:") ? message : "administrator:errors.choose",
    ),
  });
}
