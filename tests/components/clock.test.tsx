import { expect, test } from "vitest";
import { OwnZoneTime } from "#app/components/clock/own-zone-time.tsx";
import { ServerClock } from "#app/components/clock/server-clock.tsx";
import { render, tagsNamed, textOf } from "#tests/components/render.tsx";

const serverTime = "2026-11-30T08:59:59.999Z";

test("without scripts the clock says when the server made the page, to the second, in Korean time", () => {
  const html = render(<ServerClock serverTime={serverTime} deadline="2026-11-30T09:00:00.000Z" />);

  expect(textOf(html)).toBe("이 화면을 만든 서버 시각 2026. 11. 30.(월) 17:59:59");
  expect(tagsNamed(html, "time").map(({ attributes }) => attributes["dateTime"] ?? attributes["datetime"])).toEqual([
    serverTime,
  ]);
});

test("the clock does not talk: a screen reader is told the time when it asks", () => {
  const html = render(<ServerClock serverTime={serverTime} />);
  expect(tagsNamed(html, "p").map(({ attributes }) => [attributes["role"], attributes["aria-live"]])).toEqual([
    ["timer", "off"],
  ]);
});

test("the reader's own zone is left to the browser, which alone knows it", () => {
  expect(render(<OwnZoneTime instant={serverTime} />)).toBe("");
});
