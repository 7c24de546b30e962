import type { TFunction } from "i18next";
import type { Language } from "#app/domain/programme/text.ts";
import { formatInstantWithSeconds } from "#app/i18n/format.ts";
import type { PrintedDocument } from "../printed-document.ts";

export type Receipt = {
  readonly applicationNumber: string;
  readonly name: string;
  readonly cohort: string;
  readonly organisation: string;
  readonly contact: string;
  readonly firstChoice: string;
  readonly secondChoice: string;
  /** First to last; the last is the one that counts. */
  readonly submissions: readonly { readonly number: number; readonly arrivedAt: string; readonly sha256: string }[];
  readonly submittedAt: string;
  readonly isWithdrawn: boolean;
  /** Of the receipt's page. */
  readonly url: string;
};

/** Proof of a submission on paper: what arrived when, and how anybody can check it. */
export function receiptDocument(
  receipt: Receipt,
  { t, language }: { t: TFunction; language: Language },
): PrintedDocument {
  const { applicationNumber, submissions, organisation } = receipt;
  const title = t("print:receipt.title");
  const at = (instant: string) => formatInstantWithSeconds(instant, language);
  const last = submissions.at(-1);
  return {
    language,
    title: `${title} ${applicationNumber}`,
    author: organisation,
    createdAt: new Date(receipt.submittedAt),
    header: [organisation, title],
    footer: applicationNumber,
    parts: [
      { kind: "title", text: title, below: receipt.cohort },
      ...(receipt.isWithdrawn ? [{ kind: "statement", text: t("print:receipt.withdrawn") } as const] : []),
      {
        kind: "pairs",
        pairs: [
          [t("print:receipt.number"), applicationNumber],
          [t("print:receipt.name"), receipt.name],
          [t("print:receipt.submittedAt"), at(receipt.submittedAt)],
          [t("print:receipt.track"), receipt.firstChoice],
          [t("print:receipt.secondTrack"), receipt.secondChoice],
          [t("print:receipt.organisation"), organisation],
          [t("print:receipt.contact"), receipt.contact],
        ],
      },
      { kind: "digest", label: t("print:receipt.digest"), digest: last?.sha256 ?? "" },
      { kind: "paragraph", text: t("print:receipt.statement") },
      { kind: "heading", text: t("print:receipt.versions") },
      {
        kind: "table",
        size: 8,
        columns: [
          { header: t("print:receipt.ordinal"), share: 7, align: "center" },
          { header: t("print:receipt.arrivedAt"), share: 34 },
          { header: "SHA-256", share: 69 },
        ],
        rows: submissions.map(({ number, arrivedAt, sha256 }) => [String(number), at(arrivedAt), sha256]),
      },
      { kind: "heading", text: t("print:receipt.verify") },
      { kind: "paragraph", size: 9.5, text: t("print:receipt.verifyText", { url: receipt.url }) },
      { kind: "paragraph", size: 14, align: "center", text: organisation },
    ],
  };
}
