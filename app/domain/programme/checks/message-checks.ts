import { bytesInCp949, outsideCp949 } from "../cp949.ts";
import type { ProgrammeDefinition } from "../definition.ts";
import { neededMessageEvents, type NotificationDefinition } from "../notifications.ts";
import { check, duplicates, mistake, quoted, unknownName, type DefinitionMistake } from "./mistake.ts";

type Variables = ProgrammeDefinition["variables"];
type Written = { readonly text: string; readonly path: string };

const placeholder = /\{\{(\w+)\}\}/g;

export const messageChecks = [
  check(["notifications"], function* ({ notifications }) {
    const events = notifications.map(({ event }) => event);
    yield* duplicates(events, (index) => `notifications[${index}].event`);
    for (const event of neededMessageEvents.filter((needed) => !events.includes(needed))) {
      yield mistake(
        "notifications",
        `${quoted(event)} 안내문이 없습니다. 이 안내문을 넣어 주십시오.`,
        `The message ${quoted(event)} is missing. Add it.`,
      );
    }
  }),
  check(["notifications", "variables"], function* ({ notifications, variables }) {
    for (const [index, notification] of notifications.entries()) {
      const path = `notifications[${index}]`;
      for (const written of textsOf(notification, path)) yield* placeholdersExist(written, variables);
      yield* englishUsesNothingElse(notification, path);
      yield* textMessagesFit(notification, { path, variables });
    }
  }),
  check(["evaluators", "variables"], function* ({ evaluators, variables }) {
    yield* placeholdersExist({ text: evaluators.pledge.ko, path: "evaluators.pledge.ko" }, variables);
    yield* placeholdersExist({ text: evaluators.pledge.en, path: "evaluators.pledge.en" }, variables);
  }),
  check(["variables"], function* ({ variables }) {
    const names = Object.keys(variables);
    yield* duplicates(
      Object.values(variables).map(({ alimtalkVariable }) => alimtalkVariable),
      (index) => `variables.${names[index]}.alimtalkVariable`,
    );
    for (const [name, { alimtalkVariable }] of Object.entries(variables)) {
      if (/^#\{[^{}]+\}$/.test(alimtalkVariable)) continue;
      yield mistake(
        `variables.${name}.alimtalkVariable`,
        "알림톡 변수는 #{성명}처럼 적어 주십시오.",
        "Write an AlimTalk variable like #{성명}.",
      );
    }
  }),
];

function textsOf(notification: NotificationDefinition, path: string): readonly Written[] {
  const local = (["subject", "body", "sms"] as const).flatMap((key) =>
    (["ko", "en"] as const).map((language) => ({
      text: notification[key][language],
      path: `${path}.${key}.${language}`,
    })),
  );
  const buttons = (notification.alimtalk?.buttons ?? []).map(({ url }, index) => ({
    text: url,
    path: `${path}.alimtalk.buttons[${index}].url`,
  }));
  return [...local, ...buttons];
}

function* placeholdersExist({ text, path }: Written, variables: Variables): Iterable<DefinitionMistake> {
  for (const name of new Set(placeholdersOf(text))) {
    if (!Object.hasOwn(variables, name)) yield unknownName(path, name, Object.keys(variables));
  }
  if (/\{\{|\}\}/.test(text.replace(placeholder, ""))) {
    yield mistake(
      path,
      "변수의 중괄호가 맞지 않습니다. {{변수}}처럼 두 겹으로 열고 닫아 주십시오.",
      "The braces of a placeholder do not match. Open and close with two, like {{name}}.",
    );
  }
}

function* englishUsesNothingElse(notification: NotificationDefinition, path: string): Iterable<DefinitionMistake> {
  for (const key of ["subject", "body", "sms"] as const) {
    const korean = new Set(placeholdersOf(notification[key].ko));
    for (const name of new Set(placeholdersOf(notification[key].en))) {
      if (korean.has(name)) continue;
      yield mistake(
        `${path}.${key}.en`,
        `영어 문장이 한국어 문장에 없는 변수 ${quoted(name)}을(를) 씁니다. 두 문장의 내용을 맞추어 주십시오.`,
        `The English text uses ${quoted(name)}, which the Korean text does not. Make the two say the same.`,
      );
    }
  }
}

function* textMessagesFit(
  notification: NotificationDefinition,
  { path, variables }: { readonly path: string; readonly variables: Variables },
): Iterable<DefinitionMistake> {
  const limits = [
    { key: "sms", bytes: 90 },
    { key: "body", bytes: 2000 },
    { key: "subject", bytes: 120 },
  ] as const;
  for (const { key, bytes } of limits) {
    const filled = fill(notification[key].ko, variables);
    if (bytesInCp949(filled) > bytes) {
      yield mistake(
        `${path}.${key}.ko`,
        `보기 값을 넣으면 ${bytesInCp949(filled)}바이트로 한도 ${bytes}바이트를 넘습니다. 문장을 줄여 주십시오.`,
        `With example values this has ${bytesInCp949(filled)} bytes, more than ${bytes}. Shorten the text.`,
      );
    }
    const unsendable = outsideCp949(filled);
    if (unsendable.length > 0 && key !== "subject") {
      yield mistake(
        `${path}.${key}.ko`,
        `문자메시지로 보낼 수 없는 글자가 있습니다(CP949): ${quoted(unsendable.join(" "))}. 다른 글자로 바꾸어 주십시오.`,
        `Some characters cannot be sent as a text message (CP949): ${quoted(unsendable.join(" "))}. Replace them.`,
      );
    }
  }
}

function fill(text: string, variables: Variables): string {
  return text.replace(placeholder, (whole, name: string) =>
    Object.hasOwn(variables, name) ? (variables[name]?.example ?? whole) : whole,
  );
}

function placeholdersOf(text: string): readonly string[] {
  return [...text.matchAll(placeholder)].map((match) => match[1] ?? "");
}
