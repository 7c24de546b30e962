/** Thrown by loaders and actions; the audience layout's ErrorBoundary says it in words. */
export function notFound(): Response {
  return new Response(null, { status: 404, statusText: "Not Found" });
}

export function forbidden(): Response {
  return new Response(null, { status: 403, statusText: "Forbidden" });
}

export function tooManyRequests(): Response {
  return new Response(null, { status: 429, statusText: "Too Many Requests" });
}
