import type { AccountActor } from "#app/domain/access/actor.ts";
import { text } from "#app/domain/programme/text.ts";
import type { Language } from "#app/i18n/language.ts";
import { paths } from "#app/paths.ts";
import { reads } from "#app/runtime.server.ts";
import { collectOwnData, type OwnDataOfApplication } from "#app/use-cases/own-data.ts";

type ToView = { readonly actor: AccountActor; readonly language: Language; readonly now: Date };

/** What is kept, by application and class, without the contents that other pages show. */
export async function ownDataView({ actor, language, now }: ToView) {
  const { account, applications } = await collectOwnData(reads, actor, now);
  const { email, name, createdAt, emailVerifiedAt, signedInUntil } = account;
  return {
    account: {
      email,
      name,
      language: account.language,
      createdAt,
      emailVerifiedAt,
      devices: signedInUntil.filter((until) => new Date(until) > now).length,
    },
    applications: applications.map((application) => applicationView(application, language)),
  };
}
export type OwnDataView = Awaited<ReturnType<typeof ownDataView>>;

function applicationView(data: OwnDataOfApplication, language: Language) {
  const { id, status, applicationNumber, submittedAt, savedAt, results } = data;
  return {
    id,
    title: text(data.title, language),
    status,
    applicationNumber,
    submittedAt,
    savedAt,
    counts: {
      answers: data.answers.length,
      submissions: data.submissions.length,
      consents: data.consents.length,
      messages: data.messages.length,
      results: results.stages.length + (results.decision ? 1 : 0),
      bonusClaims: results.bonusClaims.length,
      appeals: data.appeals.length,
      openedBy: data.openedBy.length,
    },
    files: data.files.map(({ id: fileId, name, size }) => ({
      id: fileId,
      name,
      bytes: size,
      href: paths.file(fileId),
    })),
    purposes: data.purposes.map(({ consent, name, purpose, items, retention }) => ({
      id: consent,
      title: text(name, language),
      purpose: text(purpose, language),
      items: items.join(", "),
      retention: retention ? text(retention, language) : "",
    })),
    retention: data.retention.map(({ scope, period, from }) => ({ scope, from, ...periodOf(period) })),
    officer: text(data.officer, language),
    requests: data.requests,
  };
}

const units = { D: "days", W: "weeks", M: "months", Y: "years" } as const;

/** "P180D" in words: how many of which unit. */
function periodOf(period: string): { readonly amount: number; readonly unit: (typeof units)[keyof typeof units] } {
  const [, amount = "0", unit = "D"] = /^P(\d+)([DWMY])$/.exec(period) ?? [];
  return { amount: Number(amount), unit: units[unit as keyof typeof units] };
}
