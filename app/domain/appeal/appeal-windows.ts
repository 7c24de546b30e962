import { isInside, type Window } from "../cohort/phase.ts";
import type { AppealsDefinition } from "../programme/appeals.ts";

/** What the final result is called as the subject of an appeal; every other subject is the key of a stage. */
export const FINAL_RESULT = "final";

/** What can be appealed: the final result or one stage, from its publication on, [start, end). */
export type AppealWindow = Window & { readonly about: string };

type Published = {
  readonly appeals: Pick<AppealsDefinition, "window" | "alsoFor" | "alsoForDays">;
  /** When the final result was published; null while it is not. */
  readonly finalAt: Date | null;
  /** Published stages that this person was in. */
  readonly stages: readonly { readonly stageKey: string; readonly publishedAt: Date }[];
};

const DAY = 86_400_000;

/**
 * The windows of what was published, stages first. The final result's is the definition's, but never before the
 * publication: nobody can appeal what they were not told. A stage named in `alsoFor` has `alsoForDays` times 24 hours
 * from its publication, as its message says.
 */
export function appealWindows({ appeals, finalAt, stages }: Published): readonly AppealWindow[] {
  const ofStages = stages
    .filter(({ stageKey }) => appeals.alsoForDays > 0 && appeals.alsoFor.includes(stageKey))
    .map(({ stageKey, publishedAt }) => ({
      about: stageKey,
      start: publishedAt,
      end: new Date(publishedAt.getTime() + appeals.alsoForDays * DAY),
    }));
  if (finalAt === null) return ofStages;
  const [opens, end] = [new Date(appeals.window.start), new Date(appeals.window.end)];
  return [...ofStages, { about: FINAL_RESULT, start: finalAt > opens ? finalAt : opens, end }];
}

export type AppealDoor = "open" | "not_yet" | "over" | "unpublished";

/** How the door of one subject stood when a request arrived. */
export function appealDoor(windows: readonly AppealWindow[], about: string, arrivedAt: Date): AppealDoor {
  const window = windows.find((each) => each.about === about);
  if (window === undefined) return "unpublished";
  if (isInside(window, arrivedAt)) return "open";
  return arrivedAt < window.start ? "not_yet" : "over";
}
