import { useLocation } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { clockOf } from "./clock.ts";
import { dropKeptTexts } from "./kept-text.ts";
import { useSessionEnd, type SessionState, type SessionTold } from "./use-session-end.ts";
import { Button, LinkButton } from "#app/components/button.tsx";
import { Dialog } from "#app/components/dialog.tsx";
import { SubmitButton } from "#app/components/form/submit-button.tsx";
import { formatInstant } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { paths } from "#app/paths.ts";

type SessionGuardProps = {
  readonly session: SessionTold;
  /** The form on the page whose save lengthens the session too: without scripts a button elsewhere would lose its text. */
  readonly savesIn: string | undefined;
};

/** Says until when somebody stays signed in, and asks shortly before. */
export function SessionGuard({ session, savesIn }: SessionGuardProps) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const { state, expiresAt, extend } = useSessionEnd(session);
  const [closed, setClosed] = useState<SessionState>("far");
  useEffect(forgetAtSignOut, []);
  const language = useLanguage();
  const time = clockOf(expiresAt);
  const until = formatInstant(expiresAt, language);
  return (
    <div className="session-line no-print">
      <p className="muted small">{t(savesIn ? "draft:session.untilSaving" : "draft:session.until", { time: until })}</p>
      {!savesIn && (
        <form method="post" action={paths.session()}>
          <input type="hidden" name="returnTo" value={pathname} />
          <SubmitButton variant="tertiary">{t("draft:session.extend")}</SubmitButton>
        </form>
      )}
      <Dialog
        title={t(state === "over" ? "draft:session.over" : "draft:session.soon")}
        isOpen={state !== "far" && closed !== state}
        onClose={() => setClosed(state)}
      >
        <p>{t(state === "over" ? "draft:session.overText" : "draft:session.soonText", { time })}</p>
        <div className="actions">
          {state === "over" ? (
            <LinkButton to={paths.signIn(pathname)}>{t("draft:status.signIn")}</LinkButton>
          ) : (
            <Button variant="primary" onClick={extend}>
              {t("draft:session.extend")}
            </Button>
          )}
          <Button variant="secondary" onClick={() => setClosed(state)}>
            {t("draft:session.later")}
          </Button>
        </div>
      </Dialog>
    </div>
  );
}

/** What a browser kept of anybody's text goes when they sign out. A page with unsaved text has taken care of it before. */
function forgetAtSignOut(): () => void {
  const forget = (event: SubmitEvent) => {
    const form = event.target;
    if (event.defaultPrevented || !(form instanceof HTMLFormElement)) return;
    if (new URL(form.action).pathname === paths.signOut()) dropKeptTexts();
  };
  document.addEventListener("submit", forget);
  return () => document.removeEventListener("submit", forget);
}
