import { isRouteErrorResponse } from "@remix-run/react";
import { dropKeptText, findKeptText, thisTab, type Place } from "./kept-text.ts";

/** A save that never reached the server: the page stays as it is. */
export type NotSent = { readonly kind: "not-sent"; readonly at: number };

/** Sends a person's own save. Where the network or the server fails, the page is not replaced by an error. */
export async function sendSection<Answer extends { readonly isSaved?: boolean } | null>(
  send: () => Promise<Answer>,
  place: Place,
): Promise<Answer | Response> {
  try {
    const answer = await send();
    if (answer?.isSaved) dropSent(place);
    return answer;
  } catch (fault) {
    // Leads on: it was saved, or the stored text was chosen.
    if (fault instanceof Response) dropSent(place);
    if (fault instanceof Response || isRouteErrorResponse(fault)) throw fault;
    const notSent: NotSent = { kind: "not-sent", at: Date.now() };
    return Response.json(notSent, { status: 503 });
  }
}

function dropSent(place: Place): void {
  if (findKeptText(place)?.tab === thisTab()) dropKeptText(place);
}
