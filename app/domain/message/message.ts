import type { messageEvents } from "#app/domain/programme/notifications.ts";

/**
 * Every message the portal can send, as data. A programme message is an `event` of the definition's notifications,
 * with the values of its variables as they were when the act happened; the others are the portal's own.
 * Times are written out for the reader already (`expiresAt` too).
 */
export type ProgrammeEvent = (typeof messageEvents)[number];

export type Variables = Readonly<Record<string, string>>;

export type Message =
  | {
      readonly kind: "programme";
      readonly event: ProgrammeEvent;
      /** Which version's text is sent. */
      readonly definitionId: string;
      readonly variables: Variables;
      /** Sentences that make the message true for this person, e.g. which minimum was not met. */
      readonly extra?: readonly string[];
      /** Where the button leads, as a path of the portal. */
      readonly path: string;
    }
  | { readonly kind: "verify_email"; readonly name: string; readonly path: string; readonly expiresAt: string }
  /** Somebody signed up with an e-mail that has an account: only its owner is told. */
  | { readonly kind: "account_exists"; readonly name: string; readonly path: string }
  | { readonly kind: "reset_password"; readonly name: string; readonly path: string; readonly expiresAt: string }
  | {
      readonly kind: "staff_invitation";
      readonly name: string;
      readonly academy: string;
      readonly role: "reviewer" | "administrator" | "auditor";
      readonly path: string;
      readonly expiresAt: string;
    }
  | {
      readonly kind: "review_assigned";
      readonly name: string;
      readonly cohort: string;
      readonly stage: string;
      readonly count: number;
      readonly path: string;
    }
  // The eight below take the variables of `cohortVariables`.
  | {
      readonly kind: "extension_given";
      readonly variables: Variables;
      readonly until: string;
      readonly reason: string;
      readonly path: string;
    }
  | {
      readonly kind: "application_withdrawn";
      readonly variables: Variables;
      readonly at: string;
      readonly path: string;
    }
  | { readonly kind: "extension_revoked"; readonly variables: Variables; readonly path: string }
  /** That it was answered; the answer itself is read after signing in. */
  | { readonly kind: "data_request_answered"; readonly variables: Variables; readonly path: string }
  | { readonly kind: "seat_lapsed"; readonly variables: Variables; readonly path: string }
  | { readonly kind: "seat_cancelled"; readonly variables: Variables; readonly reason: string; readonly path: string }
  | { readonly kind: "reserve_list_ended"; readonly variables: Variables; readonly path: string }
  | {
      readonly kind: "result_corrected";
      readonly variables: Variables;
      readonly reason: string;
      readonly path: string;
    };

export type MessageKind = Message["kind"];

/** Whether the link itself opens an account, so that nobody but its receiver may keep it. */
export function carriesSecretLink({ kind }: Message): boolean {
  return kind === "verify_email" || kind === "reset_password" || kind === "staff_invitation";
}
