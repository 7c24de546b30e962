import { applicationStatuses, type ApplicationStatus } from "#app/domain/application/status.ts";

const orders = ["number", "-number", "submitted", "-submitted", "name", "-name"] as const;
export type ListOrder = (typeof orders)[number];

export type ListWishes = {
  readonly filter: {
    readonly status?: ApplicationStatus;
    readonly track?: string;
    readonly waiting?: "flag" | "claim";
  };
  readonly order: ListOrder;
  readonly page: number;
  /** How many claims the last act verified; null when it was none. */
  readonly verified: number | null;
};

const MOST_PAGES = 20_000;

/** What the address asks for; anything that is no wish is left out. Never a name: that is searched by POST. */
export function wishesOf(search: URLSearchParams, tracks: readonly string[]): ListWishes {
  const status = applicationStatuses.find((each) => each === search.get("status"));
  const track = tracks.find((each) => each === search.get("track"));
  const waiting = (["flag", "claim"] as const).find((each) => each === search.get("waiting"));
  const verified = wholeNumber(search.get("verified"));
  return {
    filter: { ...(status && { status }), ...(track && { track }), ...(waiting && { waiting }) },
    order: orders.find((each) => each === search.get("sort")) ?? "number",
    page: Math.min(Math.max(wholeNumber(search.get("page")) ?? 1, 1), MOST_PAGES),
    verified,
  };
}

/** The same wishes as an address. */
export function addressOf({ filter, order, page }: Omit<ListWishes, "verified">): string {
  const search = new URLSearchParams(filter);
  if (order !== "number") search.set("sort", order);
  if (page > 1) search.set("page", String(page));
  return `?${search.toString()}`;
}

function wholeNumber(value: string | null): number | null {
  return value !== null && /^\d{1,9}$/.test(value) ? Number(value) : null;
}
