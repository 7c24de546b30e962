import account from "#app/i18n/ko/account.json" with { type: "json" };
import notice from "#app/i18n/ko/notice.json" with { type: "json" };
import publicArea from "#app/i18n/ko/public.json" with { type: "json" };
import { list, lookup } from "#app/i18n/ko/seats.json" with { type: "json" };
import type { ResourcesFor } from "#app/i18n/areas.ts";

export const koreanForVisitor: ResourcesFor<"visitor"> = {
  public: publicArea,
  account,
  notice,
  seats: { list, lookup },
};
