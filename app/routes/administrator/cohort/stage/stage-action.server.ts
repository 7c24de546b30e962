import type { ActionFunctionArgs } from "@remix-run/node";
import { doInWorker } from "#app/http/jobs.server.ts";
import { readFormData } from "#app/http/form.server.ts";
import { param } from "#app/http/params.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { instantOfSeoulInput } from "#app/i18n/seoul-time.ts";
import { paths } from "#app/paths.ts";
import { db } from "#app/runtime.server.ts";
import { approveStage } from "#app/use-cases/approve-stage.ts";
import { markAbsent } from "#app/use-cases/mark-absent.ts";
import { openStage } from "#app/use-cases/open-stage.ts";
import { publishStage } from "#app/use-cases/publish-stage.ts";
import { reopenStage } from "#app/use-cases/reopen-stage.ts";
import { answerAct, answerJob, refused } from "../act-answer.server.ts";
import { requireManagedCohort } from "../managed-cohort.server.ts";

/** Every act on a stage; closing and publishing touch everybody and are done by the worker. */
export async function stageAction({ request, params, context }: ActionFunctionArgs) {
  const { actor, cohort, t } = await requireManagedCohort({ request, params });
  const stageKey = param(params, "stageKey");
  const form = await readFormData(request);
  const intent = textOf(form, "intent");
  const cohortId = cohort.id;
  const stage = { cohortId, stageKey, now: context.arrivedAt };
  const answered = { t, path: paths.manage.stage(cohortId, stageKey), intent, form };
  const reason = textOf(form, "reason");
  switch (intent) {
    case "open":
      return answerAct(await openStage(db, actor, stage), answered);
    case "approve":
      return answerAct(await approveStage(db, actor, stage), answered);
    case "reopen":
      return answerAct(await reopenStage(db, actor, { ...stage, reason }), answered);
    case "absent":
    case "present": {
      const evaluationNumber = textOf(form, "evaluationNumber");
      const noted = { ...stage, evaluationNumber, absent: intent === "absent", reason };
      return answerAct(await markAbsent(db, actor, noted), answered);
    }
    case "close":
      return answerJob(await doInWorker(actor, { kind: "close_stage", cohortId, payload: { stageKey } }), answered);
    case "publish":
      return answerJob(await doInWorker(actor, { kind: "publish_stage", cohortId, payload: { stageKey } }), answered);
    case "schedule": {
      const publishAt = instantOfSeoulInput(textOf(form, "publishAt"));
      if (!publishAt || publishAt <= context.arrivedAt) {
        return refused(t("selection:refusal.hour-not-ahead"), { intent, form, status: 400 });
      }
      return answerAct(await publishStage(db, actor, { ...stage, publishAt: publishAt.toISOString() }), answered);
    }
    default:
      throw notFound();
  }
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.slice(0, 1000) : "";
}
