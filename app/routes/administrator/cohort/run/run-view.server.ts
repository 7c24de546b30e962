import type { TFunction } from "i18next";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { text, type Language } from "#app/domain/programme/text.ts";
import { explainApplication } from "#app/domain/selection/explain.ts";
import { namesFromDefinition } from "#app/domain/selection/explain-names.ts";
import { explanationTexts } from "#app/domain/selection/explain-text.ts";
import type { SelectionInput, SelectionResult } from "#app/domain/selection/selection.ts";
import type { SelectionRun } from "#db/queries/selection-runs.ts";
import type { OrderLine } from "./order-table.tsx";
import { changesBetween, orderRows, type OutcomeOf } from "./run-facts.server.ts";
import type { Comparison } from "./run-comparison.tsx";

type Around = { readonly definition: ProgrammeDefinition; readonly language: Language; readonly t: TFunction };
type Complete = { readonly input: SelectionInput; readonly result: SelectionResult };

const CHANGES_SHOWN = 200;

function trackTitleIn({ definition, language }: Around, id: string | null): string {
  return id === null ? "" : text(definition.tracks.find((track) => track.id === id)?.title, language) || id;
}

function outcomeText(around: Around, outcome: OutcomeOf | null): string {
  if (outcome === null) return "–";
  const name = around.t(`selection:decision.${outcome.kind}`);
  return outcome.track === null ? name : `${name} · ${trackTitleIn(around, outcome.track)}`;
}

export function tracksOf({ result }: Complete, around: Around) {
  return result.cutLines.map(({ track, seats, lowestTotal }) => ({
    track,
    title: trackTitleIn(around, track),
    seats,
    selected: result.byTrack[track] ?? 0,
    reserve: result.reserves.filter((place) => place.track === track).length,
    lowestTotal,
    unfilled: result.unfilled.find((unfilled) => unfilled.track === track)?.seats ?? 0,
  }));
}

export function quotasOf({ result }: Complete, around: Around) {
  const names = namesFromDefinition(around.definition);
  return {
    quotas: result.quotas.map((quota) => ({
      ...quota,
      region: names.quotas[quota.id]?.[around.language] ?? quota.tag,
    })),
    swaps: result.swaps.map((swap) => ({ ...swap, title: trackTitleIn(around, swap.track) })),
  };
}

export function orderLines(
  run: Complete,
  around: Around,
  { page, pageSize }: { page: number; pageSize: number },
): readonly OrderLine[] {
  const { tieBreakers } = namesFromDefinition(around.definition);
  return orderRows(run, { from: (page - 1) * pageSize, limit: pageSize }).map(
    ({ outcome, firstChoice, decidedBy, reserveNumber, ...row }) => ({
      ...row,
      firstChoice: trackTitleIn(around, firstChoice),
      decidedBy: decidedBy.map((position) => tieBreakers[position]?.[around.language] ?? String(position + 1)),
      outcome: outcome.kind,
      place: [trackTitleIn(around, outcome.track), reserveNumber ?? ""].join(" ").trim(),
    }),
  );
}

export function comparisonWith(run: SelectionRun, before: SelectionRun | undefined, around: Around): Comparison | null {
  if (!before || before.result.status !== "complete" || run.result.status !== "complete") return null;
  const changes = changesBetween(before.result, run.result);
  return {
    createdAt: before.createdAt,
    isSameDigest: before.digest === run.digest,
    total: changes.length,
    changes: changes.slice(0, CHANGES_SHOWN).map((change) => ({
      applicationNo: change.applicationNo,
      before: outcomeText(around, change.before),
      after: outcomeText(around, change.after),
    })),
  };
}

/** The explanation of one person, as the applicant will read it; undefined for an index that is nobody's. */
export function explanationOf({ input, result }: Complete, index: number, { definition, language }: Around) {
  const person = input.people[index];
  if (!person) return null;
  const lines = explainApplication({ rule: input.rule, person, result });
  const sentences = explanationTexts(lines, language, namesFromDefinition(definition));
  return { applicationNo: person.applicationNo, sentences };
}
