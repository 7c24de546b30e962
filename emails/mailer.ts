import { createHash } from "node:crypto";
import { createTransport } from "nodemailer";

export type Mail = {
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Names the message for ever: sent a second time it has the same Message-ID, so that a receiver can drop it. */
  readonly key: string;
};

export type Mailer = {
  /** How many messages may be on their way at once. */
  readonly concurrency: number;
  /** The Message-ID under which the server took it; throws what the server said otherwise. */
  readonly sendMail: (mail: Mail) => Promise<string>;
  readonly close: () => void;
};

export type MailerOptions = {
  /** `smtp://user:password@host:587`, `smtps://…`. */
  readonly url: string;
  /** `Name <address>`. */
  readonly from: string;
  readonly concurrency?: number;
};

/** Keeps connections to the server open and uses each for many messages. */
export function createMailer({ url, from, concurrency = 5 }: MailerOptions): Mailer {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: concurrency,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  // The pool retries a broken connection by itself; what remains is told to each message.
  transport.on("error", () => undefined);
  const domain = domainOf(from);
  return {
    concurrency,
    async sendMail({ to, subject, html, text, key }) {
      const { messageId } = await transport.sendMail({
        from,
        to: { name: "", address: to },
        subject,
        html,
        text,
        messageId: `<${createHash("sha256").update(key).digest("hex").slice(0, 40)}@${domain}>`,
        headers: { "Auto-Submitted": "auto-generated" },
      });
      return messageId;
    },
    close: () => transport.close(),
  };
}

/**
 * Whether the server refused this very message for good (5xx), so that trying again cannot help. A refused log-in is
 * the configuration's fault and concerns every message alike: those wait.
 */
export function isRefusedForGood(error: unknown): boolean {
  if (!(error instanceof Error) || !("responseCode" in error)) return false;
  const { responseCode } = error;
  if (typeof responseCode !== "number" || responseCode < 500 || responseCode > 599) return false;
  const wantsLogIn = responseCode === 530 || responseCode === 534 || responseCode === 535;
  return !wantsLogIn && "code" in error && (error.code === "EENVELOPE" || error.code === "EMESSAGE");
}

function domainOf(from: string): string {
  return /@([\w.-]+)/.exec(from)?.[1] ?? "localhost";
}
