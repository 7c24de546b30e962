import type { LocalAnswer } from "#app/components/answers/local-answer.ts";
import { DescriptionList } from "#app/components/description-list.tsx";

/** What was answered: texts, addresses that can be opened, or the rows of a repeating group in their order. */
export function AnswerValues({ answer }: { readonly answer: Pick<LocalAnswer, "kind" | "values" | "rows"> }) {
  if (answer.kind === "rows") {
    return (
      <ol className="answer-rows">
        {answer.rows.map((row, index) => (
          <li key={index}>
            <DescriptionList
              items={row.map((item) => ({ term: item.label, description: <AnswerValues answer={item} /> }))}
            />
          </li>
        ))}
      </ol>
    );
  }
  return (
    <>
      {answer.values.map((value, index) =>
        answer.kind === "link" ? (
          <p key={index}>
            <a href={value} target="_blank" rel="noopener noreferrer nofollow">
              {value}
            </a>
          </p>
        ) : (
          <p key={index} className="prose">
            {value}
          </p>
        ),
      )}
    </>
  );
}
