import account from "#app/i18n/en/account.json" with { type: "json" };
import notice from "#app/i18n/en/notice.json" with { type: "json" };
import publicArea from "#app/i18n/en/public.json" with { type: "json" };
import { list, lookup } from "#app/i18n/en/seats.json" with { type: "json" };
import type { ResourcesFor } from "#app/i18n/areas.ts";

export const englishForVisitor: ResourcesFor<"visitor"> = {
  public: publicArea,
  account,
  notice,
  seats: { list, lookup },
};
