import { useTranslation } from "react-i18next";
import { Button } from "#app/components/button.tsx";
import { useErrorText } from "#app/components/form/use-error-text.ts";
import type { UploadItem } from "#app/components/upload/use-upload.ts";

type UploadProgressProps = {
  readonly items: readonly UploadItem[];
  readonly onRetry: (key: number) => void;
  readonly onCancel: (key: number) => void;
};

/** Every file that was chosen since the page came: how far it is, that it is there, or why not and what to do. */
export function UploadProgress({ items, onRetry, onCancel }: UploadProgressProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  return (
    <div role="status">
      {items.length > 0 && (
        <ul className="uploaded-files" aria-label={t("documents:upload.chosen")}>
          {items.map(({ key, file, state }) => (
            <li key={key} className="uploaded-files__item">
              <span className="upload__name">{file.name}</span>
              {state.kind === "sending" && (
                <>
                  <progress
                    className="progress__bar"
                    value={state.percent}
                    max={100}
                    aria-label={t("documents:upload.sending", { name: file.name })}
                  />
                  <span aria-hidden="true">{state.percent}%</span>
                </>
              )}
              {state.kind === "waiting" && <span>{t("documents:upload.waiting")}</span>}
              {state.kind === "done" && <span>{t("documents:upload.done")}</span>}
              {state.kind === "refused" && <strong className="upload__error">{errorText(state.message)}</strong>}
              {state.kind === "refused" && state.mayRetry && (
                <Button variant="secondary" onClick={() => onRetry(key)}>
                  {t("documents:upload.retry")}
                </Button>
              )}
              {(state.kind === "sending" || state.kind === "waiting") && (
                <Button variant="tertiary" onClick={() => onCancel(key)}>
                  {t("documents:upload.stop", { name: file.name })}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
