import {
  dashboard as applicantDashboard,
  application as applicantApplication,
  section as applicantSection,
  consent as applicantConsent,
  readOnly as applicantReadOnly,
  problem as applicantProblem,
} from "#app/i18n/en/applicant.json" with { type: "json" };
import draft from "#app/i18n/en/draft.json" with { type: "json" };
import { late as extensionLate } from "#app/i18n/en/extension.json" with { type: "json" };
import { consent as rightsConsent } from "#app/i18n/en/rights.json" with { type: "json" };
import type { ResourcesFor } from "#app/i18n/areas.ts";

export const englishForApplicant: ResourcesFor<"applicant"> = {
  applicant: {
    dashboard: applicantDashboard,
    application: applicantApplication,
    section: applicantSection,
    consent: applicantConsent,
    readOnly: applicantReadOnly,
    problem: applicantProblem,
  },
  draft,
  extension: { late: extensionLate },
  rights: { consent: rightsConsent },
};
