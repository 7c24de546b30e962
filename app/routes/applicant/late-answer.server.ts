import { text, type Language } from "#app/domain/programme/text.ts";
import type { OwnPage } from "./own-application.server.ts";

export type LateAnswer = {
  readonly arrivedAt: string;
  readonly closedAt: string;
  readonly organisation: string;
  readonly phone: string;
  readonly email: string;
};

/** What somebody is told whose request came too late: when it arrived, when the door closed, whom to ask. */
export function lateAnswer(
  { closesAt, definition }: Pick<OwnPage, "closesAt" | "definition">,
  { refusal, arrivedAt, language }: { refusal: unknown; arrivedAt: Date; language: Language },
): LateAnswer | undefined {
  if (refusal !== "window-closed" || arrivedAt < closesAt) return undefined;
  const { name, phone, email } = definition.organisation;
  return {
    arrivedAt: arrivedAt.toISOString(),
    closedAt: closesAt.toISOString(),
    organisation: text(name, language),
    phone,
    email,
  };
}
