import { isImported, isPerTrackPanel } from "#app/domain/programme/stage.ts";
import { text, type Language } from "#app/domain/programme/text.ts";
import { paths } from "#app/paths.ts";
import type { reads } from "#app/runtime.server.ts";
import { findPendingSeed, planAssignment, type AssignmentPlan } from "#app/use-cases/plan-assignment.ts";
import type { StageContext } from "#app/use-cases/stage-context.ts";
import { listPanel, listReviewersOfAcademy } from "#db/queries/panels.ts";
import { listPledges } from "#db/queries/pledges.ts";
import { countReviews, listAssignmentBatches, type ReviewCount } from "#db/queries/review-queue.ts";

type Read = typeof reads;

/** The pool of a stage, how far everybody has come, and what the next assignment would do when it was asked for. */
export async function panelData(
  db: Read,
  context: StageContext,
  { language, preview }: { readonly language: Language; readonly preview: boolean },
) {
  const { cohort, definition, rule, stage } = context;
  const of = { cohortId: cohort.id, stageKey: stage.stageKey };
  const [panel, people, pledges, counts, batches, seed] = await Promise.all([
    listPanel(db, of),
    listReviewersOfAcademy(db, cohort.academyId),
    listPledges(db, cohort.id),
    countReviews(db, of),
    listAssignmentBatches(db, of),
    findPendingSeed(db, stage),
  ]);
  const trackTitle = (key: string) => text(definition.tracks.find(({ id }) => id === key)?.title, language);
  const plan =
    preview && seed !== undefined && stage.status === "open" ? await planAssignment(db, { ...context, seed }) : null;
  return {
    stage: text(rule.title, language),
    stagePath: paths.manage.stage(cohort.id, stage.stageKey),
    status: stage.status,
    isImported: isImported(rule),
    mayChange: stage.status === "waiting" || stage.status === "open",
    tracks: isPerTrackPanel(definition, stage.stageKey)
      ? definition.tracks.map(({ id, title }) => ({ value: id, label: text(title, language) }))
      : [],
    people: people.map(({ id, name, email }) => ({ value: id, label: `${name} (${email})` })),
    members: panel.map(({ id, reviewerId, reviewerName, trackKey, isExternal, conflictsDeclaredAt }) => ({
      memberId: id,
      name: reviewerName,
      track: trackTitle(trackKey),
      isExternal,
      hasPledged: pledges.some((pledge) => pledge.reviewerId === reviewerId),
      hasDeclared: conflictsDeclaredAt !== null,
      ...progressOf(counts, reviewerId),
    })),
    batches: batches.map(({ id, seed, summary, createdAt, createdByName }) => ({
      id,
      seed,
      createdAt,
      by: createdByName,
      added: addedIn(summary),
    })),
    preview: plan && seed !== undefined ? previewOf(plan, { seed, trackTitle }) : null,
  };
}

function progressOf(counts: readonly ReviewCount[], reviewerId: string) {
  const of = (...statuses: readonly ReviewCount["status"][]) =>
    counts
      .filter((count) => count.reviewerId === reviewerId && statuses.includes(count.status))
      .reduce((sum, { reviews }) => sum + reviews, 0);
  return { total: of("assigned", "draft", "submitted"), started: of("draft"), submitted: of("submitted") };
}

function previewOf(
  plan: AssignmentPlan,
  { seed, trackTitle }: { readonly seed: string; readonly trackTitle: (key: string) => string },
) {
  const nameOf = new Map(plan.panel.map(({ reviewerId, reviewerName }) => [reviewerId, reviewerName]));
  const { outcome } = plan;
  const base = {
    seed,
    size: plan.size,
    applications: plan.applications,
    external: plan.external.map(({ trackKey, ...share }) => ({ track: trackTitle(trackKey), ...share })),
  };
  if (!outcome.ok) {
    const { applications, reviewers, missing } = outcome.refusal;
    return {
      ...base,
      added: 0,
      loads: [],
      short: {
        missing,
        // Evaluation numbers, so that the page can be read aloud in the committee.
        applications: applications.map((id) => plan.evaluationNumbers.get(id) ?? ""),
        reviewers: reviewers.map((id) => nameOf.get(id) ?? ""),
      },
    };
  }
  const { added, loads } = outcome.value;
  return {
    ...base,
    added: added.length,
    loads: Object.entries(loads).map(([reviewerId, load]) => ({
      reviewerId,
      name: nameOf.get(reviewerId) ?? "",
      load,
      added: added.filter((pair) => pair.reviewerId === reviewerId).length,
    })),
    short: null,
  };
}

function addedIn(summary: string): number {
  const parsed: unknown = JSON.parse(summary);
  const added = (parsed as { readonly added?: unknown }).added;
  return typeof added === "number" ? added : 0;
}

export type PanelData = Awaited<ReturnType<typeof panelData>>;
