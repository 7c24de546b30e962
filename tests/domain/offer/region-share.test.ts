import { expect, test } from "vitest";
import { regionShareOf } from "#app/domain/offer/region-share.ts";

const share = { id: "half", kind: "region_swap", tag: "gwangju", percent: "50" } as const;

test("after a refill the share is reported, with how many residents are missing", () => {
  const holders = [["gwangju"], ["gwangju", "honam"], [], ["honam"], []];
  expect(regionShareOf(share, holders)).toEqual({ holders: 5, residents: 2, needed: 3, shortfall: 1 });
  expect(regionShareOf(share, [["gwangju"]])).toEqual({ holders: 1, residents: 1, needed: 1, shortfall: 0 });
  expect(regionShareOf(share, [])).toEqual({ holders: 0, residents: 0, needed: 0, shortfall: 0 });
});
