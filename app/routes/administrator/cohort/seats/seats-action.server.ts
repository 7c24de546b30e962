import { data, redirect, type ActionFunctionArgs } from "@remix-run/node";
import { requireManagedCohort } from "../managed-cohort.server.ts";
import { orderOf } from "../tie-order.ts";
import { readFormData } from "#app/http/form.server.ts";
import { refusalText } from "#app/http/refusal-text.ts";
import { notFound } from "#app/http/responses.server.ts";
import { paths } from "#app/paths.ts";
import { db } from "#app/runtime.server.ts";
import { approveOffer } from "#app/use-cases/approve-offer.ts";
import { cancelOffer } from "#app/use-cases/cancel-offer.ts";
import { decideRefillTie } from "#app/use-cases/decide-refill-tie.ts";

/** What staff do about seats: approve who is offered one next, cancel one, record the committee's order of a tie. */
export async function seatsAction({ request, params }: ActionFunctionArgs) {
  const { actor, cohort, t } = await requireManagedCohort({ request, params });
  const form = await readFormData(request);
  const textOf = (name: string) => String(form.get(name) ?? "").slice(0, 1000);
  const intent = textOf("intent");
  const act = { cohortId: cohort.id, now: new Date() };
  const done = await perform();
  if (done === null) return data({ sentence: refusalText(t, "seats", "unknown"), typed: {} }, { status: 400 });
  if (done.ok) return redirect(`${paths.manage.seats(cohort.id)}?done=${intent}`);
  if (done.refusal === "not-yours") throw notFound();
  const typed = Object.fromEntries(
    [...form].filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
  return data({ sentence: refusalText(t, "seats", done.refusal), typed }, { status: 409 });

  async function perform() {
    switch (intent) {
      case "approve":
        return approveOffer(db, actor, { ...act, offerId: textOf("offerId") || null });
      case "cancel":
        // An empty choice is no reason, not the first one.
        return cancelOffer(db, actor, { ...act, offerId: textOf("offerId"), reason: Number(textOf("reason") || "-1") });
      case "tie":
        return decideRefillTie(db, actor, {
          ...act,
          numbers: orderOf(form),
          minuteNumber: textOf("minuteNumber"),
          reason: textOf("reason"),
        });
      default:
        return null;
    }
  }
}
