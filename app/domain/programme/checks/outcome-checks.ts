import { findEvent } from "../calendar.ts";
import type { ProgrammeDefinition } from "../definition.ts";
import { fieldById, fieldsOf } from "../form.ts";
import { check, duplicates, mistake, quoted, unknownName, type DefinitionMistake } from "./mistake.ts";

type WithDeadlines = Pick<ProgrammeDefinition, "calendar" | "acceptance" | "reserve" | "appeals">;

/** What comes after the selection: results, answers, the reserve list, appeals. */
export const outcomeChecks = [
  check(["calendar", "acceptance"], ({ calendar, acceptance }) =>
    sameInstant({ calendar, path: "acceptance.confirmBy", value: acceptance.confirmBy, event: "confirm", edge: "end" }),
  ),
  check(["calendar", "reserve"], ({ calendar, reserve }) =>
    sameInstant({ calendar, path: "reserve.validUntil", value: reserve.validUntil, event: "reserveFill", edge: "end" }),
  ),
  check(["calendar", "appeals"], function* ({ calendar, appeals }) {
    for (const edge of ["start", "end"] as const) {
      yield* sameInstant({
        calendar,
        path: `appeals.window.${edge}`,
        value: appeals.window[edge],
        event: "appeal",
        edge,
      });
    }
    const keys = calendar.events.map(({ key }) => key);
    if (!keys.includes(appeals.ownScoreDisclosure.from)) {
      yield unknownName("appeals.ownScoreDisclosure.from", appeals.ownScoreDisclosure.from, keys);
    }
    for (const [index, stageId] of appeals.alsoFor.entries()) {
      if (keys.includes(`${stageId}Result`)) continue;
      yield mistake(
        `appeals.alsoFor[${index}]`,
        `${quoted(stageId)} 전형의 결과 발표 일정(${stageId}Result)이 없어 이의신청 기간을 정할 수 없습니다.`,
        `The calendar has no event ${stageId}Result, from which this stage's appeals would run.`,
      );
    }
  }),
  check(["stages", "appeals"], function* ({ stages, appeals }) {
    const ids = stages.map(({ id }) => id);
    yield* duplicates(appeals.alsoFor, (index) => `appeals.alsoFor[${index}]`);
    for (const [index, stageId] of appeals.alsoFor.entries()) {
      if (!ids.includes(stageId)) yield unknownName(`appeals.alsoFor[${index}]`, stageId, ids);
    }
  }),
  check(["acceptance", "reserve"], function* ({ acceptance, reserve }) {
    yield* duplicates(acceptance.actions, (index) => `acceptance.actions[${index}]`);
    const until = acceptance.afterStartReplacementUntil;
    if (until !== undefined && Date.parse(until) > Date.parse(reserve.validUntil)) {
      yield mistake(
        "acceptance.afterStartReplacementUntil",
        "예비합격자 명부의 유효기간(reserve.validUntil) 뒤에는 충원할 수 없습니다. 그 안의 일시를 적어 주십시오.",
        "Seats cannot be filled after the reserve list ends (reserve.validUntil). Choose an earlier time.",
      );
    }
  }),
  check(["acceptance", "documents"], requiredDocumentsExist),
  check(["reserve", "form"], function* ({ reserve, form }) {
    if (!reserve.crossTrack.allowed || fieldById({ form }, "acceptOther") !== undefined) return;
    yield mistake(
      "reserve.crossTrack.allowed",
      "다른 분야 예비합격자로 충원하려면 지원서에 지망 외 배정 동의(acceptOther) 항목이 있어야 합니다.",
      "Filling across tracks asks for a form field ‘acceptOther’, in which applicants agree to it.",
    );
  }),
  check(["announcement", "form"], function* ({ announcement, form }) {
    const ids = fieldsOf({ form }).map(({ id }) => id);
    const needed = { birthDate: "birthDate", phoneLast4: "phone", applicationNo: undefined } as const;
    for (const [index, key] of announcement.lookup.entries()) {
      const field = needed[key];
      if (field !== undefined && !ids.includes(field)) yield unknownName(`announcement.lookup[${index}]`, field, ids);
    }
    if (announcement.publicList.show.includes("maskedName") && !ids.includes("name")) {
      yield unknownName("announcement.publicList.show", "name", ids);
    }
  }),
];

type Link = {
  readonly calendar: WithDeadlines["calendar"];
  readonly path: string;
  readonly value: string;
  readonly event: string;
  readonly edge: "start" | "end";
};

function* sameInstant({ calendar, path, value, event, edge }: Link): Iterable<DefinitionMistake> {
  const wanted = findEvent({ calendar }, event)?.[edge];
  if (wanted === undefined || Date.parse(wanted) === Date.parse(value)) return;
  yield mistake(
    path,
    `일정 ${quoted(event)}의 ${edge === "end" ? "종료" : "시작"}(${wanted})와 다릅니다. 두 일시를 같게 적어 주십시오.`,
    `This differs from the ${edge} of the event ${quoted(event)} (${wanted}). Make the two equal.`,
  );
}

function* requiredDocumentsExist({
  acceptance,
  documents,
}: Pick<ProgrammeDefinition, "acceptance" | "documents">): Iterable<DefinitionMistake> {
  const ids = documents.map(({ id }) => id);
  const groups = ["documents:after_selection", "documents:application"];
  yield* duplicates(acceptance.requires, (index) => `acceptance.requires[${index}]`);
  for (const [index, line] of acceptance.requires.entries()) {
    if (groups.includes(line) || ids.includes(line.replace(/^document:/, ""))) continue;
    yield unknownName(`acceptance.requires[${index}]`, line, [...groups, ...ids]);
  }
}
