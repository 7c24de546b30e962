import { expect, test } from "vitest";
import { BarList } from "#app/components/bar-list.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { Notice } from "#app/components/notice.tsx";
import { ProgressBar } from "#app/components/progress-bar.tsx";
import { StepIndicator } from "#app/components/step-indicator.tsx";
import { TimeStamp } from "#app/components/time-stamp.tsx";
import { render, tagsNamed, textOf } from "#tests/components/render.tsx";

test("a step indicator says in words where one stands", () => {
  const html = render(
    <StepIndicator
      steps={[
        { label: "기본정보", state: "done" },
        { label: "지원서", state: "current" },
        { label: "제출", state: "todo" },
      ]}
    />,
  );
  expect(textOf(html)).toContain("3단계 중 2단계");
  expect(textOf(html)).toContain("지원서 (현재 단계)");
  expect(tagsNamed(html, "li").map(({ attributes }) => attributes["aria-current"])).toEqual([
    undefined,
    "step",
    undefined,
  ]);
});

test("bars are a table, and the drawing needs no inline style", () => {
  const html = render(
    <BarList
      caption="분야별 지원자"
      bars={[
        { label: "가", value: 284 },
        { label: "나", value: 142, text: "142명" },
        { label: "다", value: 0 },
      ]}
    />,
  );
  expect(tagsNamed(html, "rect").map(({ attributes }) => attributes["width"])).toEqual([
    "100%",
    "100%",
    "100%",
    "50%",
    "100%",
    "0%",
  ]);
  expect(textOf(html)).toContain("나 142명");
  expect(html).not.toContain("style=");
});

test("a progress bar gives its numbers as text, and nothing is 0 % of nothing", () => {
  expect(textOf(render(<ProgressBar label="평가" done={30} total={120} />))).toBe("평가 120 중 30 (25%)");
  expect(textOf(render(<ProgressBar label="평가" done={0} total={0} />))).toBe("평가 0 중 0 (0%)");
});

test("a time is readable for people and for programs", () => {
  expect(render(<TimeStamp value={new Date("2025-04-14T09:00:00.000Z")} />)).toBe(
    '<time dateTime="2025-04-14T09:00:00.000Z">2025. 4. 14.(월) 18:00</time>',
  );
});

test("what just failed is announced, what merely stands there is not", () => {
  expect(tagsNamed(render(<Notice tone="danger" role="alert" title="실패" />), "div")[0]?.attributes["role"]).toBe(
    "alert",
  );
  expect(tagsNamed(render(<Notice title="안내" />), "div")[0]?.attributes["role"]).toBe("note");
});

test("a description without a value is left out", () => {
  const html = render(
    <DescriptionList
      items={[
        { term: "이름", description: "홍*동" },
        { term: "메모", description: "" },
      ]}
    />,
  );
  expect(textOf(html)).toBe("이름 홍*동");
});
