import { open, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { simpleParser, type ParsedMail } from "mailparser";

export type SinkMailSummary = {
  readonly name: string;
  readonly to: string;
  readonly subject: string;
  readonly sentAt: string | null;
};
export type SinkMail = SinkMailSummary & { readonly text: string; readonly html: string };

const namePattern = /^\d{6,}-[0-9a-f]{8}\.eml$/;
const HEAD_BYTES = 8 * 1024;

/** Mails that the sink took, the newest first. `page` counts from 1. */
export async function listSinkMails(
  dir: string,
  { page = 1, pageSize = 50 }: { page?: number; pageSize?: number } = {},
): Promise<{ mails: readonly SinkMailSummary[]; total: number }> {
  const names = (await namesIn(dir)).sort().reverse();
  const from = (page - 1) * pageSize;
  const mails = await Promise.all(names.slice(from, from + pageSize).map((name) => readHead(dir, name)));
  return { mails, total: names.length };
}

/** One of them whole; nothing for a name that the sink never gave, above all one that leads out of its folder. */
export async function readSinkMail(dir: string, name: string): Promise<SinkMail | undefined> {
  if (!namePattern.test(name)) return undefined;
  const raw = await readFile(join(dir, name)).catch(whenMissing(undefined));
  if (raw === undefined) return undefined;
  const mail = await simpleParser(raw);
  return { ...toSummary(name, mail), text: mail.text ?? "", html: mail.html || "" };
}

async function namesIn(dir: string): Promise<string[]> {
  const names = await readdir(dir).catch(whenMissing<string[]>([]));
  return names.filter((name) => namePattern.test(name));
}

/** The headers stand first and are all that a list shows. */
async function readHead(dir: string, name: string): Promise<SinkMailSummary> {
  const file = await open(join(dir, name));
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const head = buffer.subarray(0, bytesRead).toString("latin1").split("\r\n\r\n")[0] ?? "";
    return toSummary(name, await simpleParser(Buffer.from(`${head}\r\n\r\n`, "latin1")));
  } finally {
    await file.close();
  }
}

function toSummary(name: string, { to, subject, date }: ParsedMail): SinkMailSummary {
  const recipients = to === undefined ? [] : Array.isArray(to) ? to : [to];
  return {
    name,
    to: recipients.map((recipient) => recipient.text).join(", "),
    subject: subject ?? "",
    sentAt: date?.toISOString() ?? null,
  };
}

function whenMissing<Value>(value: Value): (error: unknown) => Value {
  return (error) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return value;
    throw error;
  };
}
