import type { ReviewPair, ReviewTask } from "#app/domain/assignment/review-task.ts";
import { compareText } from "#app/domain/exact/compare-text.ts";
import { designStrengths, type DesignStrength } from "#app/domain/reliability/design-strength.ts";

/**
 * How well the reviewers of each track can be compared (advisory, floating point): one entry a connected component, by track. For
 * up to about 3,000 reviewers. Source: SELECTION E5.
 */
export function panelStrengths(
  { applications }: Pick<ReviewTask, "applications">,
  pairs: readonly ReviewPair[],
): readonly { readonly track: string; readonly components: readonly DesignStrength[] }[] {
  const trackOf = new Map(applications.map(({ id, track }) => [id, track ?? ""]));
  const tracks = [...new Set(trackOf.values())].toSorted(compareText);
  return tracks.map((track) => ({
    track,
    components: designStrengths(pairs.filter(({ application }) => trackOf.get(application) === track)),
  }));
}
