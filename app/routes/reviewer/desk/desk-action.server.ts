import { data, redirect } from "@remix-run/node";
import type { SummaryError } from "#app/components/form/error-summary.tsx";
import type { AccountActor } from "#app/domain/access/actor.ts";
import { sheetForm } from "#app/domain/review/form.ts";
import { pointsText } from "#app/domain/review/rubric.ts";
import { notFound } from "#app/http/responses.server.ts";
import { paths } from "#app/paths.ts";
import { db, reads } from "#app/runtime.server.ts";
import { saveReview } from "#app/use-cases/save-review.ts";
import { submitReview, type SubmitRefusal } from "#app/use-cases/submit-review.ts";
import { listQueue } from "#db/queries/review-queue.ts";
import { findReview } from "#db/queries/reviews.ts";

type Typed = { readonly scores: Readonly<Record<string, string>>; readonly comment: string };
export type DeskAnswer = {
  readonly errors: readonly SummaryError[];
  /** What was typed, shown again. */
  readonly typed: Typed;
  /** What stands there instead: saved elsewhere meanwhile. */
  readonly stale: (Typed & { readonly revision: number }) | null;
};

/** Saves or submits the sheet; what was refused comes back as it was typed. */
export async function actOnSheet(
  actor: AccountActor,
  { reviewId, form, now }: { readonly reviewId: string; readonly form: FormData; readonly now: Date },
) {
  const parsed = sheetForm.safeParse(Object.fromEntries([...form].filter(([, value]) => typeof value === "string")));
  const anchor = parsed.success ? parsed.data.anchor?.split(":") : undefined;
  const scores = { ...typedScores(form), ...(anchor ? { [anchor[0] ?? ""]: anchor[1] ?? "" } : {}) };
  const typed = { scores, comment: String(form.get("comment") ?? "") };
  if (!parsed.success) {
    const errors = parsed.error.issues.map(({ path, message }) => ({ id: String(path[0]), message }));
    return data<DeskAnswer>({ errors, typed, stale: null }, { status: 400 });
  }
  const { intent, revision } = parsed.data;
  const act = intent === "submit" ? submitReview : saveReview;
  const done = await act(db, actor, { reviewId, revision, ...typed, now });
  if (!done.ok) return await refused(reviewId, typed, done.refusal);
  if (intent === "save") {
    const place = anchor ? `#score-${anchor[0] ?? ""}` : "";
    return redirect(`${paths.review.desk(reviewId)}?saved=1${place}`);
  }
  return redirect(await nextPlace(actor, reviewId));
}

async function refused(reviewId: string, typed: Typed, refusal: SubmitRefusal) {
  const answer = (errors: readonly SummaryError[], status: number, stale: DeskAnswer["stale"] = null) =>
    data<DeskAnswer>({ errors, typed, stale }, { status });
  switch (refusal.kind) {
    case "not-yours":
      throw notFound();
    case "pledge-missing":
    case "conflicts-undeclared":
      throw await redirectToGate(reviewId, refusal.kind);
    case "invalid":
      return answer(
        refusal.mistakes.map(({ criterion, message }) => ({ id: `score-${criterion}`, message })),
        400,
      );
    case "incomplete":
      return answer(
        refusal.missing.map((criterion) => ({ id: `score-${criterion}`, message: "reviewer:score.missing" })),
        400,
      );
    case "stale":
      return answer([{ message: "reviewer:refusal.stale" }], 409, {
        revision: refusal.revision,
        comment: refusal.comment,
        scores: Object.fromEntries(Object.entries(refusal.scores).map(([id, points]) => [id, pointsText(points)])),
      });
    default:
      return answer([{ message: `reviewer:refusal.${refusal.kind}` }], 409);
  }
}

/** Pledge and declaration come before the first file. */
export async function redirectToGate(reviewId: string, gate: "pledge-missing" | "conflicts-undeclared") {
  const review = await findReview(reads, reviewId);
  if (!review) throw notFound();
  const { cohortId, stageKey } = review;
  return redirect(
    gate === "pledge-missing" ? paths.review.pledge(cohortId) : paths.review.conflicts(cohortId, stageKey),
  );
}

/** The next sheet in the reviewer's order that is not handed in, else the list. */
async function nextPlace(actor: AccountActor, reviewId: string): Promise<string> {
  const review = await findReview(reads, reviewId);
  if (!review) throw notFound();
  const { cohortId, stageKey } = review;
  const queue = await listQueue(reads, { cohortId, stageKey, reviewerId: actor.accountId });
  const place = queue.findIndex((each) => each.reviewId === reviewId);
  const next = queue.slice(place + 1).find(({ status }) => status !== "submitted");
  return next ? paths.review.desk(next.reviewId) : paths.review.queue(cohortId, stageKey);
}

function typedScores(form: FormData): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...form].flatMap(([key, value]) =>
      key.startsWith("score.") && typeof value === "string" ? [[key.slice("score.".length), value]] : [],
    ),
  );
}
