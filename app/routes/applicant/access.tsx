import { notFound } from "#app/http/responses.server.ts";

export function loader() {
  throw notFound();
}

export default function Page() {
  return null;
}
