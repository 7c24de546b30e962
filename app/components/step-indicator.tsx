import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { VisuallyHidden } from "#app/components/visually-hidden.tsx";

export type Step = {
  readonly label: ReactNode;
  readonly state: "done" | "current" | "todo";
  readonly to?: string | undefined;
};

type StepIndicatorProps = { readonly steps: readonly Step[]; readonly label?: string | undefined };

/** Where somebody stands in a form or a cohort in its life. */
export function StepIndicator({ steps, label }: StepIndicatorProps) {
  const { t } = useTranslation();
  const current = steps.findIndex(({ state }) => state === "current") + 1;
  return (
    <nav className="steps" aria-label={label ?? t("common:step.label")}>
      {current > 0 && (
        <p className="steps__position">
          {t("common:step.position", { current, total: steps.length })}
          {/* A phone has room for the numbers only; this names the step where one is. */}
          <span className="steps__here" aria-hidden="true">
            {" "}
            · {steps[current - 1]?.label}
          </span>
        </p>
      )}
      <ol className="steps__list">
        {steps.map((step, index) => (
          <li
            key={index}
            className={`steps__item steps__item--${step.state}`}
            aria-current={step.state === "current" ? "step" : undefined}
          >
            {step.to && step.state !== "current" ? (
              <Link className="steps__label" to={step.to}>
                {step.label}
              </Link>
            ) : (
              <span className="steps__label">{step.label}</span>
            )}
            <VisuallyHidden> ({t(`common:step.${step.state}`)})</VisuallyHidden>
          </li>
        ))}
      </ol>
    </nav>
  );
}
