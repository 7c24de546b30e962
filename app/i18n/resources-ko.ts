import account from "#app/i18n/ko/account.json" with { type: "json" };
import administrator from "#app/i18n/ko/administrator.json" with { type: "json" };
import appeals from "#app/i18n/ko/appeals.json" with { type: "json" };
import applicant from "#app/i18n/ko/applicant.json" with { type: "json" };
import auditor from "#app/i18n/ko/auditor.json" with { type: "json" };
import common from "#app/i18n/ko/common.json" with { type: "json" };
import documents from "#app/i18n/ko/documents.json" with { type: "json" };
import domain from "#app/i18n/ko/domain.json" with { type: "json" };
import draft from "#app/i18n/ko/draft.json" with { type: "json" };
import extension from "#app/i18n/ko/extension.json" with { type: "json" };
import notice from "#app/i18n/ko/notice.json" with { type: "json" };
import panel from "#app/i18n/ko/panel.json" with { type: "json" };
import print from "#app/i18n/ko/print.json" with { type: "json" };
import publicArea from "#app/i18n/ko/public.json" with { type: "json" };
import reviewer from "#app/i18n/ko/reviewer.json" with { type: "json" };
import rights from "#app/i18n/ko/rights.json" with { type: "json" };
import seats from "#app/i18n/ko/seats.json" with { type: "json" };
import selection from "#app/i18n/ko/selection.json" with { type: "json" };
import type { Resources } from "#app/i18n/areas.ts";

/** Every text, for the server; browsers get their audience's. */
export const koreanResources: Resources = {
  account,
  administrator,
  appeals,
  applicant,
  auditor,
  common,
  documents,
  domain,
  draft,
  extension,
  notice,
  panel,
  print,
  public: publicArea,
  reviewer,
  rights,
  seats,
  selection,
};
