import { findEvent } from "#app/domain/programme/calendar.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { text, type Language } from "#app/domain/programme/text.ts";
import { namesFromDefinition } from "#app/domain/selection/explain-names.ts";
import { explanationText } from "#app/domain/selection/explain-text.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { trackTitle } from "#app/use-cases/programme-message.ts";
import { reads } from "#app/runtime.server.ts";
import { getCohort, type Cohort } from "#db/queries/cohorts.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import {
  findOwnDecision,
  listPublishedStages,
  type OwnDecision,
  type OwnStanding,
  type PublishedStage,
} from "#db/queries/own-result.ts";
import { findAnnouncedAt } from "#db/queries/public-results.ts";
import { certifiedResult } from "../certified-result.server.ts";
import { comingDates } from "../coming-dates.server.ts";
import { disclosedLines, type Disclosure } from "./disclosed-lines.ts";
import { disclosureOf } from "./disclosure.server.ts";
import { neededView } from "./needed-view.server.ts";
import { proofView } from "./proof-view.server.ts";
import { reserveView } from "./reserve-view.server.ts";
import { scoresOf } from "./scores-of.server.ts";
import { seatView } from "./seat-view.server.ts";
import { sentencesByPart } from "./sentence-parts.ts";

type ToView = { readonly own: OwnStanding; readonly language: Language; readonly now: Date };
export type Part = ToView & { readonly cohort: Cohort; readonly definition: ProgrammeDefinition };

/** Everything of the own result that was published, in words; nothing that was not. */
export async function resultView({ own, language, now }: ToView) {
  const cohort = await getCohort(reads, own.cohortId);
  const definition = await getDefinition(reads, cohort.definitionId);
  const part = { own, language, now, cohort, definition };
  const announcedAt = await findAnnouncedAt(reads, cohort.id);
  const allowed = disclosureOf(definition, { announcedAt, now });
  const decision = await findOwnDecision(reads, own.id);
  const stages = await listPublishedStages(reads, own.id);
  const needed = decision ? await neededView(part, { decision, allowed }) : [];
  const dates = await comingDates({ ...part, application: own, readOnly: "ended", closesAt: now });
  const planned = findEvent(definition, "finalResult")?.start ?? null;
  return {
    cohort: { title: text(definition.title, language), slug: cohort.slug },
    applicationId: own.id,
    applicationNumber: own.applicationNumber,
    plannedAt: announcedAt === null ? planned : null,
    stages: stages.map((stage) => stageView(stage, allowed, part)),
    final:
      announcedAt !== null && isTold(own, decision)
        ? finalView(decision, { announcedAt, allowed, needed }, part)
        : null,
    scores: scoresOf({ stages, decision, allowed, definition, language }),
    proof: await proofView(own.id, { definition, announcedAt, now }),
    seat: decision ? await seatView(part) : null,
    reserve: decision ? await reserveView(part) : null,
    hasDates: dates.length > 0,
    hasCertificate: (await certifiedResult(own, cohort)) !== undefined,
    mayAppeal: (announcedAt !== null && isTold(own, decision)) || stages.length > 0,
    contact: {
      period: findEvent(definition, "appeal") ?? null,
      organisation: text(definition.organisation.name, language),
      phone: definition.organisation.phone,
      email: definition.organisation.email,
    },
  };
}
export type ResultView = Awaited<ReturnType<typeof resultView>>;

function stageView(stage: PublishedStage, allowed: readonly Disclosure[], { definition, language }: Part) {
  const t = translator(language);
  const names = namesFromDefinition(definition);
  const { outcome, detail } = stage;
  const lines = (detail?.failures ?? []).map(
    ({ kind, ...failure }) =>
      ({ code: "minimum_missed", failure: { ...failure, code: kind, stage: stage.stageKey } }) as const,
  );
  const numbers = disclosedLines(lines, allowed).flatMap((line) =>
    line.code === "minimum_withheld" ? [] : [explanationText(line, language, names)],
  );
  const reason = outcome === "passed" ? "passed" : (detail?.reason ?? (outcome === "absent" ? "absent" : outcome));
  return {
    key: stage.stageKey,
    title: text(names.stages[stage.stageKey], language) || stage.stageKey,
    outcome,
    publishedAt: stage.publishedAt,
    score: allowed.includes("stage_totals") ? stage.score : null,
    reasons: numbers.length > 0 ? numbers : [t(`seats:result.reason.${reason}`, { defaultValue: "" })].filter(Boolean),
  };
}

/** Somebody without a decision is told as well, if they had applied and left the running before. */
function isTold({ status }: OwnStanding, decision: OwnDecision | undefined): boolean {
  return decision !== undefined || ["not_passed", "excluded", "withdrawn"].includes(status);
}

type Told = {
  readonly announcedAt: string;
  readonly allowed: readonly Disclosure[];
  /** Sentences on the total that would have been needed. */
  readonly needed: readonly string[];
};

function finalView(
  decision: OwnDecision | undefined,
  { announcedAt, allowed, needed }: Told,
  { own, definition, language }: Part,
) {
  const t = translator(language);
  const names = namesFromDefinition(definition);
  const lines = decision ? disclosedLines(decision.explanation, allowed) : [];
  return {
    outcome: decision?.outcome ?? null,
    status: own.status,
    excludedReason: own.excludedReason,
    track: trackTitle(definition, decision?.trackKey ?? null, language),
    publishedAt: decision?.publishedAt ?? announcedAt,
    parts: sentencesByPart(
      lines.map((line) => ({
        code: line.code,
        sentence:
          line.code === "minimum_withheld" ? t("seats:result.reason.minimum") : explanationText(line, language, names),
      })),
      needed,
    ),
  };
}
