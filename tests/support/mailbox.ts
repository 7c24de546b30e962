import type { AddressInfo } from "node:net";
import { simpleParser, type ParsedMail } from "mailparser";
import { SMTPServer } from "smtp-server";

export type Mail = { readonly to: string; readonly subject: string; readonly text: string };
export type Mailbox = {
  readonly url: string;
  readonly mails: readonly Mail[];
  /** The newest mail to somebody whose subject contains the words; waits until it comes. */
  readonly wait: (to: string, subject: string) => Promise<Mail>;
  readonly stop: () => Promise<void>;
};

/** A real SMTP server on loopback that keeps what it receives. */
export async function startMailbox(): Promise<Mailbox> {
  const mails: Mail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    logger: false,
    onData(stream, session, callback) {
      void simpleParser(stream).then(
        (mail) => {
          for (const { address } of session.envelope.rcptTo) mails.push(toMail(address, mail));
          return callback();
        },
        (fault: Error) => callback(fault),
      );
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    async wait(to, subject) {
      for (let attempt = 0; attempt < 150; attempt += 1) {
        const found = mails.findLast((mail) => mail.to === to && mail.subject.includes(subject));
        if (found) return found;
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
      throw new Error(
        `No mail to ${to} with "${subject}"; it got: ${mails
          .filter((mail) => mail.to === to)
          .map((mail) => mail.subject)
          .join(" | ")}`,
      );
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

function toMail(to: string, mail: ParsedMail): Mail {
  return { to, subject: mail.subject ?? "", text: mail.text ?? "" };
}
