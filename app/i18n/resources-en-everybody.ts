import common from "#app/i18n/en/common.json" with { type: "json" };
import domain from "#app/i18n/en/domain.json" with { type: "json" };
import type { ResourcesFor } from "#app/i18n/areas.ts";

export const englishForEverybody: ResourcesFor<"everybody"> = { common, domain };
