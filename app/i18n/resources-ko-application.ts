import {
  status as applicantStatus,
  next as applicantNext,
  apply as applicantApply,
  application as applicantApplication,
  documents as applicantDocuments,
  consents as applicantConsents,
  submit as applicantSubmit,
  receipt as applicantReceipt,
  withdraw as applicantWithdraw,
  needs as applicantNeeds,
  timeline as applicantTimeline,
} from "#app/i18n/ko/applicant.json" with { type: "json" };
import {
  receipt as extensionReceipt,
  versions as extensionVersions,
  withdraw as extensionWithdraw,
} from "#app/i18n/ko/extension.json" with { type: "json" };
import type { ResourcesFor } from "#app/i18n/areas.ts";

export const koreanForApplication: ResourcesFor<"application"> = {
  applicant: {
    status: applicantStatus,
    next: applicantNext,
    apply: applicantApply,
    application: applicantApplication,
    documents: applicantDocuments,
    consents: applicantConsents,
    submit: applicantSubmit,
    receipt: applicantReceipt,
    withdraw: applicantWithdraw,
    needs: applicantNeeds,
    timeline: applicantTimeline,
  },
  extension: { receipt: extensionReceipt, versions: extensionVersions, withdraw: extensionWithdraw },
};
