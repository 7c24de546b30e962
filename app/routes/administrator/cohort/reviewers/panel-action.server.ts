import type { AccountActor } from "#app/domain/access/actor.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import { memberForm, removalForm } from "#app/domain/review/form.ts";
import { doInWorker } from "#app/http/jobs.server.ts";
import { db } from "#app/runtime.server.ts";
import { addPanelMember } from "#app/use-cases/add-panel-member.ts";
import { prepareAssignment } from "#app/use-cases/prepare-assignment.ts";
import { removePanelMember } from "#app/use-cases/remove-panel-member.ts";

type Act = {
  readonly cohortId: string;
  readonly stageKey: string;
  readonly form: FormData;
  readonly now: Date;
};

/** What was asked for on the page; the answer's value is the query of the page to go to. */
export async function actOnPanel(actor: AccountActor, { form, ...input }: Act): Promise<Result<string, string>> {
  const { cohortId, stageKey } = input;
  switch (form.get("intent")) {
    case "add": {
      const parsed = memberForm.safeParse(Object.fromEntries(form));
      if (!parsed.success) return refuse("invalid");
      const { reviewerId, trackKey, isExternal } = parsed.data;
      const member = { reviewerId, trackKey, isExternal: isExternal === "external" };
      const added = await addPanelMember(db, actor, { ...input, ...member });
      return added.ok ? done("notice=added") : added;
    }
    case "remove": {
      const parsed = removalForm.safeParse(Object.fromEntries(form));
      if (!parsed.success) return refuse("invalid");
      const removed = await removePanelMember(db, actor, { ...input, memberId: parsed.data.memberId });
      return removed.ok ? done("notice=removed") : removed;
    }
    case "prepare": {
      const prepared = await prepareAssignment(db, actor, input);
      return prepared.ok ? done("preview=1") : prepared;
    }
    case "assign": {
      const answer = await doInWorker(actor, { kind: "assign_reviewers", cohortId, payload: { stageKey } });
      if (answer.status === "running") return done("notice=running");
      if (answer.status === "refused") return refuse(answer.refusal);
      const { added } = answer.result as { readonly added: number };
      return done(added === 0 ? "notice=nothing" : `notice=assigned&reviews=${added}`);
    }
    default:
      return refuse("invalid");
  }
}
