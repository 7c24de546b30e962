import { useTranslation } from "react-i18next";
import { formatInstantWithSeconds, formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";

/** Titles of the things that the records of a cohort name by their key: stages, tracks, documents, bonus items. */
export type RecordNames = Readonly<Record<string, string>>;

type LogDetailProps = { readonly payload: string | null; readonly names: RecordNames };

/** What exactly happened, in words; the recorded bytes stay at hand for whoever checks them. */
export function LogDetail({ payload, names }: LogDetailProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (payload === null) return <span className="muted">{t("auditor:log.destroyed")}</span>;
  const details = readDetails(payload);
  if (details.length === 0) return null;
  const say = (value: unknown): string => {
    if (typeof value === "number") return formatNumber(value);
    if (typeof value === "boolean") return t(value ? "common:answer.yes" : "common:answer.no");
    if (Array.isArray(value)) return saidList(value);
    if (typeof value !== "string") return t("auditor:log.inRecord");
    if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return formatInstantWithSeconds(value, language);
    return (
      names[value] ?? (isCode(value) ? t([`auditor:code.${value}`, "auditor:code.other"], { value }) : short(value))
    );
  };
  const saidList = (values: readonly unknown[]): string =>
    values.length <= 6 && values.every((each) => typeof each !== "object")
      ? values.map(say).join(", ") || t("common:answer.none")
      : t("auditor:log.things", { things: formatNumber(values.length) });
  return (
    <>
      {details.map(([key, value]) => (
        <div key={key}>
          <span className="muted">{t([`auditor:detail.${key}`, "auditor:detail.other"], { key })}</span> {say(value)}
        </div>
      ))}
      <details className="log-bytes no-print">
        <summary className="log-bytes__summary">{t("auditor:log.bytes")}</summary>
        <span className="code small">{payload.length > LONGEST ? `${payload.slice(0, LONGEST)}…` : payload}</span>
      </details>
    </>
  );
}

const LONGEST = 4000;

function readDetails(payload: string): readonly (readonly [string, unknown])[] {
  const value: unknown = JSON.parse(payload);
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}

function isCode(value: string): boolean {
  return /^[a-z]+(?:[-_][a-z]+)*$/.test(value);
}

/** A digest or an id by its end, where ids made in the same minute differ. */
export function short(value: string): string {
  if (/^[0-9a-f]{64}$/.test(value)) return `${value.slice(0, 12)}…`;
  return /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value) ? `…${value.slice(-8)}` : value;
}
