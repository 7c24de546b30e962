import { findEvent, neededEvents, windowEvents, type CalendarDefinition } from "../calendar.ts";
import type { StageDefinition } from "../stages.ts";
import { check, duplicates, mistake, quoted, type DefinitionMistake } from "./mistake.ts";

type WithCalendar = { readonly calendar: CalendarDefinition };
type WithStages = WithCalendar & { readonly stages: readonly StageDefinition[] };

export const calendarChecks = [
  check(["calendar"], ownRules),
  check(["calendar", "stages"], everyStageHasItsEvent),
  check(["calendar", "stages"], eventsFollowEachOther),
  check(["calendar", "course"], function* ({ calendar, course }) {
    if (course.end <= course.start) {
      yield mistake("course.end", "교육 종료일은 시작일보다 뒤여야 합니다.", "The course must end after it starts.");
    }
    const begin = findEvent({ calendar }, "start");
    if (begin !== undefined && begin.start.slice(0, 10) !== course.start) {
      yield mistake(
        "course.start",
        `일정의 ‘start’(${begin.start.slice(0, 10)})와 다릅니다. 두 날짜를 같게 적어 주십시오.`,
        `This differs from the event ‘start’ (${begin.start.slice(0, 10)}). Make the two days equal.`,
      );
    }
  }),
];

function* ownRules({ calendar }: WithCalendar): Iterable<DefinitionMistake> {
  const { events, holidays, businessHours } = calendar;
  yield* duplicates(
    events.map(({ key }) => key),
    (index) => `calendar.events[${index}].key`,
  );
  yield* duplicates(holidays, (index) => `calendar.holidays[${index}]`);
  for (const key of neededEvents) {
    if (findEvent({ calendar }, key) === undefined) yield missingEvent(key);
  }
  for (const [index, event] of events.entries()) {
    if (event.end === undefined && windowEvents.has(event.key)) yield missingEnd(index, event.key);
    if (event.end !== undefined && time(event.end) <= time(event.start)) {
      yield mistake(
        `calendar.events[${index}].end`,
        `${quoted(event.key)} 일정의 종료가 시작보다 빠르거나 같습니다. 종료 일시를 시작 뒤로 적어 주십시오.`,
        `The event ${quoted(event.key)} ends before or when it starts. Set the end after the start.`,
      );
    }
  }
  if (businessHours[1] <= businessHours[0]) {
    yield mistake(
      "calendar.businessHours[1]",
      "업무 종료 시각은 시작 시각보다 뒤여야 합니다.",
      "Business hours must end after they begin.",
    );
  }
}

function* everyStageHasItsEvent({ calendar, stages }: WithStages): Iterable<DefinitionMistake> {
  for (const stage of stages) {
    const index = calendar.events.findIndex((event) => event.key === stage.id);
    if (index < 0) yield missingEvent(stage.id);
    else if (calendar.events[index]?.end === undefined) yield missingEnd(index, stage.id);
  }
}

type Moment = { readonly key: string; readonly edge: "start" | "end" };
const start = (key: string): Moment => ({ key, edge: "start" });
const end = (key: string): Moment => ({ key, edge: "end" });

/** Each line: the first moment is not after the second. A line about an event that is not there says nothing. */
function orderOf(stages: readonly StageDefinition[]): readonly (readonly [Moment, Moment])[] {
  const inOrder = [...stages].sort((one, other) => one.order - other.order);
  return [
    [start("notice"), start("application")],
    ...inOrder.flatMap(({ id }, index): (readonly [Moment, Moment])[] => [
      index === 0 ? [end("application"), start(id)] : [start(inOrder[index - 1]?.id ?? ""), start(id)],
      [end(id), start(`${id}Result`)],
      [start(`${id}Result`), start(inOrder[index + 1]?.id ?? "")],
      [start(`${id}Result`), start("finalResult")],
      [end(id), start("finalResult")],
    ]),
    [end("application"), start("finalResult")],
    [start("finalResult"), start("confirm")],
    [start("finalResult"), start("appeal")],
    [start("finalResult"), start("reserveFill")],
    [end("confirm"), start("start")],
    [end("confirm"), end("reserveFill")],
    [start("finalResult"), start("start")],
  ];
}

function* eventsFollowEachOther({ calendar, stages }: WithStages): Iterable<DefinitionMistake> {
  for (const [earlier, later] of orderOf(stages)) {
    const first = momentOf(calendar, earlier);
    const second = momentOf(calendar, later);
    if (first === undefined || second === undefined || first <= second) continue;
    const index = calendar.events.findIndex((event) => event.key === later.key);
    yield mistake(
      `calendar.events[${index}].${later.edge}`,
      `${quoted(later.key)} 일정이 ${quoted(earlier.key)} 일정보다 앞섭니다. 공고 → 접수 → 전형 → 발표 → 등록 → 입교 순서로 고쳐 주십시오.`,
      `${quoted(later.key)} comes before ${quoted(earlier.key)}. Keep the order notice, application, stages, results, confirmation, start.`,
    );
  }
}

function momentOf(calendar: CalendarDefinition, { key, edge }: Moment): number | undefined {
  const event = findEvent({ calendar }, key);
  const instant = edge === "start" ? event?.start : event?.end;
  return instant === undefined ? undefined : time(instant);
}

function time(instant: string): number {
  return Date.parse(instant);
}

function missingEvent(key: string): DefinitionMistake {
  return mistake(
    "calendar.events",
    `${quoted(key)} 일정이 없습니다. 이 일정을 넣어 주십시오.`,
    `The event ${quoted(key)} is missing. Add it.`,
  );
}

function missingEnd(index: number, key: string): DefinitionMistake {
  return mistake(
    `calendar.events[${index}].end`,
    `${quoted(key)} 일정의 종료 일시가 없습니다. 언제까지인지 적어 주십시오.`,
    `The event ${quoted(key)} has no end. Say until when it lasts.`,
  );
}
