import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import type { Language } from "#app/domain/programme/text.ts";
import { namesFromDefinition } from "#app/domain/selection/explain-names.ts";
import { explanationText } from "#app/domain/selection/explain-text.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { failuresIn } from "#app/use-cases/stage-messages.ts";
import type { StageEntry } from "#db/queries/stage-entries.ts";
import { shownNumber } from "../shown-number.ts";
import type { EntryRow } from "./entries-table.tsx";

type Around = {
  readonly definition: ProgrammeDefinition;
  readonly language: Language;
  readonly stageKey: string;
  /** The title of the first choice. */
  readonly track: string;
};

/** One entry as the table shows it, with its reasons in words. */
export function entryRow(entry: StageEntry, { definition, language, stageKey, track }: Around): EntryRow {
  const { applicationId, evaluationNumber, applicationNumber, outcome, score, detail, reason } = entry;
  const t = translator(language);
  const names = namesFromDefinition(definition);
  const missed = failuresIn(stageKey, detail).map((failure) =>
    explanationText({ code: "minimum_missed", failure }, language, names),
  );
  const noted = reason === null ? [] : [reason];
  const named = missed.length === 0 && detail?.reason ? [t(`selection:reason.${detail.reason}`)] : [];
  return {
    applicationId,
    evaluationNumber,
    applicationNumber,
    track,
    outcome,
    score: score === null ? null : shownNumber(score),
    basis: detail?.basis ? shownNumber(detail.basis) : null,
    rank: detail?.rank ?? null,
    why: [...missed, ...named, ...noted],
  };
}
