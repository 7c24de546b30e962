import type { RegionsDefinition } from "./regions.ts";

type Place = { readonly sido: string; readonly sigungu?: string };

/**
 * The regions an address belongs to, by the aliases valid on `onDate` (YYYY-MM-DD; `from` and `until` are both
 * included). Names of 시·도 change by law: an address is compared with the names of that day, never with one string.
 */
export function regionsOf(definition: { readonly regions: RegionsDefinition }, place: Place, onDate: string): string[] {
  const sido = tidy(place.sido);
  const sigungu = tidy(place.sigungu ?? "");
  return Object.entries(definition.regions)
    .filter(([, region]) =>
      region.match.some(
        (alias) =>
          tidy(alias.sido) === sido &&
          (alias.sigungu === undefined || alias.sigungu.some((name) => tidy(name) === sigungu)) &&
          (alias.from === undefined || alias.from <= onDate) &&
          (alias.until === undefined || onDate <= alias.until),
      ),
    )
    .map(([id]) => id);
}

/** Typed on a Mac a name may arrive in decomposed syllables, or with blanks. */
function tidy(name: string): string {
  return name.normalize("NFC").replace(/\s+/g, " ").trim();
}
