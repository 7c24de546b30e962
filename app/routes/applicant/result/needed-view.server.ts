import { rationalOf, subtract } from "#app/domain/exact/rational.ts";
import { toExactString } from "#app/domain/exact/rounding.ts";
import { namesFromDefinition } from "#app/domain/selection/explain-names.ts";
import { explanationText } from "#app/domain/selection/explain-text.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { reads } from "#app/runtime.server.ts";
import type { OwnDecision } from "#db/queries/own-result.ts";
import { findOwnOpening } from "#db/queries/selection-records.ts";
import type { Disclosure } from "./disclosed-lines.ts";
import type { Part } from "./result-view.server.ts";

type Told = { readonly decision: OwnDecision; readonly allowed: readonly Disclosure[] };

/** The lowest total that would have been selected, as a cut line may be told; how far it was only to who may know the own total. */
export async function neededView({ own, definition, language }: Part, { decision, allowed }: Told) {
  if (decision.outcome === "selected" || !allowed.includes("pass_line")) return [];
  const opening = await findOwnOpening(reads, own.id);
  if (!opening || opening.neededTrack === null || opening.neededTotal === null) return [];
  const line = { code: "needed_total", track: opening.neededTrack, total: opening.neededTotal } as const;
  const sentence = explanationText(line, language, namesFromDefinition(definition));
  if (!allowed.includes("total") || decision.total === null) return [sentence];
  const points = toExactString(subtract(rationalOf(opening.neededTotal), rationalOf(decision.total)));
  return [sentence, translator(language)("applicant:result.short", { points })];
}
