import { formatDate, formatInstant, formatInstantWithSeconds, formatPlainDate } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";

const formats = {
  instant: formatInstant,
  seconds: formatInstantWithSeconds,
  date: formatDate,
  plainDate: formatPlainDate,
} as const;

type TimeStampProps = {
  readonly value: Date | string;
  /** With the clock, to the second, a day with its weekday, or a bare day (birth dates). */
  readonly as?: keyof typeof formats | undefined;
};

/** A time in Seoul that people and programs can both read. */
export function TimeStamp({ value, as = "instant" }: TimeStampProps) {
  const language = useLanguage();
  return <time dateTime={typeof value === "string" ? value : value.toISOString()}>{formats[as](value, language)}</time>;
}
