import {
  status as applicantStatus,
  next as applicantNext,
  apply as applicantApply,
  submit as applicantSubmit,
  receipt as applicantReceipt,
  withdraw as applicantWithdraw,
  documents as applicantDocuments,
  refusal as applicantRefusal,
  needs as applicantNeeds,
  timeline as applicantTimeline,
} from "#app/i18n/en/applicant.json" with { type: "json" };
import {
  receipt as extensionReceipt,
  versions as extensionVersions,
  withdraw as extensionWithdraw,
} from "#app/i18n/en/extension.json" with { type: "json" };
import type { ResourcesFor } from "#app/i18n/areas.ts";

export const englishForApplication: ResourcesFor<"application"> = {
  applicant: {
    status: applicantStatus,
    next: applicantNext,
    apply: applicantApply,
    submit: applicantSubmit,
    receipt: applicantReceipt,
    withdraw: applicantWithdraw,
    documents: applicantDocuments,
    refusal: applicantRefusal,
    needs: applicantNeeds,
    timeline: applicantTimeline,
  },
  extension: { receipt: extensionReceipt, versions: extensionVersions, withdraw: extensionWithdraw },
};
