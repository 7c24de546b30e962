import { notFound } from "#app/http/responses.server.ts";

export function loader() {
  throw notFound();
}
