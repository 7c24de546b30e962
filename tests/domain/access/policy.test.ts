import { expect, test } from "vitest";
import { systemActor, type AccountActor, type Actor, type Role } from "#app/domain/access/actor.ts";
import { can, type Action } from "#app/domain/access/policy.ts";

const HERE = "academy-here";
const ME = "account-of-this-person";

function person(role: Role, academyId: string | null = HERE): AccountActor {
  const academy = role === "applicant" ? null : academyId;
  return {
    kind: "account",
    accountId: ME,
    role,
    academyId: academy,
    name: "가상인",
    email: "a@b.example",
    language: "ko",
  };
}

const actors: Readonly<Record<string, Actor>> = {
  applicant: person("applicant"),
  reviewer: person("reviewer"),
  administrator: person("administrator"),
  auditor: person("auditor"),
  "other academy's administrator": person("administrator", "academy-there"),
  "other academy's auditor": person("auditor", "academy-there"),
  system: systemActor,
};

const academy = { academyId: HERE };
const mine = { academyId: HERE, applicantId: ME };
const theirs = { academyId: HERE, applicantId: "somebody-else" };
const file = { ...theirs, openToReviewers: [] };
const myReview = { reviewerId: ME, conflicted: false };

/** Every action with who may do it; a subject beside it where more than one matters. */
const table: readonly (readonly [Action, unknown, readonly string[]])[] = [
  ["academy:manage", academy, ["administrator"]],
  ["cohort:view", academy, ["administrator", "auditor", "system"]],
  ["cohort:manage", academy, ["administrator", "system"]],
  ["cohort:close", academy, ["administrator", "system"]],
  ["people:manage", academy, ["administrator"]],
  ["application:start", null, ["applicant"]],
  ["application:write", mine, ["applicant"]],
  ["application:write", theirs, []],
  ["application:view", mine, ["applicant", "administrator", "auditor", "system"]],
  ["application:view", theirs, ["administrator", "auditor", "system"]],
  ["application:screen", academy, ["administrator"]],
  ["extension:decide", academy, ["administrator"]],
  ["file:read", file, ["administrator"]],
  ["file:read", { ...file, applicantId: ME }, ["applicant", "administrator"]],
  ["pledge:sign", { reviewerId: ME }, ["reviewer"]],
  ["pledge:sign", { reviewerId: "somebody-else" }, []],
  ["conflict:declare", { reviewerId: ME }, ["reviewer"]],
  ["review:read", myReview, ["reviewer"]],
  ["review:read", { ...myReview, conflicted: true }, []],
  ["review:write", myReview, ["reviewer"]],
  ["review:write", { ...myReview, conflicted: true }, []],
  ["review:write", { reviewerId: "somebody-else", conflicted: false }, []],
  ["review:assign", academy, ["administrator"]],
  ["scores:import", academy, ["administrator", "system"]],
  ["stage:close", academy, ["administrator"]],
  ["stage:approve", { ...academy, firstBy: "somebody-else" }, ["administrator"]],
  ["stage:approve", { ...academy, firstBy: ME }, []],
  ["stage:publish", academy, ["administrator", "system"]],
  ["selection:run", academy, ["administrator", "system"]],
  ["selection:approve", { ...academy, firstBy: "somebody-else" }, ["administrator"]],
  ["selection:approve", { ...academy, firstBy: ME }, []],
  ["tie:decide", academy, ["administrator"]],
  ["seats:add", academy, ["administrator"]],
  ["decisions:publish", academy, ["administrator", "system"]],
  ["offer:answer", { applicantId: ME }, ["applicant"]],
  ["offer:answer", { applicantId: "somebody-else" }, []],
  ["offer:approve", academy, ["administrator", "system"]],
  ["offer:cancel", academy, ["administrator"]],
  ["offer:lapse", academy, ["administrator", "system"]],
  ["outbox:view", academy, ["administrator"]],
  ["outbox:deliver", null, ["system"]],
  ["audit:view", academy, ["administrator", "auditor", "system"]],
  ["demo:advance", academy, ["system"]],
  ["consent:change", mine, ["applicant"]],
  ["consent:change", theirs, []],
  ["appeal:file", mine, ["applicant"]],
  ["appeal:file", theirs, []],
  ["appeal:decide", academy, ["administrator"]],
  ["data:own", mine, ["applicant"]],
  ["data:own", theirs, []],
  ["data:ask", mine, ["applicant"]],
  ["data:ask", theirs, []],
  ["data:answer", academy, ["administrator"]],
  ["account:change", { accountId: "somebody-else" }, []],
];

test.each(table)("%s of %j is for %j alone", (action, subject, allowed) => {
  const may = Object.entries(actors).filter(([, actor]) => can(actor, action, subject as never));
  // Without an academy in the subject, somebody of another academy is simply somebody of that role.
  const names = may
    .map(([name]) => name)
    .filter((name) => allowed.includes(name) || name.startsWith("other") === false);
  expect(names.toSorted()).toEqual([...allowed].toSorted());
  const ofAcademy = typeof subject === "object" && subject !== null && "academyId" in subject;
  if (ofAcademy) expect(may.some(([name]) => name.startsWith("other"))).toBe(false);
});

test("a file opens to the reviewers it is open to, and to no others", () => {
  expect(can(person("reviewer"), "file:read", { ...file, openToReviewers: [ME] })).toBe(true);
  expect(can(person("reviewer"), "file:read", { ...file, openToReviewers: ["somebody-else"] })).toBe(false);
});

test("the table knows every action of the policy", () => {
  const known = [...new Set(table.map(([action]) => action))].toSorted();
  // A new action without a line here is a type error in `everyAction`.
  expect(known).toEqual(Object.keys(everyAction).toSorted());
});

const everyAction: Readonly<Record<Action, true>> = {
  "academy:manage": true,
  "cohort:view": true,
  "cohort:manage": true,
  "cohort:close": true,
  "people:manage": true,
  "application:start": true,
  "application:write": true,
  "application:view": true,
  "application:screen": true,
  "extension:decide": true,
  "file:read": true,
  "pledge:sign": true,
  "conflict:declare": true,
  "review:read": true,
  "review:write": true,
  "review:assign": true,
  "scores:import": true,
  "stage:close": true,
  "stage:approve": true,
  "stage:publish": true,
  "selection:run": true,
  "selection:approve": true,
  "tie:decide": true,
  "seats:add": true,
  "decisions:publish": true,
  "offer:answer": true,
  "offer:approve": true,
  "offer:cancel": true,
  "offer:lapse": true,
  "outbox:view": true,
  "outbox:deliver": true,
  "audit:view": true,
  "demo:advance": true,
  "consent:change": true,
  "appeal:file": true,
  "appeal:decide": true,
  "data:own": true,
  "data:ask": true,
  "data:answer": true,
  "account:change": true,
};
