import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { endSession } from "#app/auth/session.server.ts";
import { readFormData } from "#app/http/form.server.ts";
import { paths } from "#app/paths.ts";

/** A link cannot sign anybody out. */
export function loader() {
  return redirect(paths.home());
}

export async function action({ request }: ActionFunctionArgs) {
  await readFormData(request);
  // Unsaved text that a browser kept goes too; scripts do the same where an address without HTTPS makes this one ignored.
  const headers = { "Set-Cookie": await endSession(request), "Clear-Site-Data": '"storage"' };
  return redirect(paths.home(), { headers });
}
