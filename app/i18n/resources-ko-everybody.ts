import common from "#app/i18n/ko/common.json" with { type: "json" };
import domain from "#app/i18n/ko/domain.json" with { type: "json" };
import type { ResourcesFor } from "#app/i18n/areas.ts";

export const koreanForEverybody: ResourcesFor<"everybody"> = { common, domain };
