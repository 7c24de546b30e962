import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import type { AddressAnswer } from "#app/domain/application/answers.ts";

type FoundAddress = Omit<AddressAnswer, "detail">;

export type AddressSearch = {
  /** What was looked for last. */
  readonly words: string;
  readonly state: "ready" | "empty" | "vague" | "none" | "failed" | "often" | "found" | "chosen";
  readonly found: readonly FoundAddress[];
};

export type AddressSearchBoxProps = {
  /** Ids of everything here begin with it; `<base>-detail` is the control to go on with once an address is chosen. */
  readonly base: string;
  readonly search: AddressSearch;
  readonly names: { readonly words: string; readonly asked: string };
  /** What a button sends as `intent`: look the words up, or take an address that was found. */
  readonly intentOf: (chosen?: FoundAddress) => string;
};

/** Finds an address by its road and number; every button is answered by the page itself, with or without scripts. */
export function AddressSearchBox({ base, search, names, intentOf }: AddressSearchBoxProps) {
  const { t } = useTranslation();
  const { words, state, found } = search;
  const told = `${base}-search-told`;
  const detail = `${base}-detail`;
  const target = state === "ready" ? undefined : state === "chosen" ? detail : told;

  useEffect(() => {
    if (target !== undefined) document.getElementById(target)?.focus();
  }, [target]);

  return (
    <div className="field stack">
      <TextField
        id={`${base}-search`}
        name={names.words}
        type="search"
        label={t("common:address.search")}
        help={t("common:address.searchHelp")}
        defaultValue={words}
        autoComplete="off"
      />
      <input type="hidden" name={names.asked} value={words} />
      <SubmitButton intent={intentOf()} formAction={`#${told}`} variant="secondary" formNoValidate>
        {t("common:address.searchButton")}
      </SubmitButton>
      {/* The page answers anew, so that nothing would be read aloud: who searched is led here. */}
      {state !== "ready" && (
        <p id={told} tabIndex={-1}>
          {t(`common:address.told.${state}`, { words, addresses: found.length })}
        </p>
      )}
      {found.length > 0 && (
        <ul className="stack">
          {found.map((each) => (
            <li key={JSON.stringify(each)}>
              <SubmitButton intent={intentOf(each)} formAction={`#${detail}`} variant="tertiary" formNoValidate>
                {[`(${each.zonecode})`, each.sido, each.sigungu, each.road].filter((part) => part !== "").join(" ")}
              </SubmitButton>
              {each.jibun !== "" && (
                <div className="muted small">{t("common:address.jibun", { jibun: each.jibun })}</div>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
