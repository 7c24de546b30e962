import type { TaskState } from "#app/components/task-list.tsx";
import { stageByKey } from "#app/domain/programme/stage.ts";
import { text, type Language } from "#app/domain/programme/text.ts";
import { paths } from "#app/paths.ts";
import type { reads } from "#app/runtime.server.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import { listStagesOfReviewer, type StageOfReviewer } from "#db/queries/panels.ts";
import { listPledgedCohorts } from "#db/queries/pledges.ts";
import { countReviewsOfReviewer, type ReviewCount } from "#db/queries/review-queue.ts";

type StageWork = {
  readonly stageKey: string;
  readonly stage: string;
  readonly status: StageOfReviewer["stageStatus"];
  readonly conflicts: TaskState;
  readonly scoring: TaskState;
  readonly total: number;
  readonly submitted: number;
};
type CohortWork = {
  readonly cohortId: string;
  readonly heading: string;
  readonly isPledged: boolean;
  readonly stages: readonly StageWork[];
  /** What to do next, if anything can be done now. */
  readonly next: { readonly step: "pledge" | "conflicts" | "scoring"; readonly to: string } | null;
};

/** Everything a reviewer was called to, with what is done and what comes next. */
export async function ownWork(
  db: typeof reads,
  { reviewerId, language }: { readonly reviewerId: string; readonly language: Language },
): Promise<readonly CohortWork[]> {
  const [seats, pledged, counts] = await Promise.all([
    listStagesOfReviewer(db, reviewerId),
    listPledgedCohorts(db, reviewerId),
    countReviewsOfReviewer(db, reviewerId),
  ]);
  const cohortIds = [...new Set(seats.map(({ cohortId }) => cohortId))];
  return Promise.all(
    cohortIds.map(async (cohortId): Promise<CohortWork> => {
      const own = seats.filter((seat) => seat.cohortId === cohortId);
      const [first] = own;
      const definition = await getDefinition(db, first?.definitionId ?? "");
      const isPledged = pledged.includes(cohortId);
      const stages = [...new Set(own.map(({ stageKey }) => stageKey))].map((stageKey) =>
        stageWork({
          stage: text(stageByKey(definition, stageKey)?.title, language),
          seats: own.filter((seat) => seat.stageKey === stageKey),
          counts: counts.filter((count) => count.cohortId === cohortId && count.stageKey === stageKey),
          isPledged,
        }),
      );
      const heading = (language === "ko" ? first?.titleKo : first?.titleEn) ?? "";
      return { cohortId, heading, isPledged, stages, next: nextStep(cohortId, isPledged, stages) };
    }),
  );
}

type ToTell = {
  readonly stage: string;
  readonly seats: readonly StageOfReviewer[];
  readonly counts: readonly ReviewCount[];
  readonly isPledged: boolean;
};

function stageWork({ stage, seats, counts, isPledged }: ToTell): StageWork {
  const status = seats[0]?.stageStatus ?? "waiting";
  const isDeclared = seats.every(({ conflictsDeclaredAt }) => conflictsDeclaredAt !== null);
  const of = (...statuses: readonly ReviewCount["status"][]): number =>
    counts.filter((count) => statuses.includes(count.status)).reduce((sum, { reviews }) => sum + reviews, 0);
  const total = of("assigned", "draft", "submitted");
  const submitted = of("submitted");
  const isOpen = status === "open";
  return {
    stageKey: seats[0]?.stageKey ?? "",
    stage,
    status,
    total,
    submitted,
    conflicts: isDeclared ? "done" : isPledged && isOpen ? "todo" : "locked",
    scoring: scoringState({ isReady: isPledged && isDeclared, total, submitted, started: of("draft") }),
  };
}

function scoringState(work: { isReady: boolean; total: number; submitted: number; started: number }): TaskState {
  if (!work.isReady || work.total === 0) return "locked";
  if (work.submitted === work.total) return "done";
  return work.submitted + work.started > 0 ? "started" : "todo";
}

function nextStep(cohortId: string, isPledged: boolean, stages: readonly StageWork[]): CohortWork["next"] {
  if (!isPledged) return { step: "pledge", to: paths.review.pledge(cohortId) };
  const open = stages.filter(({ status }) => status === "open");
  const undeclared = open.find(({ conflicts }) => conflicts === "todo");
  if (undeclared) return { step: "conflicts", to: paths.review.conflicts(cohortId, undeclared.stageKey) };
  const unfinished = open.find(({ scoring }) => scoring === "todo" || scoring === "started");
  return unfinished ? { step: "scoring", to: paths.review.queue(cohortId, unfinished.stageKey) } : null;
}
