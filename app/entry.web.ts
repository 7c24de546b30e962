import { randomBytes, randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, {
  type Express,
  type NextFunction,
  type Request as HttpRequest,
  type Response as HttpResponse,
} from "express";
import { env } from "./env.server.ts";
import { faultForLog } from "./use-cases/fault-for-log.ts";
import { protectAnswers, refuseOtherSites } from "./http/door.server.ts";
import { inTurn } from "./http/in-turn.server.ts";

/** How long open requests may finish after a stop was asked for. */
const DRAIN_MS = 10_000;

/** Serves the pages until it is told to stop. In development Vite compiles what is asked for. */
export async function serve({ development }: { development: boolean }): Promise<string> {
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", env.trustProxy);
  app.use((request, response, next) => {
    // The headers have just been parsed: this is the arrival that deadlines count.
    response.locals.arrivedAt = new Date();
    next();
  });
  app.use(protectAnswers, compression(), refuseOtherSites);
  const build = development ? await developmentBuild(app) : await productionBuild(app);
  app.all(
    "*",
    inTurn,
    createRequestHandler({
      build,
      mode: development ? "development" : "production",
      getLoadContext: (request, response) => ({
        arrivedAt: response.locals.arrivedAt as Date,
        address: addressOf(request),
        requestId: randomUUID(),
        nonce: randomBytes(16).toString("base64"),
      }),
    }),
  );
  app.use(answerFault);

  const server = app.listen(env.port, env.host);
  await new Promise<void>((resolve, reject) => server.once("listening", resolve).once("error", reject));
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      server.close(() => process.exit(0));
      server.closeIdleConnections();
      setTimeout(() => process.exit(0), DRAIN_MS).unref();
    });
  }
  const { port } = server.address() as AddressInfo;
  return `http://localhost:${port}`;
}

async function productionBuild(app: Express): Promise<ServerBuild> {
  app.use("/assets", express.static("build/client/assets", { immutable: true, maxAge: "1y" }));
  app.use("/fonts", express.static("build/client/fonts", { immutable: true, maxAge: "30d" }));
  app.use(express.static("build/client", { maxAge: "1h" }));
  const path = new URL("../build/server/index.js", import.meta.url).href;
  return (await import(path)) as ServerBuild;
}

async function developmentBuild(app: Express): Promise<() => Promise<ServerBuild>> {
  const { createServer } = await import("vite");
  const vite = await createServer({ server: { middlewareMode: true } });
  app.use(vite.middlewares);
  return () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>;
}

/** What no route could answer: an address that cannot be read, or a fault before the pages begin. */
function answerFault(fault: unknown, request: HttpRequest, response: HttpResponse, next: NextFunction): void {
  const status = fault instanceof Error && "status" in fault ? Number(fault.status) : 500;
  const isTheirs = status >= 400 && status < 500;
  if (!isTheirs) console.error(JSON.stringify({ level: "error", method: request.method, fault: faultForLog(fault) }));
  if (response.headersSent) return next(fault);
  response
    .status(isTheirs ? status : 500)
    .type("text/plain")
    .send(isTheirs ? "Bad Request" : "Internal Server Error");
}

let warned = false;

function addressOf(request: HttpRequest): string {
  if (!warned && env.trustProxy === 0 && request.get("X-Forwarded-For") !== undefined) {
    warned = true;
    console.warn("A proxy is in front but TRUST_PROXY is 0: all visitors share one limit of attempts to sign in.");
  }
  return request.ip ?? "unknown";
}

if (process.argv[1] === import.meta.filename) {
  try {
    console.log(`Seonbal is at ${await serve({ development: process.argv.includes("--dev") })}`);
  } catch (error) {
    const isBusy = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
    console.error(isBusy ? `Port ${env.port} is in use. Stop what uses it, or set PORT to another one.` : error);
    process.exit(1);
  }
}
