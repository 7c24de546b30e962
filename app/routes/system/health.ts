import { reads } from "#app/runtime.server.ts";
import { isDemo } from "#db/queries/settings.ts";

/** For whoever watches the machine: 200 while the database answers, 503 otherwise. Says nothing else. */
export async function loader() {
  const answers = await isDemo(reads).then(
    () => true,
    () => false,
  );
  return new Response(JSON.stringify({ status: answers ? "ok" : "down" }), {
    status: answers ? 200 : 503,
    headers: { "Content-Type": "application/json", "Cache-Control": "no-store" },
  });
}
