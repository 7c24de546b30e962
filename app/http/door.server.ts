import type { NextFunction, Request, Response } from "express";
import { env } from "#app/env.server.ts";
import { headersOfEverything } from "./headers.server.ts";
import { isSameOrigin } from "./same-origin.server.ts";

/** Headers that every answer has, static files, data and faults too; an answer that sets its own keeps it. */
export function protectAnswers(_request: Request, response: Response, next: NextFunction): void {
  const headers = headersOfEverything({ https: env.publicUrl.startsWith("https:") });
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => Response;
  response.writeHead = (...args: unknown[]) => {
    for (const [name, value] of Object.entries(headers)) {
      if (!response.hasHeader(name)) response.setHeader(name, value);
    }
    return writeHead(...args);
  };
  next();
}

const reading: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Forms of other sites end here with 403. The framework would compare `Origin` with the host that the proxy asked for,
 * and call a difference a fault; what passed is told to it in the one header that every action asks again.
 */
export function refuseOtherSites(request: Request, response: Response, next: NextFunction): void {
  if (reading.has(request.method)) return next();
  const site = request.get("Sec-Fetch-Site") ?? null;
  const origin = request.get("Origin") ?? null;
  const here = `${request.protocol}://${request.get("Host") ?? ""}`;
  if (!isSameOrigin({ site, origin, here })) {
    response.status(403).type("text/plain").send("Forbidden");
    return;
  }
  request.headers["sec-fetch-site"] = "same-origin";
  delete request.headers.origin;
  next();
}
