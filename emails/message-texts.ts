import type { Message } from "#app/domain/message/message.ts";

type SystemMessage = Exclude<Message, { kind: "programme" }>;
export type SystemKind = SystemMessage["kind"];

/** A message of the portal's own in one language, written like a body of a programme definition. */
export type MessageText = { readonly subject: string; readonly body: string; readonly button: string };

/** Total: a new kind of message without a text does not compile. `{{places}}` are the message's own values. */
export type MessageTexts = {
  readonly system: { readonly [Kind in SystemKind]: MessageText };
  /** Also greets somebody whose name is not known yet. */
  readonly roles: { readonly [Role in Extract<Message, { kind: "staff_invitation" }>["role"]]: string };
  /** The button of a programme message. */
  readonly open: string;
  /** Before each item of a list in a plain text. */
  readonly bullet: string;
  readonly linkHelp: string;
  readonly footer: string;
  /** Words of a result that would be untrue for somebody below a minimum, and what is said instead. */
  readonly limitedPlaces: readonly { readonly pattern: RegExp; readonly instead: string }[];
};
