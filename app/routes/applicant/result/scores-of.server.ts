import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { stageByKey } from "#app/domain/programme/stage.ts";
import { text, type Language } from "#app/domain/programme/text.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { OwnDecision, PublishedStage } from "#db/queries/own-result.ts";
import type { Disclosure } from "./disclosed-lines.ts";

/** One own number beside the line that it is measured by; exact texts. */
export type ScoreRow = {
  readonly label: string;
  readonly score: string;
  readonly max: string;
  readonly line: { readonly label: string; readonly score: string } | null;
};

type ToShow = {
  readonly stages: readonly PublishedStage[];
  readonly decision: OwnDecision | undefined;
  readonly allowed: readonly Disclosure[];
  readonly definition: ProgrammeDefinition;
  readonly language: Language;
};

/** Own stage scores beside the minimums, and the total beside the cut line: as far as the programme's notice permits each. */
export function scoresOf({ stages, decision, allowed, definition, language }: ToShow): readonly ScoreRow[] {
  const t = translator(language);
  const told = allowed.includes("stage_totals") ? stages : [];
  const rows = told.flatMap(({ stageKey, score }): ScoreRow[] => {
    const stage = stageByKey(definition, stageKey);
    if (!stage || score === null) return [];
    const minimum = String(stage.minScore);
    const line = minimum === "0" ? null : { label: t("applicant:result.scores.minimum"), score: minimum };
    return [{ label: text(stage.title, language), score, max: String(stage.maxScore), line }];
  });
  if (!allowed.includes("total") || !decision || decision.total === null) return rows;
  const cut = allowed.includes("pass_line") ? cutLineOf(decision) : null;
  const line = cut === null ? null : { label: t("applicant:result.scores.cutLine"), score: cut };
  const max = String(definition.ranking.max);
  return [...rows, { label: t("applicant:result.scores.total"), score: decision.total, max, line }];
}

/** Of the own track, else of the first choice. */
function cutLineOf({ explanation, trackKey }: OwnDecision): string | null {
  const lines = explanation.flatMap((line) => (line.code === "cut_line" ? [line] : []));
  return (lines.find(({ track }) => track === trackKey) ?? lines[0])?.lowestTotal ?? null;
}
