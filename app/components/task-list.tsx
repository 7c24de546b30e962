import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { StatusTag, type Tone } from "#app/components/status-tag.tsx";

export type TaskState = "done" | "started" | "todo" | "error" | "locked";

export type Task = {
  readonly label: ReactNode;
  readonly state: TaskState;
  readonly to?: string | undefined;
  readonly help?: ReactNode;
};

const tones: Readonly<Record<TaskState, Tone>> = {
  done: "success",
  started: "info",
  todo: "neutral",
  error: "danger",
  locked: "neutral",
};

/** Parts of a larger piece of work, each with its state as a word. */
export function TaskList({ tasks }: { readonly tasks: readonly Task[] }) {
  const { t } = useTranslation();
  return (
    <ul className="task-list">
      {tasks.map(({ label, state, to, help }, index) => (
        <li key={index} className="task-list__item">
          <div>
            {to && state !== "locked" ? <Link to={to}>{label}</Link> : label}
            {help && <div className="task-list__help">{help}</div>}
          </div>
          <StatusTag tone={tones[state]}>{t(`common:task.${state}`)}</StatusTag>
        </li>
      ))}
    </ul>
  );
}
