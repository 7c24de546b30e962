import {
  dashboard as applicantDashboard,
  status as applicantStatus,
  next as applicantNext,
  apply as applicantApply,
  application as applicantApplication,
  section as applicantSection,
  documents as applicantDocuments,
  consent as applicantConsent,
  consents as applicantConsents,
  submit as applicantSubmit,
  receipt as applicantReceipt,
  withdraw as applicantWithdraw,
  readOnly as applicantReadOnly,
  problem as applicantProblem,
  refusal as applicantRefusal,
  limit as applicantLimit,
  hint as applicantHint,
  needs as applicantNeeds,
  timeline as applicantTimeline,
} from "#app/i18n/ko/applicant.json" with { type: "json" };
import draft from "#app/i18n/ko/draft.json" with { type: "json" };
import {
  late as extensionLate,
  receipt as extensionReceipt,
  versions as extensionVersions,
  withdraw as extensionWithdraw,
} from "#app/i18n/ko/extension.json" with { type: "json" };
import { consent as rightsConsent } from "#app/i18n/ko/rights.json" with { type: "json" };
import type { ResourcesFor } from "#app/i18n/areas.ts";

export const koreanForApplicant: ResourcesFor<"applicant"> = {
  applicant: {
    dashboard: applicantDashboard,
    status: applicantStatus,
    next: applicantNext,
    apply: applicantApply,
    application: applicantApplication,
    section: applicantSection,
    documents: applicantDocuments,
    consent: applicantConsent,
    consents: applicantConsents,
    submit: applicantSubmit,
    receipt: applicantReceipt,
    withdraw: applicantWithdraw,
    readOnly: applicantReadOnly,
    problem: applicantProblem,
    refusal: applicantRefusal,
    limit: applicantLimit,
    hint: applicantHint,
    needs: applicantNeeds,
    timeline: applicantTimeline,
  },
  draft,
  extension: {
    late: extensionLate,
    receipt: extensionReceipt,
    versions: extensionVersions,
    withdraw: extensionWithdraw,
  },
  rights: { consent: rightsConsent },
};
