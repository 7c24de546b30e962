import type { MessageTexts } from "../message-texts.ts";

const contact = "Contact: {{organisationName}} (tel. {{contactPhone}}, {{contactEmail}})";
const greeting = "Dear {{applicantName}} (No. {{applicationNo}}),";

export const englishTexts: MessageTexts = {
  open: "Open the portal",
  bullet: "-",
  linkHelp: "If you see no button, open this address:",
  footer: "Sent automatically by the Seonbal portal. Please do not reply to this address.",
  roles: { administrator: "administrator", reviewer: "reviewer", auditor: "auditor" },
  limitedPlaces: [
    { pattern: /As places are limited, we/g, instead: "We" },
    { pattern: /\s+because places are limited/g, instead: "" },
  ],
  system: {
    verify_email: {
      subject: "[Seonbal] Please confirm your e-mail address",
      button: "Confirm my e-mail address",
      body: `Dear {{name}},

To finish creating your account, please confirm your e-mail address with the button below.

- Confirm by: {{expiresAt}}

If you did not create an account, ignore this message. An account that is not confirmed cannot be used.`,
    },
    account_exists: {
      subject: "[Seonbal] This e-mail address already has an account",
      button: "Sign in",
      body: `Dear {{name}},

Somebody asked for a new account with this e-mail address. It already has one, so none was created.

Please sign in with your account. If you do not remember the password, you can choose a new one from the sign-in page.

If it was not you, you need not do anything. Nothing in your account has changed.`,
    },
    reset_password: {
      subject: "[Seonbal] Choose a new password",
      button: "Choose a new password",
      body: `Dear {{name}},

We received a request for a new password. Choose it with the button below.

- Valid until: {{expiresAt}} (it works once)

All your devices will be signed out. If you did not ask for this, ignore this message: your password stays as it is.`,
    },
    staff_invitation: {
      subject: "[Seonbal] Invitation from {{academy}} ({{role}})",
      button: "Accept the invitation",
      body: `Dear {{name}},

{{academy}} invites you as {{role}}. Use the button below to enter your name and choose a password; you can start at once.

- Valid until: {{expiresAt}}

If you do not know why you receive this, ignore this message.`,
    },
    review_assigned: {
      subject: "[Seonbal] Applications to review: {{cohort}}, {{stage}}",
      button: "Start reviewing",
      body: `Dear {{name}},

Applications have been assigned to you in the {{stage}} of {{cohort}}.

- Assigned: {{count}}

Please sign the pledge and declare conflicts of interest first. You will not see applicants' names or schools.`,
    },
    application_withdrawn: {
      subject: "[{{programmeShort}}] Your application was withdrawn",
      button: "See what happened",
      body: `Dear {{applicantName}},

We confirm that your application to {{programmeTitle}} was withdrawn.

- Withdrawn: {{at}}

If it was not you who withdrew it, please tell us at once.

${contact}`,
    },
    extension_given: {
      subject: "[{{programmeShort}}] Your time to submit was extended",
      button: "Open the application",
      body: `Dear {{applicantName}},

For you alone, the time to submit your application to {{programmeTitle}} was extended.

- New deadline: {{until}}
- Reason: {{reason}}

Only what reaches the server before that instant counts. What you have written is still there; it is received once you have submitted it.

${contact}`,
    },
    extension_revoked: {
      subject: "[{{programmeShort}}] The extension of your time to submit was withdrawn",
      button: "See the application",
      body: `Dear {{applicantName}},

The extension of time that you had been given for {{programmeTitle}} was withdrawn. What you have submitted so far remains valid.

If this is not right, please tell us.

${contact}`,
    },
    data_request_answered: {
      subject: "[{{programmeShort}}] Answer to your request about your data",
      button: "Read the answer",
      body: `Dear {{applicantName}},

What you asked {{programmeTitle}} about your personal data has been answered. Sign in and open “My data” to read it.

If you do not agree with the answer, please tell us, or the privacy complaint centre (phone 118 in Korea).

${contact}`,
    },
    seat_lapsed: {
      subject: "[{{programmeShort}}] The deadline has passed and your place is cancelled",
      button: "See what happened",
      body: `${greeting}

You did not reply by the deadline for confirming your place in {{programmeTitle}}, so it has been cancelled. It goes to the reserve list.

If you did confirm in time, please tell us at once.

${contact}`,
    },
    seat_cancelled: {
      subject: "[{{programmeShort}}] Your place has been cancelled",
      button: "See what happened",
      body: `${greeting}

Your place in {{programmeTitle}} has been cancelled for the following reason.

- Reason: {{reason}}

If this is not correct, please tell us at once.

${contact}`,
    },
    reserve_list_ended: {
      subject: "[{{programmeShort}}] The reserve list has ended",
      button: "See the result",
      body: `${greeting}

The reserve list of {{programmeTitle}} has ended. We regret that no place became free for your number this time.

Thank you for waiting to the end.

${contact}`,
    },
    result_corrected: {
      subject: "[{{programmeShort}}] Your result has been corrected",
      button: "See the corrected result",
      body: `${greeting}

Your result in {{programmeTitle}} has been corrected for the following reason.

- Reason: {{reason}}

You can see the corrected result on the portal. We apologise for the inconvenience.

${contact}`,
    },
  },
};
