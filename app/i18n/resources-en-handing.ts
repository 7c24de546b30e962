import {
  documents as applicantDocuments,
  refusal as applicantRefusal,
} from "#app/i18n/en/applicant.json" with { type: "json" };
import {
  upload as documentsUpload,
  scan as documentsScan,
  note as documentsNote,
  file as documentsFile,
  refused as documentsRefused,
  refusal as documentsRefusal,
  completion as documentsCompletion,
  requestState as documentsRequestState,
  certificate as documentsCertificate,
  afterSelection as documentsAfterSelection,
} from "#app/i18n/en/documents.json" with { type: "json" };
import type { ResourcesFor } from "#app/i18n/areas.ts";

export const englishForHanding: ResourcesFor<"handing"> = {
  applicant: { documents: applicantDocuments, refusal: applicantRefusal },
  documents: {
    upload: documentsUpload,
    scan: documentsScan,
    note: documentsNote,
    file: documentsFile,
    refused: documentsRefused,
    refusal: documentsRefusal,
    completion: documentsCompletion,
    requestState: documentsRequestState,
    certificate: documentsCertificate,
    afterSelection: documentsAfterSelection,
  },
};
