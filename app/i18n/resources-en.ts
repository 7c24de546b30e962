import account from "#app/i18n/en/account.json" with { type: "json" };
import administrator from "#app/i18n/en/administrator.json" with { type: "json" };
import appeals from "#app/i18n/en/appeals.json" with { type: "json" };
import applicant from "#app/i18n/en/applicant.json" with { type: "json" };
import auditor from "#app/i18n/en/auditor.json" with { type: "json" };
import common from "#app/i18n/en/common.json" with { type: "json" };
import documents from "#app/i18n/en/documents.json" with { type: "json" };
import domain from "#app/i18n/en/domain.json" with { type: "json" };
import draft from "#app/i18n/en/draft.json" with { type: "json" };
import extension from "#app/i18n/en/extension.json" with { type: "json" };
import notice from "#app/i18n/en/notice.json" with { type: "json" };
import panel from "#app/i18n/en/panel.json" with { type: "json" };
import print from "#app/i18n/en/print.json" with { type: "json" };
import publicArea from "#app/i18n/en/public.json" with { type: "json" };
import reviewer from "#app/i18n/en/reviewer.json" with { type: "json" };
import rights from "#app/i18n/en/rights.json" with { type: "json" };
import seats from "#app/i18n/en/seats.json" with { type: "json" };
import selection from "#app/i18n/en/selection.json" with { type: "json" };
import type { Resources } from "#app/i18n/areas.ts";

/** Every text, for the server; browsers get their audience's. */
export const englishResources: Resources = {
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
