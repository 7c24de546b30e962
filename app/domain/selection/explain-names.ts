import { isRegionShare, quotaGroups } from "#app/domain/programme/quotas.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import type { LocalText } from "#app/domain/programme/text.ts";

/** What the ids of a rule are called; criteria by `stage.criterion`, tie-breakers by their position in the rule. */
export type ExplanationNames = {
  readonly stages: Readonly<Record<string, LocalText>>;
  readonly criteria: Readonly<Record<string, LocalText>>;
  readonly tracks: Readonly<Record<string, LocalText>>;
  readonly items: Readonly<Record<string, LocalText>>;
  readonly tieBreakers: readonly LocalText[];
  /** The region of each quota. */
  readonly quotas: Readonly<Record<string, LocalText>>;
  /** The groups for which seats are kept. */
  readonly groups: Readonly<Record<string, LocalText>>;
};

/** The names that a definition gives. */
export function namesFromDefinition(definition: ProgrammeDefinition): ExplanationNames {
  const { stages, tracks, bonus, ranking, quotas, regions } = definition;
  const criteria = stages.flatMap(({ id, rubric }) =>
    rubric.criteria.map((criterion) => [`${id}.${criterion.id}`, criterion.label]),
  );
  const groups = quotaGroups(quotas).flatMap(({ id, label }) => (label ? [[id, label] as const] : []));
  return {
    groups: Object.fromEntries(groups),
    stages: Object.fromEntries(stages.map(({ id, title }) => [id, title])),
    criteria: Object.fromEntries(criteria),
    tracks: Object.fromEntries(tracks.map(({ id, title }) => [id, title])),
    items: Object.fromEntries(bonus.items.map(({ id, label }) => [id, label])),
    tieBreakers: ranking.tieBreakers
      .filter(({ by }) => by !== "total")
      .toSorted((left, right) => left.order - right.order)
      .map(({ label }) => label),
    quotas: Object.fromEntries(
      quotas.flatMap((quota) => {
        if (!isRegionShare(quota)) return [];
        const region = regions[quota.region];
        return region ? [[quota.id, region.label]] : [];
      }),
    ),
  };
}

/** A name, or the id where there is none. */
export function named(name: LocalText | undefined, id: string): LocalText {
  return name ?? { ko: id, en: id };
}
