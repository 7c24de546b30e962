import type { ActionFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { doInWorker } from "#app/http/jobs.server.ts";
import { readFormData } from "#app/http/form.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { paths } from "#app/paths.ts";
import { db } from "#app/runtime.server.ts";
import { addSeats } from "#app/use-cases/add-seats.ts";
import { decideTie } from "#app/use-cases/decide-tie.ts";
import { answerAct, answerJob } from "../act-answer.server.ts";
import { requireManagedCohort } from "../managed-cohort.server.ts";
import { orderOf } from "../tie-order.ts";

/** Runs are made by the worker; what the committee decided is recorded here. */
export async function selectionAction({ request, params, context }: ActionFunctionArgs) {
  const { actor, cohort, t } = await requireManagedCohort({ request, params });
  const form = await readFormData(request);
  const intent = textOf(form, "intent");
  const cohortId = cohort.id;
  const now = context.arrivedAt;
  const answered = { t, path: paths.manage.selection(cohortId), intent, form };
  const committee = { cohortId, minuteNumber: textOf(form, "minuteNumber"), reason: textOf(form, "reason"), now };
  switch (intent) {
    case "tryout":
    case "official": {
      const job = { kind: "run_selection", cohortId, payload: { kind: intent } };
      const answer = await doInWorker(actor, job);
      const runId = answer.status === "done" ? (answer.result as { runId?: unknown } | null)?.runId : undefined;
      return typeof runId === "string" ? redirect(paths.manage.run(cohortId, runId)) : answerJob(answer, answered);
    }
    case "tie": {
      const numbers = orderOf(form);
      return answerAct(await decideTie(db, actor, { ...committee, runId: textOf(form, "runId"), numbers }), answered);
    }
    case "seats": {
      const seats = Number(textOf(form, "seats"));
      return answerAct(await addSeats(db, actor, { ...committee, trackKey: textOf(form, "track"), seats }), answered);
    }
    default:
      throw notFound();
  }
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.slice(0, 1000) : "";
}
