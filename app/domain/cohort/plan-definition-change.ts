import type { DefinitionMistake } from "#app/domain/programme/check-definition.ts";
import { windowOf } from "#app/domain/programme/calendar.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { stagesInOrder } from "#app/domain/programme/stage.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import { unsupportedRules } from "#app/domain/selection/unsupported-rules.ts";
import { definitionChanges, touchesSelection, type DefinitionChange } from "./definition-changes.ts";
import { hasReached, type CohortPhase } from "./phase.ts";
import { readDefinition, type ReadDefinition } from "./read-definition.ts";
import type { StageStatus } from "./stage-status.ts";

export type DefinitionInUse = {
  readonly phase: CohortPhase;
  readonly definition: ProgrammeDefinition;
  /** In their order. */
  readonly stages: readonly { readonly stageKey: string; readonly status: StageStatus }[];
  /** Tracks that somebody's application names. */
  readonly chosenTracks: readonly string[];
};

export type PlannedChange = ReadDefinition & { readonly changes: readonly DefinitionChange[] };

/**
 * Whether a new text may replace the definition of a cohort at this point of its life, and what it changes. Refuses
 * with every mistake: of the text itself, and of changing what people have already relied on.
 */
export function planDefinitionChange(
  inUse: DefinitionInUse,
  raw: string,
  now: Date,
): Result<PlannedChange, readonly DefinitionMistake[]> {
  const read = readDefinition(raw);
  if (!read.ok) return read;
  const next = read.value.definition;
  const changes = definitionChanges(inUse.definition, next);
  if (changes.length === 0) return refuse([mistake("$", sentences.unchanged)]);

  const mistakes = [
    ...(next.slug === inUse.definition.slug ? [] : [mistake("slug", sentences.slug)]),
    ...trackMistakes(inUse, next),
    ...stageMistakes(inUse, next, changes),
    ...windowMistakes(inUse, next, now),
    ...finalRuleMistakes(inUse, changes),
    ...unsupportedMistakes(inUse, next),
  ];
  return mistakes.length === 0 ? done({ ...read.value, changes }) : refuse(mistakes);
}

function trackMistakes({ chosenTracks }: DefinitionInUse, next: ProgrammeDefinition): readonly DefinitionMistake[] {
  const kept = next.tracks.map(({ id }) => id);
  return chosenTracks
    .filter((track) => !kept.includes(track))
    .map((track) => mistake(`tracks[${track}]`, sentences.track));
}

function stageMistakes(
  { stages }: DefinitionInUse,
  next: ProgrammeDefinition,
  changes: readonly DefinitionChange[],
): readonly DefinitionMistake[] {
  const started = stages.filter(({ status }) => status !== "waiting").map(({ stageKey }) => stageKey);
  const first = stagesInOrder(next).slice(0, started.length);
  if (first.some(({ id }, index) => id !== started[index])) return [mistake("stages", sentences.stageOrder)];
  return changes
    .filter(({ path }) => started.some((key) => path.startsWith(`stages[${key}].`)))
    .filter(({ path }) => !/^stages\[[^\]]+\]\.title\b/.test(path))
    .map(({ path }) => mistake(path, sentences.stageRule));
}

function windowMistakes(
  { phase, definition }: DefinitionInUse,
  next: ProgrammeDefinition,
  now: Date,
): readonly DefinitionMistake[] {
  const [before, after] = [windowOf(definition, "application"), windowOf(next, "application")];
  const path = "calendar.events[application].end";
  const moved = before.end.getTime() !== after.end.getTime();
  if (hasReached(phase, "closed")) return moved ? [mistake(path, sentences.closed)] : [];
  return phase === "open" && moved && after.end <= now ? [mistake(path, sentences.past)] : [];
}

function finalRuleMistakes(
  { phase }: DefinitionInUse,
  changes: readonly DefinitionChange[],
): readonly DefinitionMistake[] {
  if (!hasReached(phase, "confirmed")) return [];
  return changes.filter(touchesSelection).map(({ path }) => mistake(path, sentences.final));
}

/** Once people apply, no rule may come in that could never be carried out. */
function unsupportedMistakes({ phase }: DefinitionInUse, next: ProgrammeDefinition): readonly DefinitionMistake[] {
  if (phase === "draft") return [];
  return unsupportedRules(next).map(({ path }) => mistake(path, sentences.unsupported));
}

function mistake(path: string, sentence: DefinitionMistake["sentence"]): DefinitionMistake {
  return { path, sentence };
}

const sentences = {
  unchanged: { ko: "지금 쓰는 규칙과 같습니다. 바뀐 내용이 없습니다.", en: "Nothing differs from the rules in use." },
  slug: {
    ko: "공개 주소에 쓰이므로 바꿀 수 없습니다. 지금 값을 그대로 두십시오.",
    en: "It is part of the public address and cannot change. Leave it as it is.",
  },
  track: {
    ko: "이 모집분야를 고른 지원서가 있어 없앨 수 없습니다.",
    en: "Applications name this track, so it cannot be taken out.",
  },
  stageOrder: {
    ko: "이미 시작한 전형은 없애거나 순서를 바꿀 수 없습니다. 시작한 순서 그대로 맨 앞에 두십시오.",
    en: "Stages that have begun can neither leave nor change places. Keep them first, in the order in which they began.",
  },
  stageRule: {
    ko: "이미 시작한 전형의 기준이므로 바꿀 수 없습니다. 이름만 바꿀 수 있습니다.",
    en: "This stage has begun, so its rule cannot change; only its title can.",
  },
  closed: {
    ko: "원서접수가 이미 마감되어 접수 기간을 바꿀 수 없습니다.",
    en: "Applications are closed, so their window cannot change any more.",
  },
  past: {
    ko: "접수 마감을 이미 지난 시각으로 앞당길 수 없습니다.",
    en: "The closing time cannot be moved to a moment that has passed.",
  },
  final: {
    ko: "최종 선발이 승인되어 선발 기준은 더 바꿀 수 없습니다. 일정과 안내 문구는 바꿀 수 있습니다.",
    en: "The selection is approved, so its rules are final. Dates and message texts may still change.",
  },
  unsupported: {
    ko: "이 버전이 아직 실행하지 못하는 규칙이어서, 접수를 시작한 뒤에는 넣을 수 없습니다.",
    en: "This version cannot carry this rule out yet, so it cannot come in once applications are taken.",
  },
} as const satisfies Record<string, DefinitionMistake["sentence"]>;
