import { render } from "@react-email/render";
import { createElement } from "react";
import type { Message, ProgrammeEvent, Variables } from "#app/domain/message/message.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { text, type Language } from "#app/domain/programme/text.ts";
import { blocksOf, onOneLine, textOf, type Block } from "./blocks.ts";
import { fillVariables } from "./fill-variables.ts";
import { MessageLayout } from "./layout.tsx";
import type { MessageTexts } from "./message-texts.ts";
import { englishTexts } from "./texts/en.ts";
import { koreanTexts } from "./texts/ko.ts";

export type RenderedMessage = {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly sms?: string;
};

export type ToRender = {
  readonly message: Message;
  readonly language: Language;
  /** The version that the message names; only programme messages need it. */
  readonly definition?: ProgrammeDefinition | undefined;
  /** Where the portal is found, without a slash at the end. */
  readonly publicUrl: string;
};

/** What a person reads, in every channel. Throws with the name of a variable that the text needs and nobody gave. */
export async function renderMessage({ message, language, definition, publicUrl }: ToRender): Promise<RenderedMessage> {
  const texts = language === "ko" ? koreanTexts : englishTexts;
  const url = `${publicUrl}${message.path}`;
  const content =
    message.kind === "programme"
      ? programmeContent({ message, language, definition, url, texts })
      : systemContent(message, texts);
  const button = { label: content.button, url };
  const { subject, blocks } = content;
  const { linkHelp, footer } = texts;
  return {
    subject,
    html: await render(createElement(MessageLayout, { language, subject, blocks, button, linkHelp, footer })),
    text: `${textOf(blocks, texts.bullet)}\n\n${button.label}: ${url}\n\n--\n${footer}\n`,
    ...(content.sms === undefined ? {} : { sms: content.sms }),
  };
}

type Content = {
  readonly subject: string;
  readonly blocks: readonly Block[];
  readonly button: string;
  readonly sms?: string;
};

type ProgrammeInput = {
  readonly message: Extract<Message, { kind: "programme" }>;
  readonly language: Language;
  readonly definition: ProgrammeDefinition | undefined;
  readonly url: string;
  readonly texts: MessageTexts;
};

function programmeContent({ message, language, definition, url, texts }: ProgrammeInput): Content {
  const { event, extra = [] } = message;
  const notification = definition?.notifications.find((candidate) => candidate.event === event);
  if (!notification) throw new Error(`the definition has no text for the message ${event}`);

  const variables = { ...message.variables, portalUrl: url };
  const body = extra.length > 0 ? trueBody(text(notification.body, language), event, texts) : undefined;
  const [greeting, ...rest] = blocksOf(body ?? text(notification.body, language), variables);
  const sentences = extra.map((line): Block => ({ kind: "paragraph", lines: [onOneLine(line)] }));
  return {
    subject: onOneLine(fillVariables(text(notification.subject, language), variables)),
    blocks: [...(greeting ? [greeting] : []), ...sentences, ...rest],
    button: texts.open,
    sms: onOneLine(fillVariables(text(notification.sms, language), variables)),
  };
}

/** Below a minimum, places were not what was missing: the definition's "places are limited" gives way to the reason. */
function trueBody(body: string, event: ProgrammeEvent, { limitedPlaces }: MessageTexts): string {
  if (event !== "stage_not_passed" && event !== "not_selected") return body;
  return limitedPlaces.reduce((changed, { pattern, instead }) => changed.replaceAll(pattern, instead), body);
}

function systemContent(message: Exclude<Message, { kind: "programme" }>, texts: MessageTexts): Content {
  const { subject, body, button } = texts.system[message.kind];
  const values = valuesOf(message, texts);
  return { subject: onOneLine(fillVariables(subject, values)), blocks: blocksOf(body, values), button };
}

function valuesOf(message: Exclude<Message, { kind: "programme" }>, texts: MessageTexts): Variables {
  switch (message.kind) {
    case "verify_email":
    case "reset_password":
      return { name: message.name, expiresAt: message.expiresAt };
    case "account_exists":
      return { name: message.name };
    case "staff_invitation": {
      const { name, academy, role, expiresAt } = message;
      return { name: name || texts.roles[role], academy, role: texts.roles[role], expiresAt };
    }
    case "review_assigned": {
      const { name, cohort, stage, count } = message;
      return { name, cohort, stage, count: String(count) };
    }
    case "seat_cancelled":
    case "result_corrected":
      return { ...message.variables, reason: message.reason };
    case "application_withdrawn":
      return { ...message.variables, at: message.at };
    case "extension_given":
      return { ...message.variables, until: message.until, reason: message.reason };
    case "extension_revoked":
    case "data_request_answered":
    case "seat_lapsed":
    case "reserve_list_ended":
      return message.variables;
  }
}
