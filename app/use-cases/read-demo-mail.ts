import { done, refuse, type Result } from "#app/domain/result.ts";
import type { Db } from "#db/connect.ts";
import { isDemo } from "#db/queries/settings.ts";
import { listSinkMails, readSinkMail, type SinkMail, type SinkMailSummary } from "#emails/sink-mails.ts";

type Sink = { readonly dir: string; readonly development: boolean };

/** Everybody's mail may be read by everybody, but only where all people are invented: in a demo or in development. */
export async function listDemoMail(
  db: Db,
  { page, pageSize, ...sink }: Sink & { readonly page: number; readonly pageSize: number },
): Promise<Result<{ mails: readonly SinkMailSummary[]; total: number }, "no-demo">> {
  if (!(await mayRead(db, sink))) return refuse("no-demo");
  return done(await listSinkMails(sink.dir, { page, pageSize }));
}

export async function readDemoMail(
  db: Db,
  { name, ...sink }: Sink & { readonly name: string },
): Promise<Result<SinkMail, "no-demo" | "no-mail">> {
  if (!(await mayRead(db, sink))) return refuse("no-demo");
  const mail = await readSinkMail(sink.dir, name);
  return mail ? done(mail) : refuse("no-mail");
}

async function mayRead(db: Db, { development }: Sink): Promise<boolean> {
  return development || (await isDemo(db));
}
