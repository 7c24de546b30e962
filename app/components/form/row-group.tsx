import { useEffect, useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/components/button.tsx";
import { FieldGroup } from "#app/components/form/field-group.tsx";
import type { FieldProps } from "#app/components/form/field-props.ts";
import { SubmitButton } from "#app/components/form/submit-button.tsx";

type RowAct = "add" | "remove" | "up" | "down";

type RowGroupProps<Row> = FieldProps & {
  readonly rows: readonly Row[];
  readonly blank: Row;
  readonly maxRows: number;
  /** What a button sends as `intent` while no script does its work: the server then answers with the rows changed. */
  readonly intentOf: (act: RowAct, row: string) => string;
  /** The fields of one row, their names beginning with `prefix`. */
  readonly children: (row: Row, prefix: string) => ReactNode;
};

type Placed<Row> = { readonly key: string; readonly row: Row };

/** Rows that a person adds, takes away and orders; each keeps its names while it moves, so nothing typed is lost. */
export function RowGroup<Row>({ rows, blank, maxRows, intentOf, children, ...field }: RowGroupProps<Row>) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const [placed, setPlaced] = useState<readonly Placed<Row>[]>(() =>
    rows.map((row, index) => ({ key: String(index), row })),
  );
  const [wanted, setWanted] = useState<{ readonly id: string } | undefined>(undefined);
  const base = field.id ?? field.name;

  useEffect(() => {
    if (wanted === undefined) return;
    focusOn(document.getElementById(wanted.id));
    // What keeps the page's text safe hears of rows as it hears of typing.
    box.current?.dispatchEvent(new Event("input", { bubbles: true }));
  }, [wanted]);

  const idOf = (key: string) => `${base}.${key}`;
  const add = (): void => {
    const key = String(Math.max(-1, ...placed.map((each) => Number(each.key))) + 1);
    setPlaced([...placed, { key, row: blank }]);
    setWanted({ id: idOf(key) });
  };
  const remove = (index: number): void => {
    setPlaced(placed.toSpliced(index, 1));
    setWanted({ id: `${base}-add` });
  };
  const move = (from: number, to: number): void => {
    const row = placed[from];
    if (row === undefined) return;
    setPlaced(placed.toSpliced(from, 1).toSpliced(to, 0, row));
    setWanted({ id: idOf(row.key) });
  };

  return (
    <FieldGroup {...field}>
      <div className="rows" ref={box}>
        {placed.map(({ key, row }, index) => (
          <fieldset key={key} className="rows__row" id={idOf(key)} tabIndex={-1}>
            <legend>{t("common:rows.row", { number: index + 1 })}</legend>
            <input type="hidden" name={`${field.name}.row`} value={key} />
            {children(row, `${field.name}.${key}.`)}
            <div className="actions">
              <RowButton
                act="up"
                disabled={index === 0}
                {...{ index, intent: intentOf("up", key) }}
                onPress={() => move(index, index - 1)}
              />
              <RowButton
                act="down"
                disabled={index === placed.length - 1}
                {...{ index, intent: intentOf("down", key) }}
                onPress={() => move(index, index + 1)}
              />
              <RowButton act="remove" {...{ index, intent: intentOf("remove", key) }} onPress={() => remove(index)} />
            </div>
          </fieldset>
        ))}
      </div>
      {placed.length < maxRows ? (
        <SubmitButton
          id={`${base}-add`}
          intent={intentOf("add", "")}
          variant="secondary"
          formNoValidate
          onClick={(event) => {
            event.preventDefault();
            add();
          }}
        >
          {t("common:rows.add")}
        </SubmitButton>
      ) : (
        <p className="muted small" id={`${base}-add`} tabIndex={-1}>
          {t("common:rows.full", { max: maxRows })}
        </p>
      )}
    </FieldGroup>
  );
}

type RowButtonProps = {
  readonly act: Exclude<RowAct, "add">;
  readonly index: number;
  readonly intent: string;
  readonly disabled?: boolean;
  readonly onPress: () => void;
};

function RowButton({ act, index, intent, disabled = false, onPress }: RowButtonProps) {
  const { t } = useTranslation();
  return (
    <Button
      type="submit"
      name="intent"
      value={intent}
      variant="tertiary"
      formNoValidate
      disabled={disabled}
      aria-label={t(`common:rows.${act}Named`, { number: index + 1 })}
      onClick={(event) => {
        event.preventDefault();
        onPress();
      }}
    >
      {t(`common:rows.${act}`)}
    </Button>
  );
}

/** The first control of a row, or the thing itself. */
function focusOn(element: HTMLElement | null): void {
  const control = element?.querySelector<HTMLElement>("input:not([type=hidden]), textarea, select");
  (control ?? element)?.focus();
}
