import type { Params } from "@remix-run/react";
import { notFound } from "./responses.server.ts";

/** A parameter of the address, or 404: an address without it does not exist. */
export function param(params: Params, name: string): string {
  const value = params[name];
  if (value === undefined || value.length > 200) throw notFound();
  return value;
}
