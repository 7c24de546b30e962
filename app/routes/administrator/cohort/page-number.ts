/** The page asked for in the address, counted from 1; anything else is the first. */
export function pageNumberOf(search: URLSearchParams, name = "page"): number {
  const page = Number(search.get(name) ?? "1");
  return Number.isSafeInteger(page) && page >= 1 && page <= 100_000 ? page : 1;
}

/** The same address on another page, keeping filters and leaving out what was just done. */
export function hrefOfPage(search: URLSearchParams, page: number, name = "page"): string {
  const next = new URLSearchParams(search);
  next.delete("done");
  next.set(name, String(page));
  return `?${next.toString()}`;
}
