import { localSections } from "#app/components/answers/local-answer.ts";
import { text, type Language } from "#app/domain/programme/text.ts";
import { fileLabel, readByReviewers } from "#app/domain/review/blind.ts";
import { pointsText, totalOf } from "#app/domain/review/rubric.ts";
import type { reads } from "#app/runtime.server.ts";
import { paths } from "#app/paths.ts";
import type { OpenSheet } from "#app/use-cases/open-sheet.ts";
import { getApplication } from "#db/queries/applications.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import { listFiles } from "#db/queries/files.ts";
import { listQueue } from "#db/queries/review-queue.ts";
import { listScores } from "#db/queries/reviews.ts";

type Read = typeof reads;

/** Everything that the desk shows, and nothing of the applicant but what the blind view lets through. */
export async function deskData(db: Read, { review, cohort, stage, rubric }: OpenSheet, language: Language) {
  const { cohortId, stageKey, reviewerId } = review;
  const [scores, queue, application] = await Promise.all([
    listScores(db, review.id),
    listQueue(db, { cohortId, stageKey, reviewerId }),
    blindApplication(db, review.applicationId, language),
  ]);
  const place = queue.findIndex(({ reviewId }) => reviewId === review.id);
  return {
    reviewId: review.id,
    evaluationNumber: review.evaluationNumber,
    cohort: language === "ko" ? cohort.titleKo : cohort.titleEn,
    stage: text(stage.title, language),
    queue: paths.review.queue(cohortId, stageKey),
    position: { place: place + 1, total: queue.length },
    previous: queue[place - 1]?.reviewId ?? null,
    next: queue[place + 1]?.reviewId ?? null,
    rubric,
    state: review.status === "submitted" ? ("submitted" as const) : ("open" as const),
    mayWrite: review.status !== "submitted" && review.stageStatus === "open",
    revision: review.revision,
    savedAt: review.savedAt,
    submittedAt: review.submittedAt,
    scores: Object.fromEntries(Object.entries(scores).map(([id, hundredths]) => [id, pointsText(hundredths)])),
    total: pointsText(totalOf(rubric, scores)),
    comment: review.comment,
    ...application,
  };
}

async function blindApplication(db: Read, applicationId: string, language: Language) {
  const application = await getApplication(db, applicationId);
  const definition = await getDefinition(db, application.definitionId);
  const sections = readByReviewers(definition, application);
  const files = (await listFiles(db, applicationId)).flatMap(({ id, documentKey, mediaType, size }) => {
    // The file's own name may say whose it is: it is shown by its kind and place instead.
    const label = fileLabel(definition, documentKey);
    return label ? [{ fileId: id, documentKey, label: text(label, language), mediaType, bytes: size }] : [];
  });
  return {
    sections: localSections(sections, language),
    attachments: files.map(({ fileId, documentKey, ...file }, index) => ({
      ...file,
      href: paths.file(fileId),
      number: files.slice(0, index + 1).filter((each) => each.documentKey === documentKey).length,
    })),
  };
}

export type DeskData = Awaited<ReturnType<typeof deskData>>;
