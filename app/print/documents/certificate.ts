import type { TFunction } from "i18next";
import type { Language } from "#app/domain/programme/text.ts";
import { formatInstant, formatInstantWithSeconds } from "#app/i18n/format.ts";
import type { PrintedDocument } from "../printed-document.ts";

export type Certificate = {
  readonly applicationNumber: string;
  readonly name: string;
  readonly cohort: string;
  readonly organisation: string;
  readonly contact: string;
  readonly outcome: "selected" | "reserve" | "not_selected";
  readonly track: string;
  readonly reserveNumber: number | null;
  /** Where the application stands when the paper is made: "등록 완료". */
  readonly standing: string;
  readonly publishedAt: string;
  readonly issuedAt: Date;
  readonly digest: string;
};

/** One's own published result on paper; never anybody's score or rank. */
export function certificateDocument(
  certificate: Certificate,
  { t, language }: { t: TFunction; language: Language },
): PrintedDocument {
  const { applicationNumber, organisation, cohort, outcome, track, reserveNumber } = certificate;
  const title = t("print:certificate.title");
  return {
    language,
    title: `${title} ${applicationNumber}`,
    author: organisation,
    createdAt: certificate.issuedAt,
    header: [organisation, title],
    footer: applicationNumber,
    parts: [
      { kind: "title", text: title, below: cohort },
      { kind: "statement", text: t(`print:certificate.outcome.${outcome}`, { track, number: reserveNumber ?? "" }) },
      {
        kind: "pairs",
        pairs: [
          [t("print:certificate.number"), applicationNumber],
          [t("print:certificate.name"), certificate.name],
          [t("print:certificate.cohort"), cohort],
          [t("print:certificate.publishedAt"), formatInstant(certificate.publishedAt, language)],
          [t("print:certificate.standing"), certificate.standing],
          [t("print:certificate.issuedAt"), formatInstantWithSeconds(certificate.issuedAt, language)],
          [t("print:certificate.organisation"), organisation],
          [t("print:certificate.contact"), certificate.contact],
        ],
      },
      { kind: "paragraph", text: t(`print:certificate.statement.${outcome}`) },
      { kind: "digest", label: t("print:certificate.digest"), digest: certificate.digest },
      { kind: "paragraph", size: 9.5, isMuted: true, text: t("print:certificate.verify") },
      { kind: "paragraph", size: 14, align: "center", text: organisation },
    ],
  };
}
