import { describe } from "vitest";
import { all, pathTo, refusesEach, remove, repeat, set } from "./broken-copy.ts";

describe("days and instants", () => {
  refusesEach([
    ["30 February", set("course.end", "2025-02-30"), "course.end", /not a day/],
    ["29 February of a common year", set("calendar.holidays[0]", "2025-02-29"), "calendar.holidays[0]", /not a day/],
    [
      "an instant on 31 April",
      set("event:notice.start", "2025-04-31T09:00:00+09:00"),
      pathTo("ai", "event:notice.start"),
      /not a date and time/,
    ],
    [
      "an hour that does not exist",
      set("event:notice.start", "2025-03-17T25:00:00+09:00"),
      pathTo("ai", "event:notice.start"),
      /not a date and time/,
    ],
    ["an instant in UTC", set("acceptance.confirmBy", "2025-05-27T09:00:00Z"), "acceptance.confirmBy", /\+09:00/],
    [
      "an instant of another zone",
      set("reserve.validUntil", "2025-06-13T18:00:00+08:00"),
      "reserve.validUntil",
      /\+09:00/,
    ],
    [
      "an instant without a zone",
      set("event:finalResult.start", "2025-05-23T14:00:00"),
      pathTo("ai", "event:finalResult.start"),
      /\+09:00/,
    ],
    ["a time of day past midnight", set("calendar.businessHours[1]", "24:30"), "calendar.businessHours[1]", /HH:MM/],
    [
      "business hours that run backwards",
      set("calendar.businessHours[1]", "08:00"),
      "calendar.businessHours[1]",
      /after/,
    ],
  ]);
});

describe("the calendar", () => {
  refusesEach([
    ["a calendar without a notice", remove("event:notice"), "calendar.events", /‘notice’ is missing/],
    ["a calendar without a final result", remove("event:finalResult"), "calendar.events", /‘finalResult’ is missing/],
    ["a calendar without a start", remove("event:start"), "calendar.events", /‘start’ is missing/],
    ["a stage without an event", remove("event:interview"), "calendar.events", /‘interview’ is missing/],
    ["a stage without an end", remove("event:interview.end"), pathTo("ai", "event:interview.end"), /no end/],
    ["applications without a close", remove("event:application.end"), pathTo("ai", "event:application.end"), /no end/],
    ["an event named twice", repeat("event:notice", {}), "calendar.events[14].key", /used before/],
    [
      "applications that close before they open",
      set("event:application.end", "2025-03-01T18:00:00+09:00"),
      pathTo("ai", "event:application.end"),
      /ends before/,
    ],
    [
      "an event that ends when it starts",
      set("event:test.end", "2025-05-10T14:00:00+09:00"),
      pathTo("ai", "event:test.end"),
      /ends before or when/,
    ],
    [
      "a notice after applications open",
      set("event:notice.start", "2025-03-18T09:00:00+09:00"),
      pathTo("ai", "event:application.start"),
      /‘application’ comes before ‘notice’/,
    ],
    [
      "a review before applications close",
      set("event:document.start", "2025-04-01T09:00:00+09:00"),
      pathTo("ai", "event:document.start"),
      /before ‘application’/,
    ],
    [
      "a result before its stage is over",
      set("event:documentResult.start", "2025-04-20T14:00:00+09:00"),
      pathTo("ai", "event:documentResult.start"),
      /before ‘document’/,
    ],
    [
      "a final result before the interviews",
      set("event:finalResult.start", "2025-05-15T14:00:00+09:00"),
      pathTo("ai", "event:finalResult.start"),
      /before/,
    ],
    [
      "a course that starts before the result",
      all(set("event:start.start", "2025-05-20T10:00:00+09:00"), set("course.start", "2025-05-20")),
      pathTo("ai", "event:start.start"),
      /before/,
    ],
    ["a course that starts on another day", set("course.start", "2025-06-03"), "course.start", /2025-06-02/],
    ["a course that ends before it starts", set("course.end", "2025-05-01"), "course.end", /after it starts/],
    ["a holiday listed twice", set("calendar.holidays[1]", "2025-05-01"), "calendar.holidays[1]", /used before/],
  ]);
});

describe("dates that must agree", () => {
  refusesEach([
    [
      "a confirmation deadline of its own",
      set("acceptance.confirmBy", "2025-05-28T18:00:00+09:00"),
      "acceptance.confirmBy",
      /‘confirm’/,
    ],
    [
      "a reserve list that ends elsewhere",
      set("reserve.validUntil", "2025-06-12T18:00:00+09:00"),
      "reserve.validUntil",
      /‘reserveFill’/,
    ],
    [
      "an appeal window that ends elsewhere",
      set("appeals.window.end", "2025-05-29T18:00:00+09:00"),
      "appeals.window.end",
      /‘appeal’/,
    ],
    [
      "an appeal window that starts elsewhere",
      set("appeals.window.start", "2025-05-24T14:00:00+09:00"),
      "appeals.window.start",
      /‘appeal’/,
    ],
    [
      "filling after the reserve list",
      set("acceptance.afterStartReplacementUntil", "2025-06-20T18:00:00+09:00"),
      "acceptance.afterStartReplacementUntil",
      /reserve list ends/,
    ],
    [
      "a first birth date a day off",
      set("eligibility[0].bornFrom", "1985-03-17"),
      "eligibility[0].bornFrom",
      /1985-03-18/,
    ],
    ["a last birth date a day off", set("eligibility[0].bornTo", "2007-03-18"), "eligibility[0].bornTo", /2007-03-17/],
    [
      "a reference date without its birth dates",
      set("eligibility[0].referenceDate", "2025-03-24"),
      "eligibility[0].bornFrom",
      /1985-03-25/,
    ],
    ["ages the wrong way round", set("eligibility[0].min", 40), "eligibility[0].min", /above the maximum/],
    [
      "a region's name that ends before it begins",
      set("regions.honam.match[2].until", "2026-06-01"),
      "regions.honam.match[2].until",
      /before it begins/,
    ],
  ]);
});
