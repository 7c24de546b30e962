import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";

const DAY = 86_400;

/** The same rules with a calendar that runs in seconds, so that one journey can see a whole cohort through. */
export function hurried(definition: ProgrammeDefinition, from: Date, closesIn: number): ProgrammeDefinition {
  const at = (seconds: number) => inSeoul(new Date(from.getTime() + seconds * 1000));
  const close = at(closesIn);
  const soon = at(closesIn + 1);
  const result = at(closesIn + 2);
  const times: Readonly<Record<string, { start?: string; end?: string }>> = {
    application: { end: close },
    documentFix: { start: close, end: soon },
    document: { start: close, end: soon },
    documentResult: { start: soon },
    interview: { start: soon, end: result },
    finalResult: { start: result },
    appeal: { start: result, end: at(5 * DAY) },
    confirm: { start: result, end: at(2 * DAY) },
    reserveFill: { start: result, end: at(9 * DAY) },
    start: { start: at(10 * DAY) },
  };
  return {
    ...definition,
    course: { ...definition.course, start: at(10 * DAY).slice(0, 10), end: at(200 * DAY).slice(0, 10) },
    calendar: {
      ...definition.calendar,
      events: definition.calendar.events.map((event) => ({ ...event, ...times[event.key] })),
    },
    acceptance: { ...definition.acceptance, confirmBy: at(2 * DAY), afterStartReplacementUntil: at(9 * DAY) },
    reserve: {
      ...definition.reserve,
      validUntil: at(9 * DAY),
      promotion: { ...definition.reserve.promotion, notBefore: "00:00" },
    },
    appeals: { ...definition.appeals, window: { start: result, end: at(5 * DAY) } },
  };
}

/** As definitions write instants: whole seconds, Seoul's offset. */
function inSeoul(instant: Date): string {
  return `${new Date(instant.getTime() + 9 * 3_600_000).toISOString().slice(0, 19)}+09:00`;
}
