import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { findEvent } from "#app/domain/programme/calendar.ts";
import { stageByKey } from "#app/domain/programme/stage.ts";
import { text } from "#app/domain/programme/text.ts";
import type { Language } from "#app/i18n/language.ts";

/** Texts of the portal for what samples and most academies do not take as an appeal; others are shown as written. */
const knownLimits: Readonly<Record<string, "remarking" | "otherData">> = {
  "re-marking": "remarking",
  "other applicants' data": "otherData",
};

/** What comes after the decision, as the definition says it: announcement, accepting, reserve list, appeals. */
export function cohortAfter(definition: ProgrammeDefinition, language: Language) {
  const { announcement, acceptance, reserve, appeals } = definition;
  const confirm = findEvent(definition, "confirm");
  return {
    announcement: {
      at: findEvent(definition, "finalResult")?.start ?? "",
      showsNames: announcement.publicList.show.includes("maskedName"),
      example: announcement.publicList.mask,
      lookup: announcement.lookup,
    },
    acceptance: {
      from: confirm?.start ?? "",
      until: acceptance.confirmBy,
      isFinal: acceptance.declineIrrevocable,
      cancelReasons: acceptance.cancelReasons.map((reason) => text(reason, language)),
    },
    reserve: {
      percent: reserve.percentOfCapacity,
      perTrack: reserve.perTrack,
      validUntil: reserve.validUntil,
      replyHours: reserve.promotion.replyHours,
      crossesTracks: reserve.crossTrack.allowed,
      isPublic: reserve.publishNumbers === "public",
    },
    appeals: {
      window: appeals.window,
      alsoFor: appeals.alsoFor.map((id) => text(stageByKey(definition, id)?.title, language)).filter(Boolean),
      alsoForDays: appeals.alsoForDays,
      grounds: appeals.grounds,
      notAccepted: appeals.notAccepted.map((written) => ({ written, known: knownLimits[written] ?? null })),
      answerDays: appeals.answerWithinBusinessDays,
      files: appeals.attachments,
    },
  };
}

export type CohortAfterView = ReturnType<typeof cohortAfter>;
