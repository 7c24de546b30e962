import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { formatInstantWithSeconds } from "#app/i18n/format.ts";
import { paths } from "#app/paths.ts";
import type { Trx } from "#db/connect.ts";
import { getAccount } from "#db/queries/accounts.ts";
import type { Application } from "#db/queries/applications.ts";
import { enqueueMessage } from "#db/queries/outbox.ts";
import { cohortVariables } from "./programme-message.ts";

type ExtensionNews = {
  readonly application: Application;
  readonly definition: ProgrammeDefinition;
  readonly extensionId: string;
  /** Null when the extension was taken back. */
  readonly given: { readonly until: Date; readonly reason: string } | null;
  readonly now: Date;
};

/** Tells the person at the account's address, in the account's language. */
export async function tellOfExtension(
  trx: Trx,
  { application, definition, extensionId, given, now }: ExtensionNews,
): Promise<void> {
  const { email, language } = await getAccount(trx, application.applicantId);
  const variables = cohortVariables(definition, language, application);
  const path = paths.my.application(application.id);
  await enqueueMessage(trx, {
    key: `${given ? "extension_given" : "extension_revoked"}:${extensionId}`,
    message: given
      ? {
          kind: "extension_given",
          variables,
          until: formatInstantWithSeconds(given.until, language),
          reason: given.reason,
          path,
        }
      : { kind: "extension_revoked", variables, path },
    recipient: email,
    language,
    academyId: application.academyId,
    cohortId: application.cohortId,
    applicationId: application.id,
    now,
  });
}
