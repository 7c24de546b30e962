import { useTranslation } from "react-i18next";

/**
 * Rules speak no language: they name an error by its key, with values as a query (`domain:answers.tooLong?max=700`).
 * A sentence that is no key is shown as it is.
 */
export function useErrorText(): (message: string) => string {
  const { t, i18n } = useTranslation();
  return (message) => {
    const [key = "", query = ""] = message.split("?", 2);
    if (!/^[a-z]+:[\w.-]+$/.test(key) || !i18n.exists(key)) return message;
    return t(key, Object.fromEntries(new URLSearchParams(query)));
  };
}
