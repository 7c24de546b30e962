import { useBlocker, useSubmit } from "@remix-run/react";
import { useEffect, useRef, useState, type RefObject } from "react";
import { useTranslation } from "react-i18next";
import type { DraftState } from "./draft-state.ts";
import { entriesOf, formOf } from "./form-entries.ts";
import { dropKeptText, dropKeptTexts, findKeptText, thisTab, type KeptText } from "./kept-text.ts";
import { watchDraft, type Watch } from "./watch-draft.ts";
import { paths } from "#app/paths.ts";

type DraftPage = {
  readonly applicationId: string;
  readonly section: { readonly id: string };
  readonly accountId: string;
  readonly revision: number;
  readonly edition: string;
  readonly seconds: number;
  /** Nothing when the page cannot be written. */
  readonly isOpen: boolean;
  /** What the page shows is an answer with typed text in it that was not stored. */
  readonly unsaved: boolean;
  /** The page was just loaded: the browser may have kept something for it. */
  readonly isFresh: boolean;
  /** When a save of the person's own last failed to reach the server; 0 when none did. */
  readonly notSentAt: number;
};

type Draft = {
  readonly state: DraftState;
  readonly revision: number;
  readonly edition: string;
  /** An older text that the browser kept, on which somebody should decide. */
  readonly offer: { readonly restore: () => void; readonly discard: () => void } | undefined;
};

/** Draft safety of one section, once scripts run. */
export function useDraft(form: RefObject<HTMLFormElement>, page: DraftPage): Draft {
  const { t } = useTranslation();
  const submit = useSubmit();
  const watch = useRef<Watch | undefined>(undefined);
  const [state, setState] = useState<DraftState>({ kind: "as-stored" });
  const [offered, setOffered] = useState<KeptText | undefined>(undefined);
  const [base, setBase] = useState({ revision: page.revision, edition: page.edition });
  const { applicationId, section, accountId, revision, edition, isFresh, notSentAt } = page;
  const place = { applicationId, sectionId: section.id };
  const restore = ({ entries, ...kept }: KeptText) => {
    submit(formOf(entries, { intent: "restore", revision: String(kept.revision), edition: kept.edition }), {
      method: "post",
    });
  };

  useEffect(() => {
    if (!form.current || !page.isOpen) return;
    dropKeptTexts({ except: accountId });
    setBase({ revision, edition });
    setState({ kind: "as-stored" });
    const kept = isFresh ? findKeptText(place) : undefined;
    const isHere = JSON.stringify(kept?.entries) === JSON.stringify(entriesOf(new FormData(form.current)));
    const started = watchDraft(form.current, {
      place,
      accountId,
      seconds: page.seconds,
      revision,
      edition,
      // The browser itself put the kept text back, or the server has it: one save tells which.
      unsaved: page.unsaved || isHere,
      signOutPath: paths.signOut(),
      signOutQuestion: t("draft:signOutQuestion"),
      tell: (now, receipt) => {
        setState(now);
        if (receipt) setBase(receipt);
      },
    });
    watch.current = started;
    if (kept && !isHere) {
      // Typed in this very tab over what is still stored: a reload, or a session that had ended.
      if (kept.tab === thisTab() && kept.edition === edition) restore(kept);
      else {
        started.hold(true);
        setOffered(kept);
      }
    }
    return () => started.stop();
    // A new edition or revision is another page; everything else stands in the key of the form.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [form, accountId, revision, edition, isFresh]);

  useEffect(() => {
    if (notSentAt > 0) watch.current?.resume();
  }, [notSentAt]);

  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      currentLocation.pathname !== nextLocation.pathname && watch.current?.isDirty() === true,
  );
  useEffect(() => {
    if (blocker.state !== "blocked") return;
    void watch.current?.save().then((isSafe) => (isSafe ? blocker.proceed() : blocker.reset()));
  }, [blocker]);

  const close = () => {
    watch.current?.hold(false);
    setOffered(undefined);
  };
  return {
    state,
    ...base,
    offer: offered && {
      restore: () => {
        close();
        restore(offered);
      },
      discard: () => {
        dropKeptText(place);
        close();
      },
    },
  };
}
