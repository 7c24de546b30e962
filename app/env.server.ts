import { z } from "zod";

/**
 * The only reader of the environment. Everything has an embedded default, so that the portal runs
 * on one machine without any setting; README.md lists the same table.
 */
const environment = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  /** Where data lives when nothing else is configured: database, files, demo mail. */
  DATA_DIR: z.string().default(".data"),
  DATABASE_URL: z
    .string()
    .regex(/^(sqlite:|postgres(ql)?:\/\/)/, "must begin with sqlite: or postgres://")
    .optional(),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  /** The address people use; links in messages begin with it. */
  PUBLIC_URL: z.url().optional(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default("Seonbal <no-reply@seonbal.example>"),
  STORAGE_URL: z.string().optional(),
  /** A ClamAV daemon that uploaded files are sent to; without it no file is scanned. */
  CLAMD_URL: z
    .string()
    .regex(/^(tcp:\/\/[^/]+:\d+|unix:.+)$/, "must be tcp://HOST:PORT or unix:PATH")
    .optional(),
  /** A service that answers as juso.go.kr does; without it addresses are typed by hand only. */
  ADDRESS_LOOKUP_URL: z.url({ protocol: /^https?$/ }).optional(),
  ADDRESS_LOOKUP_KEY: z.string().optional(),
  DEMO: z.enum(["0", "1"]).optional(),
  /** How many proxies in front may be believed about the visitor's address and protocol. */
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  /** Sign-in and sign-up attempts a minute from one address. */
  SIGN_IN_LIMIT: z.coerce.number().int().min(1).default(60),
});

export type Env = Readonly<ReturnType<typeof readEnv>>;

export function readEnv(source: NodeJS.ProcessEnv = process.env) {
  const result = environment.safeParse(Object.fromEntries(Object.entries(source).filter(([, value]) => value !== "")));
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The configuration is wrong.\n${lines.join("\n")}`);
  }
  const values = result.data;
  return {
    isProduction: values.NODE_ENV === "production",
    dataDir: values.DATA_DIR,
    databaseUrl: values.DATABASE_URL ?? `sqlite:${values.DATA_DIR}/seonbal.db`,
    port: values.PORT,
    host: values.HOST,
    publicUrl: (values.PUBLIC_URL ?? `http://localhost:${values.PORT}`).replace(/\/$/, ""),
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
    storageUrl: values.STORAGE_URL ?? `file:${values.DATA_DIR}/files`,
    clamdUrl: values.CLAMD_URL,
    addressLookup:
      values.ADDRESS_LOOKUP_URL === undefined
        ? undefined
        : { url: values.ADDRESS_LOOKUP_URL, key: values.ADDRESS_LOOKUP_KEY },
    mailSinkDir: `${values.DATA_DIR}/mail`,
    trustProxy: values.TRUST_PROXY,
    signInLimit: values.SIGN_IN_LIMIT,
    /** Only an unconfigured machine, or one that asks for it, becomes a demo. */
    mayBeDemo:
      values.DEMO === "1" ||
      (values.DEMO !== "0" && values.DATABASE_URL === undefined && values.PUBLIC_URL === undefined),
  };
}

export const env: Env = readEnv();
