type CalendarEvent = Readonly<Record<string, string>>;

/** An iCalendar file (RFC 5545) read back: its lines without folding, and the properties of each event and its alarm. */
export function readCalendar(text: string): {
  readonly lines: readonly string[];
  readonly events: readonly CalendarEvent[];
} {
  const lines = text.replaceAll(/\r\n[ \t]/g, "").split("\r\n");
  const events: Record<string, string>[] = [];
  let event: Record<string, string> | undefined;
  let inAlarm = false;
  for (const line of lines) {
    if (line === "BEGIN:VEVENT") event = {};
    else if (line === "END:VEVENT" && event) {
      events.push(event);
      event = undefined;
    } else if (line.endsWith(":VALARM")) inAlarm = line.startsWith("BEGIN");
    else if (event) {
      const [, name = "", value = ""] = /^([A-Z-]+)[^:]*:(.*)$/.exec(line) ?? [];
      if (!inAlarm || name === "TRIGGER") event[name] = value;
    }
  }
  return { lines, events };
}
