import type { LoaderFunctionArgs } from "@remix-run/node";
import ical, { ICalAlarmType, ICalCalendarMethod } from "ical-generator";
import { text } from "#app/domain/programme/text.ts";
import { env } from "#app/env.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { formatInstant, formatPeriod } from "#app/i18n/format.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { languageOf } from "#app/i18n/language.server.ts";
import { paths } from "#app/paths.ts";
import { comingDates } from "./coming-dates.server.ts";
import { ownApplication } from "./own-application.server.ts";

const ONE_DAY = 86_400;

/** One person's coming dates as iCalendar (RFC 5545), each with a reminder a day before; 404 while there are none. */
export async function loader(args: LoaderFunctionArgs) {
  const page = await ownApplication(args);
  const language = languageOf(args.request);
  const now = args.context.arrivedAt;
  const dates = await comingDates({ ...page, language, now });
  if (dates.length === 0) throw notFound();

  const t = translator(language);
  const { application, definition } = page;
  const name = text(definition.shortTitle, language);
  const url = `${env.publicUrl}${paths.my.application(application.id)}`;
  const calendar = ical({
    name,
    prodId: { company: "Seonbal", product: "own dates", language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    // Instants are written in UTC and shown in Korean time: given a zone, the library would write this machine's clock.
    x: [{ key: "X-WR-TIMEZONE", value: "Asia/Seoul" }],
  });
  for (const { key, label, start, end } of dates) {
    const summary = `${name}: ${label}`;
    const when = end === undefined ? formatInstant(start, language) : formatPeriod({ start, end }, language);
    const event = calendar.createEvent({
      id: `${application.id}-${key}@${new URL(env.publicUrl).hostname}`,
      stamp: now,
      start,
      ...(end === undefined ? {} : { end }),
      summary,
      description: `${when}\n${url}`,
      url,
    });
    event.createAlarm({
      type: ICalAlarmType.display,
      triggerBefore: ONE_DAY,
      description: `${summary} (${t("print:calendar.alarm")})`,
    });
  }
  const fileName = `${application.applicationNumber ?? "application"}.ics`;
  return new Response(calendar.toString(), {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "Content-Language": language,
      "Cache-Control": "private, no-store",
    },
  });
}
